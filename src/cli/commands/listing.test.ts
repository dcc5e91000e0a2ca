import { expect, it } from 'vitest';
import { describeOnEachDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { createApprovals } from '../../agent/approvals.ts';
import { freeGuard } from '../../agent/testing/gate-settings.ts';
import { makeKit } from '../../agent/testing/kit.ts';
import { MINUTE, plus } from '../../core/instant.ts';
import { money } from '../../core/money.ts';
import type { Quote } from '../../core/quote.ts';
import { OPERATORS } from '../../server/testing/world.ts';
import { createCli } from '../testing/surroundings.ts';

const QUOTE: Quote = {
  ...{ command: 'cancel_order', input: {}, orderId: 'o', orderNumber: 'n', orderVersion: 1 },
  ...{ title: { zh: '取消', en: 'Cancel' }, items: [], effects: [], refund: null },
};
const KINDS = ['tickets', 'approvals', 'entries'] as const;
type Kind = (typeof KINDS)[number];

/** What could be a row's place and is no page's. */
const MADE_UP: unknown[] = [
  ...[[-1], [0], [1.5], ['1'], [1, 'x'], [], {}, null, 'x', [null, null], [1, 2]],
  ...[
    ...['2026-13-77T00:00:00.000Z', '2026-02-30T00:00:00.000Z', '2027-02-29T00:00:00.000Z', '2026-06-31T08:00:00.000Z'],
    ...['2026-06-01T24:00:00.000Z', '2026-06-01T08:60:00.000Z', '2026-06-01T08:00:60.000Z', '2026-00-01T08:00:00.000Z'],
    ...['0000-01-01T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z'],
    ...['2026-06-01T08:00:00Z', '2026-06-01T08:00:00.000', '2026-06-01T08:00:00.000+02:00', '2026-06-01', 'now', ''],
  ].map((at) => [at, 'x']),
];
const markerOf = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

/** A shop's desk at which so much waits; several came in the same instant. */
async function desk(database: TestDatabase, count: number) {
  const kit = makeKit(database);
  const { store, random } = kit;
  const scope = await kit.begin();
  const { conversationId, turnId, epoch } = scope;
  const instantOf = (index: number) => plus(scope.now, Math.floor(index / 2) * MINUTE);

  async function add(index: number): Promise<void> {
    const at = instantOf(index);
    await store.tickets.create(random.id(), {
      kind: 'question',
      text: `第 ${index} 条`,
      conversationId,
      at,
      day: at.slice(0, 10),
    });
    const id = random.id();
    await store.confirmations.open(scope, {
      ...{ id, conversationId, quote: QUOTE, quoteHash: 'h', createdAt: at, expiresAt: plus(at, MINUTE) },
    });
    const intent = { key: id, confirmationId: id, turnId, conversationId, command: 'x', quote: QUOTE, plannedAt: at };
    const guard = freeGuard(at, { byHand: true, amount: money(0, 'CNY'), writesPerHour: 1_000 });
    const approval = { id: random.id(), expiresAt: at };
    expect((await store.intents.plan({ turnId, conversationId, epoch }, intent, { ...guard, approval })).ok).toBe(true);
    await store.audit.append({ at, conversationId, turnId, command: 'x', decision: `d${index}`, payload: null });
  }
  for (let index = 0; index < count; index++) await add(index);

  const changes = { tickets: store.tickets, approvals: createApprovals(kit.gate), audit: store.audit };
  const cli = createCli({ changes });
  const words: Record<Kind, string[]> = {
    tickets: ['tickets', 'list'],
    approvals: ['approvals', 'list'],
    entries: ['audit', 'list', conversationId],
  };
  return { add, cli, words };
}

const nameOf = (one: Record<string, unknown>): string => String(one.id ?? one.sequence);

describeOnEachDatabase('lists', (database) => {
  it.each(KINDS)('[ACT-68] %s come newest first, page by page, without gap or repeat', async (kind) => {
    const { add, cli, words } = await desk(database, 7);
    const list = async (...more: string[]) => {
      expect(await cli.run(...words[kind], '--json', ...more)).toBe(0);
      const { [kind]: items, next } = cli.json() as { [name: string]: unknown };
      return { items: items as Record<string, unknown>[], next: next as string | null };
    };
    const whole = await list();
    expect([whole.items.length, whole.next]).toEqual([7, null]);
    const times = whole.items.map((one) => String(one.createdAt ?? one.openedAt ?? one.at));
    expect(times).toEqual(times.toSorted().toReversed());

    const seen: string[] = [];
    for (let before: string[] = []; ; ) {
      const { items, next } = await list('--limit', '3', ...before);
      seen.push(...items.map(nameOf));
      if (next === null) break;
      expect(items).toHaveLength(3);
      // What comes in meanwhile belongs before the first page.
      await add(20);
      before = ['--before', next];
    }
    expect(seen).toEqual(whole.items.map(nameOf));
    cli.world.remove();
  });

  it.each(KINDS)('[ACT-68] %s say how to go on, and refuse what is no page', async (kind) => {
    const { cli, words } = await desk(database, 2);
    expect(await cli.run(...words[kind], '--limit', '1', '--locale', 'en')).toBe(0);
    expect(cli.notes()).toMatch(/^More: --before \S+$/);
    const marker = cli.notes().replace('More: --before ', '');
    expect(await cli.run(...words[kind], '--before', marker)).toBe(0);
    expect(cli.notes()).toBe('');
    for (const wrong of ['nonsense', marker.slice(1), '😀', ...MADE_UP.map(markerOf)]) {
      expect(await cli.run(...words[kind], '--before', wrong, '--locale', 'en')).toBe(2);
      expect(cli.notes()).toContain('There is no such page');
    }
    for (const wrong of ['0', '101', '-1', '1.5', 'ten', ' ']) {
      expect(await cli.run(...words[kind], `--limit=${wrong}`)).toBe(2);
      expect(cli.notes()).toContain('--limit 要是 1 到 100 的整数');
    }
    cli.world.remove();
  });

  it.each(['tickets', 'approvals'] as const)('[ACT-68] %s by the API as well', async (kind) => {
    const { cli } = await desk(database, 3);
    const get = (query: string) => cli.world.call('GET', `/api/operator/${kind}?${query}`, { token: OPERATORS.viewer });
    const first = (await (await get('limit=2')).json()) as { next: string };
    const rest = (await (await get(`before=${first.next}`)).json()) as Record<string, unknown>;
    expect([(rest[kind] as unknown[]).length, rest.next]).toEqual([1, null]);
    for (const wrong of ['nonsense', ...MADE_UP.map(markerOf)])
      expect(await (await get(`before=${wrong}`)).json()).toMatchObject({ status: 400, code: 'page.bad-marker' });
    for (const limit of ['0', '101', 'x']) expect((await get(`limit=${limit}`)).status).toBe(400);
    cli.world.remove();
  });
});
