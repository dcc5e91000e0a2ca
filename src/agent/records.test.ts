import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { HOUR } from '../core/instant.ts';
import { silentLog } from '../platform/log.ts';
import { deliverAlerts } from './deliver-alerts.ts';
import { ticketNote } from './present/after-sales.ts';
import { ABSENT, FOREIGN, kinds, makeKit, noticesOf, OWN } from './testing/kit.ts';

const SOLD_OUT = { productId: 'shoe', variantId: 'shoe-44' };

describeOnEachDatabase('what is kept for people and customers', (database) => {
  it('[ACT-52] a note is kept at once, without a card, and once however often the same call is repeated', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const input = { kind: 'complaint', text: '包装破了', orderNumber: OWN };
    const first = await kit.run(scope, 'create_ticket', input);
    expect([first.status, ...kinds(first)]).toEqual(['done', 'ticket']);
    expect(await kit.run(scope, 'create_ticket', input)).toEqual(first);
    const [ticket, ...others] = (await kit.gate.tickets.list({ state: 'open', limit: 100 })).items;
    expect(ticket).toMatchObject({ kind: 'complaint', text: '包装破了', orderId: 'order-1', state: 'open' });
    expect(others).toEqual([]);
    await kit.run(await kit.begin(), 'create_ticket', input);
    expect((await kit.gate.tickets.list({ limit: 100 })).items).toHaveLength(2);
    expect(await kit.gate.tickets.close(ticket?.id ?? '', 'Mei', scope.now)).toBe(true);
    expect(await kit.gate.tickets.close(ticket?.id ?? '', 'Mei', scope.now)).toBe(false);
    expect((await kit.gate.tickets.list({ state: 'closed', limit: 100 })).items).toHaveLength(1);
  });

  it('[ACT-144] a customer’s own notes are listed, newest first with their state, of a guest those of the conversation', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const note = (where: typeof scope, text: string) => kit.run(where, 'create_ticket', { kind: 'other', text });
    const listed = async (where: typeof scope) => {
      const { facts } = await kit.run(where, 'list_tickets', {});
      const tickets = facts.flatMap((fact) => (fact.kind === 'tickets' ? fact.value.tickets : []));
      return tickets.map(({ text, state }) => [text, state]);
    };
    expect(await listed(scope)).toEqual([]);
    await kit.run(scope, 'create_ticket', { kind: 'complaint', text: '一', orderNumber: OWN });
    const [first] = (await kit.gate.tickets.list({ limit: 100 })).items;
    await kit.gate.tickets.close(first?.id ?? '', 'Mei', scope.now);
    kit.store.clock.advance(1_000);
    const later = await kit.begin();
    await note(later, '二');
    const guest = await kit.begin({ kind: 'guest' });
    await note(guest, '三');
    const other = await kit.begin({ kind: 'customer', customerId: 'customer-2' });
    expect(await listed(scope)).toEqual([
      ['二', 'open'],
      ['一', 'closed'],
    ]);
    expect(await listed(later)).toEqual(await listed(scope));
    expect(await listed(guest)).toEqual([['三', 'open']]);
    expect(await listed(other)).toEqual([]);
    expect(await listed({ ...scope, mode: 'read-only' })).toHaveLength(2);
    const { facts } = await kit.run(scope, 'list_tickets', {});
    expect(facts).toMatchObject([{ value: { total: 2, tickets: [{ orderNumber: null }, { orderNumber: OWN }] } }]);
  });

  it('[ACT-52] a note about a foreign order is answered as about an absent one, and nothing is kept', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const about = (orderNumber: string) =>
      kit.run(scope, 'create_ticket', { kind: 'complaint', text: '?', orderNumber });
    const { input: _foreign, ...foreign } = await about(FOREIGN);
    const { input: _absent, ...absent } = await about(ABSENT);
    expect(foreign).toEqual(absent);
    expect((await kit.gate.tickets.list({ limit: 100 })).items).toEqual([]);
  });

  it('[ACT-52] nothing is kept at a door that only reads, and so many in an hour and no more', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const note = (text: string) => kit.run(scope, 'create_ticket', { kind: 'other', text });
    const reads = { ...scope, mode: 'read-only' as const };
    expect((await kit.run(reads, 'create_ticket', { kind: 'other', text: '?' })).status).toBe('refused');
    kit.gate.budget = { ...kit.gate.budget, writesPerHour: 2 };
    expect([(await note('一')).status, (await note('二')).status, (await note('三')).status]).toEqual([
      'done',
      'done',
      'refused',
    ]);
    expect((await kit.run(scope, 'notify_when_in_stock', SOLD_OUT)).status).toBe('refused');
    expect([
      (await kit.gate.tickets.list({ limit: 100 })).items.length,
      (await kit.gate.alerts.listOpen()).length,
    ]).toEqual([2, 0]);
    kit.store.clock.advance(HOUR + 1);
    expect(
      (await kit.run(await kit.begin({ kind: 'guest' }), 'create_ticket', { kind: 'other', text: '四' })).status,
    ).toBe('done');
  });

  it('[ACT-53] goods that are back are told in the conversation, once and never again', async () => {
    let stock = 0;
    const kit = makeKit(database, (shop) => ({
      ...shop,
      async getProduct(id) {
        const product = await shop.getProduct(id);
        const variants = product?.variants.map((each) => (each.id === 'shoe-44' ? { ...each, stock } : each)) ?? [];
        return product && { ...product, variants };
      },
    }));
    const scope = await kit.begin();
    expect(kinds(await kit.run(scope, 'notify_when_in_stock', SOLD_OUT))).toEqual(['stock-alert']);
    await kit.run(scope, 'notify_when_in_stock', SOLD_OUT, '2.1');
    expect(await kit.gate.alerts.listOpen()).toHaveLength(1);
    const deliver = () => deliverAlerts(kit.gate, kit.store.clock, silentLog);
    expect(await deliver()).toBe(0);
    stock = 1;
    expect(await Promise.all([deliver(), deliver(), deliver()]).then((told) => told.reduce((a, b) => a + b))).toBe(1);
    stock = 0;
    await deliver();
    stock = 5;
    expect(await deliver()).toBe(0);
    expect(await noticesOf(kit, scope)).toEqual(['您关注的「轻便跑鞋」（44）到货了。']);
  });

  it('[ACT-53] an alert that cannot be delivered holds up no other, and is tried again', async () => {
    let stock = 0;
    let isAway = true;
    const kit = makeKit(database, (shop) => ({
      ...shop,
      async getProduct(id) {
        if (isAway && stock > 0) throw new Error('the platform does not answer');
        const product = await shop.getProduct(id);
        const variants = product?.variants.map((each) => (each.id === 'shoe-44' ? { ...each, stock } : each)) ?? [];
        return product && { ...product, variants };
      },
    }));
    const scopes = [await kit.begin(), await kit.begin()];
    for (const scope of scopes) await kit.run(scope, 'notify_when_in_stock', SOLD_OUT);
    stock = 1;
    expect(await deliverAlerts(kit.gate, kit.store.clock, silentLog)).toBe(0);
    isAway = false;
    const { deliver } = kit.gate.alerts;
    const [first] = await kit.gate.alerts.listOpen();
    const alerts = {
      ...kit.gate.alerts,
      deliver: (...given: Parameters<typeof deliver>) =>
        given[0] === first?.id ? Promise.reject(new Error('damaged')) : deliver(...given),
    };
    expect(await deliverAlerts({ ...kit.gate, alerts }, kit.store.clock, silentLog)).toBe(1);
    expect(await deliverAlerts(kit.gate, kit.store.clock, silentLog)).toBe(1);
    for (const scope of scopes) expect(await noticesOf(kit, scope)).toHaveLength(1);
  });

  it('[ACT-53] an alert for goods that are gone for good ends without a word', async () => {
    let gone = false;
    const kit = makeKit(database, (shop) => ({
      ...shop,
      getProduct: async (id) => (gone ? null : shop.getProduct(id)),
    }));
    const scope = await kit.begin();
    await kit.run(scope, 'notify_when_in_stock', SOLD_OUT);
    gone = true;
    expect(await deliverAlerts(kit.gate, kit.store.clock, silentLog)).toBe(0);
    expect([await kit.gate.alerts.listOpen(), await noticesOf(kit, scope)]).toEqual([[], []]);
  });

  it('[ACT-69] fifty notes at once have fifty numbers without a gap, and the same note no second', async () => {
    const kit = makeKit(database);
    const { conversationId, now: at } = await kit.begin();
    const keys = Array.from({ length: 50 }, (_, index) => `key-${index}`);
    const note = { kind: 'other', text: '…', conversationId, at, day: '2026-11-12' };
    const made = await Promise.all([...keys, ...keys].map((key) => kit.gate.tickets.create(key, note)));
    const numbers = new Map(made.map(({ id, number }) => [id, number]));
    expect(made.every(({ id, number }) => numbers.get(id) === number)).toBe(true);
    const expected = Array.from({ length: 50 }, (_, index) => `TK261112-${index + 1}`);
    expect([...numbers.values()].toSorted()).toEqual(expected.toSorted());
    expect((await kit.gate.tickets.create('next', { ...note, day: '2026-11-13' })).number).toBe('TK261113-1');
  });

  it('[ACT-69] the day is the shop’s own, and the customer is told the number', async () => {
    const kit = makeKit(database);
    // 16:30 in UTC is half past midnight in Shanghai.
    kit.store.clock.set('2026-11-12T16:30:00.000Z');
    const result = await kit.run(await kit.begin(), 'create_ticket', { kind: 'other', text: '包装破了' });
    const ticket = result.facts.find((fact) => fact.kind === 'ticket')?.value;
    expect(ticket?.number).toBe('TK261113-1');
    expect(ticket && ticketNote(ticket, 'zh').title).toBe('已登记，工单号 TK261113-1');
    expect(ticket && ticketNote(ticket, 'en').title).toBe('Noted under TK261113-1');
  });
});
