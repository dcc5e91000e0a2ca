import { expect, it } from 'vitest';
import { money } from '../../core/money.ts';
import type { Shop } from '../shop.ts';
import { AFTER_SALES_SHOP, bootOrder, cny, line, paid, WALLET } from './after-sales-shop.ts';
import { CONFORMANCE_SHOP, LARGE, order } from './fixture.ts';
import type { MakeShop } from './suite.ts';

export async function balance(shop: Shop, id: string, customerId = 'wallet'): Promise<number | undefined> {
  const customer = await shop.getCustomer(customerId);
  return customer?.paymentMethods.find((method) => method.id === id)?.balance?.amount;
}

const NO = { ok: false, reason: 'not-possible' };

export function moneyPromises(makeShop: MakeShop): void {
  const open = async () => (await makeShop(AFTER_SALES_SHOP)).shop;
  const cancel = (shop: Shop, key: string, orderId: string, refund: number) =>
    shop.cancelOrder({ key, orderId, expectedVersion: 1, reason: '不想要了', refund: cny(refund) });
  const repay = (shop: Shop, key: string, paymentMethodId: string, orderId = 'unsent', expectedVersion = 1) =>
    shop.changePayment({ key, orderId, expectedVersion, paymentMethodId });

  it('[SHOP-10] a cancelled order keeps the reason', async () => {
    const shop = await open();
    await cancel(shop, 'k', 'unsent', 60_000);
    expect(await shop.getOrder('unsent')).toMatchObject({ status: 'cancelled', cancelReason: '不想要了' });
  });

  it('[SHOP-42] a refund to a gift card is on it at once, the rest goes back where it came from', async () => {
    const shop = await open();
    expect(await cancel(shop, 'k', 'split', 60_000)).toMatchObject({ ok: true });
    expect((await shop.getOrder('split'))?.payments.slice(2)).toMatchObject([
      { kind: 'refund', method: 'alipay', paymentMethodId: 'alipay-1', amount: cny(45_000) },
      { kind: 'refund', method: 'gift-card', paymentMethodId: 'gift-1', amount: cny(15_000) },
    ]);
    expect(await balance(shop, 'gift-1')).toBe(25_000);
    expect(await cancel(shop, 'k', 'split', 60_000)).toMatchObject({ ok: true, repeated: true });
    expect(await balance(shop, 'gift-1')).toBe(25_000);
  });

  it('[SHOP-42] a payment by gift card is taken from it, and refused beyond what it holds', async () => {
    const shop = await open();
    expect(await repay(shop, 'k1', 'gift-1')).toEqual(NO);
    expect(await shop.getOrder('unsent')).toMatchObject({ version: 1, payments: [{ method: 'alipay' }] });
    expect(await repay(shop, 'k2', 'gift-2')).toMatchObject({ ok: true });
    expect([await balance(shop, 'gift-1'), await balance(shop, 'gift-2')]).toEqual([10_000, 40_000]);
  });

  it('[SHOP-42] a gift card in another currency pays nothing', async () => {
    const foreign = { id: 'usd', method: 'gift-card', detail: '', balance: money(900_000, 'USD') };
    const customers = [{ ...WALLET, paymentMethods: [...WALLET.paymentMethods, foreign] }];
    const { shop } = await makeShop({ ...AFTER_SALES_SHOP, customers });
    expect(await repay(shop, 'k', 'usd')).toEqual(NO);
    expect(await balance(shop, 'usd')).toBe(900_000);
  });

  it('[SHOP-56] two orders at once cannot spend one gift card twice', async () => {
    const orders = [bootOrder('one'), bootOrder('two')];
    const { shop } = await makeShop({ ...AFTER_SALES_SHOP, orders });
    const results = await Promise.all([repay(shop, 'k1', 'gift-2', 'one'), repay(shop, 'k2', 'gift-2', 'two')]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balance(shop, 'gift-2')).toBe(40_000);
  });

  it('[SHOP-43] a partial refund is split in proportion, to the last 分', async () => {
    const shop = await open();
    await shop.refundOrder({
      key: 'k',
      orderId: 'split-arrived',
      expectedVersion: 1,
      kind: 'refund-only',
      lines: [{ orderLineId: 'split-arrived-2', quantity: 1 }],
      amount: cny(19_999),
      reason: '',
    });
    // 19 999 × 45 000 / 60 000 = 14 999.25, × 15 000 / 60 000 = 4 999.75: the odd 分 goes to the larger remainder.
    expect((await shop.getOrder('split-arrived'))?.payments.slice(2)).toMatchObject([
      { paymentMethodId: 'alipay-1', amount: cny(14_999) },
      { paymentMethodId: 'gift-1', amount: cny(5_000) },
    ]);
    expect(await balance(shop, 'gift-1')).toBe(15_000);
  });

  it('[SHOP-43] two cards of one kind are two means of payment', async () => {
    const payments = [paid('a', 'gift-1', 10_000, 'gift-card'), paid('b', 'gift-2', 50_000, 'gift-card')];
    const { shop } = await makeShop({ ...AFTER_SALES_SHOP, orders: [bootOrder('cards', { payments })] });
    await cancel(shop, 'k', 'cards', 60_000);
    expect([await balance(shop, 'gift-1'), await balance(shop, 'gift-2')]).toEqual([20_000, 150_000]);
  });

  it('[SHOP-43] a currency without decimals is split into whole units', async () => {
    const yen = (amount: number) => money(amount, 'JPY');
    const payments = [paid('a', 'alipay-1', 0), paid('b', 'visa-1', 0, 'card'), paid('c', 'old', 0, 'paypal')].map(
      (each) => ({ ...each, amount: yen(100) }),
    );
    const lines = [line('j-1', { unitPrice: yen(300), discount: yen(0) })];
    const japanese = { ...bootOrder('j'), customerId: null, lines, shippingFee: yen(0), total: yen(300), payments };
    const { shop } = await makeShop({ ...AFTER_SALES_SHOP, orders: [japanese] });
    const wish = { key: 'k', orderId: 'j', expectedVersion: 1, reason: '', refund: yen(200) };
    expect(await shop.cancelOrder(wish)).toMatchObject({ ok: true });
    const refunds = (await shop.getOrder('j'))?.payments.slice(3).map(({ amount }) => amount.amount);
    expect(refunds).toEqual([67, 67, 66]);
  });

  it('[SHOP-43] the largest of orders is paid back exactly', async () => {
    const yacht = order('yacht', 'Y-1', { quantity: 1, unitPrice: LARGE });
    const payments = [
      { ...paid('a', 'x', LARGE - 7), method: 'alipay' },
      { ...paid('b', 'y', 7), method: 'card' },
    ];
    const { shop } = await makeShop({ ...CONFORMANCE_SHOP, orders: [{ ...yacht, payments }] });
    expect(await cancel(shop, 'k', 'yacht', LARGE)).toMatchObject({ ok: true });
    const refunds = (await shop.getOrder('yacht'))?.payments.slice(2).map(({ amount }) => amount.amount);
    expect(refunds).toEqual([LARGE - 7, 7]);
  });

  it('[SHOP-46] the payment moves whole to another means of the customer: charged there, given back on the old one', async () => {
    const shop = await open();
    expect(await repay(shop, 'k1', 'visa-1')).toMatchObject({ ok: true, value: { status: 'paid', version: 2 } });
    expect((await shop.getOrder('unsent'))?.payments).toMatchObject([
      { kind: 'payment', paymentMethodId: 'alipay-1', amount: cny(60_000) },
      { kind: 'payment', method: 'card', paymentMethodId: 'visa-1', amount: cny(60_000) },
      { kind: 'refund', method: 'alipay', paymentMethodId: 'alipay-1', amount: cny(60_000) },
    ]);
    expect(await cancel(shop, 'k2', 'unsent', 60_000)).toEqual({ ok: false, reason: 'changed' });
    const wish = { key: 'k3', orderId: 'unsent', expectedVersion: 2, reason: '', refund: cny(60_000) };
    expect(await shop.cancelOrder(wish)).toMatchObject({ ok: true });
    expect((await shop.getOrder('unsent'))?.payments.at(-1)).toMatchObject({
      kind: 'refund',
      paymentMethodId: 'visa-1',
    });
  });

  it('[SHOP-46] it stays where it is paid to, paid in parts, moved before, sent, unpaid, or to nobody’s or another’s means', async () => {
    const shop = await open();
    expect(await repay(shop, 'k1', 'alipay-1')).toEqual(NO);
    expect(await repay(shop, 'k2', 'visa-1', 'split')).toEqual(NO);
    expect(await repay(shop, 'k3', 'visa-1', 'sent')).toEqual(NO);
    expect(await repay(shop, 'k4', 'visa-1', 'unpaid')).toEqual(NO);
    expect(await repay(shop, 'k5', 'visa-1', 'guest')).toEqual(NO);
    expect(await repay(shop, 'k6', 'foreign-gift')).toEqual(NO);
    expect(await repay(shop, 'k7', 'nothing')).toEqual(NO);
    await repay(shop, 'k8', 'visa-1');
    expect(await repay(shop, 'k9', 'alipay-1', 'unsent', 2)).toEqual(NO);
    expect(await balance(shop, 'foreign-gift', 'other')).toBe(500_000);
  });
}
