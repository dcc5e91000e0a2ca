import { expect, it } from 'vitest';
import { DAY, HOUR } from '../../core/instant.ts';
import type { Invoice } from '../../core/order.ts';
import type { Shop } from '../shop.ts';
import { AFTER_SALES_SHOP, bootOrder, cny, WALLET } from './after-sales-shop.ts';
import { ADDRESS, CONFORMANCE_SHOP, OTHER_ADDRESS } from './fixture.ts';
import type { MakeShop } from './suite.ts';

const NO = { ok: false, reason: 'not-possible' };
const COMPANY = {
  kind: 'company',
  title: '某某有限公司',
  taxNumber: '91330100MA0000000X',
  email: 'a@example.com',
} as const;

export function requestPromises(makeShop: MakeShop): void {
  const open = () => makeShop(AFTER_SALES_SHOP);
  const remind = (shop: Shop, key: string, what: 'dispatch' | 'delivery', orderId: string, expectedVersion = 1) =>
    shop.remind({ key, orderId, expectedVersion, what });
  const moveHouse = (shop: Shop, key: string, customerId: string) =>
    shop.changeCustomerAddress({ key, customerId, address: { ...OTHER_ADDRESS, street2: '6 幢 702' } });

  it('[SHOP-50] an invoice is asked for, and asked for otherwise until it is issued', async () => {
    const { shop } = await open();
    const wish = { orderId: 'arrived', invoice: COMPANY };
    expect(await shop.requestInvoice({ ...wish, key: 'k1', expectedVersion: 1 })).toMatchObject({
      ok: true,
      value: { version: 2, invoice: { ...COMPANY, status: 'requested', requestedAt: expect.stringMatching(/Z$/) } },
    });
    const personal = { kind: 'personal', title: '韩梅', taxNumber: '', email: 'b@example.com' } as const;
    await shop.requestInvoice({ ...wish, invoice: personal, key: 'k2', expectedVersion: 2 });
    expect((await shop.getOrder('arrived'))?.invoice).toMatchObject({ ...personal, status: 'requested' });
  });

  it('[SHOP-50] none is asked for anew once it is issued, made out to nobody, or of what was not paid', async () => {
    const issued: Invoice = { ...COMPANY, status: 'issued', requestedAt: '2026-05-21T00:00:00.000Z' };
    const orders = [bootOrder('issued', { invoice: issued }), bootOrder('paid'), bootOrder('unpaid', { payments: [] })];
    const { shop } = await makeShop({
      ...AFTER_SALES_SHOP,
      orders: orders.map((each) => (each.id === 'unpaid' ? { ...each, status: 'awaiting-payment' } : each)),
    });
    const ask = (key: string, orderId: string, title: string = COMPANY.title) =>
      shop.requestInvoice({ key, orderId, expectedVersion: 1, invoice: { ...COMPANY, title } });
    expect(await ask('k1', 'issued')).toEqual(NO);
    expect(await ask('k2', 'paid', ' ')).toEqual(NO);
    expect(await ask('k3', 'unpaid')).toEqual(NO);
    expect((await shop.getOrder('issued'))?.invoice).toEqual(issued);
  });

  it('[SHOP-51] the shop is asked to hurry once a day for either, by its own calendar', async () => {
    const { shop, advance } = await open();
    expect(await remind(shop, 'k1', 'dispatch', 'unsent')).toMatchObject({
      ok: true,
      value: { version: 2, reminders: [{ what: 'dispatch', at: expect.stringMatching(/Z$/) }] },
    });
    expect(await remind(shop, 'k2', 'dispatch', 'unsent', 2)).toEqual(NO);
    const at = Date.parse((await shop.getOrder('unsent'))?.reminders?.[0]?.at ?? '');
    const midnight = Math.ceil((at + 8 * HOUR) / DAY) * DAY - 8 * HOUR;
    advance(midnight - at - 1);
    expect(await remind(shop, 'k3', 'dispatch', 'unsent', 2)).toEqual(NO);
    advance(1);
    expect(await remind(shop, 'k4', 'dispatch', 'unsent', 2)).toMatchObject({ ok: true });
    expect((await shop.getOrder('unsent'))?.reminders).toHaveLength(2);
  });

  it('[SHOP-51] only while there is something to hurry', async () => {
    const { shop } = await open();
    expect(await remind(shop, 'k1', 'delivery', 'sent')).toMatchObject({ ok: true });
    expect(await remind(shop, 'k2', 'dispatch', 'sent', 2)).toEqual(NO);
    expect(await remind(shop, 'k3', 'delivery', 'unsent')).toEqual(NO);
    expect(await remind(shop, 'k4', 'dispatch', 'unpaid')).toEqual(NO);
    expect(await remind(shop, 'k5', 'delivery', 'arrived')).toEqual(NO);
  });

  it('[SHOP-52] the default address of the profile changes; the others and those of orders stay', async () => {
    const { shop } = await open();
    const result = await moveHouse(shop, 'k', 'wallet');
    const customer = await shop.getCustomer('wallet');
    expect(result).toEqual({ ok: true, value: customer, repeated: false });
    expect(customer).toEqual({ ...WALLET, addresses: [{ ...OTHER_ADDRESS, street2: '6 幢 702' }, OTHER_ADDRESS] });
    expect((await shop.getOrder('unsent'))?.address).toEqual(ADDRESS);
    expect(await moveHouse(shop, 'k', 'wallet')).toEqual({ ...result, repeated: true });
    expect(await moveHouse(shop, 'k2', 'nobody')).toEqual({ ok: false, reason: 'not-found' });
  });

  it('[SHOP-52] an address and a gift card that change at once both keep what was done', async () => {
    const { shop } = await open();
    await Promise.all([
      moveHouse(shop, 'k1', 'wallet'),
      shop.cancelOrder({ key: 'k2', orderId: 'split', expectedVersion: 1, reason: '', refund: cny(60_000) }),
    ]);
    const customer = await shop.getCustomer('wallet');
    expect(customer?.addresses[0]?.street2).toBe('6 幢 702');
    expect(customer?.paymentMethods.find(({ id }) => id === 'gift-1')?.balance).toEqual(cny(25_000));
  });

  it('[SHOP-53] customers are found by their e-mail, or by name and postcode of any address', async () => {
    const { shop } = await open();
    const ids = async (query: Parameters<Shop['findCustomers']>[0]) =>
      (await shop.findCustomers(query)).map(({ id }) => id);
    for (const email of ['mei.han@example.com', ' MEI.HAN@EXAMPLE.COM ', 'ｍｅｉ.han＠example.com'])
      expect(await ids({ email }), email).toEqual(['wallet']);
    for (const name of ['Mei Han', 'mei  han', 'ＭＥＩ HAN', 'MeiHan']) {
      expect(await ids({ name, postcode: '310012' }), name).toEqual(['wallet']);
      expect(await ids({ name, postcode: ' ３１１１００' }), name).toEqual(['wallet']);
      expect(await ids({ name, postcode: '100000' }), name).toEqual(['other']);
    }
    expect(await ids({ name: 'Mei', postcode: '310012' })).toEqual([]);
    expect(await ids({ name: 'Mei Han', postcode: '31001' })).toEqual([]);
    expect(await ids({ email: 'han@example.com' })).toEqual([]);
  });

  it('[SHOP-53] empty text finds nobody, not those without an e-mail or a postcode', async () => {
    const bare = { ...WALLET, name: '', email: '', addresses: [{ ...ADDRESS, postcode: '' }] };
    const { shop } = await makeShop({ ...AFTER_SALES_SHOP, customers: [bare] });
    for (const text of ['', ' ', '\u3000', '\0', "' or 1=1 --", '%', 'null']) {
      expect(await shop.findCustomers({ email: text })).toEqual([]);
      expect(await shop.findCustomers({ name: text, postcode: '' })).toEqual([]);
      expect(await shop.findCustomers({ name: '', postcode: text })).toEqual([]);
    }
  });

  it('[SHOP-41] a marker tells whether its write was done, and the number of the return that it made', async () => {
    const { shop } = await makeShop(CONFORMANCE_SHOP);
    await shop.changeAddress({ key: 'done', orderId: 'paid', expectedVersion: 1, address: OTHER_ADDRESS });
    const lines = [{ orderLineId: 'delivered-1', quantity: 1 }];
    const wish = { orderId: 'delivered', expectedVersion: 1, kind: 'return', lines, reason: '', refund: null } as const;
    const made = await shop.requestReturn({ ...wish, key: 'made' });
    await shop.requestReturn({ ...wish, key: 'refused', expectedVersion: 7 });
    expect(await shop.findWrite('done')).toEqual({ done: true, reference: null });
    expect(await shop.findWrite('made')).toEqual({ done: true, reference: made.ok ? made.value.id : '?' });
    for (const key of ['refused', 'unknown', '', 'a\0b']) expect(await shop.findWrite(key), key).toBeNull();
  });
}
