import { expect, it } from 'vitest';
import type { ChangeItems, Shop } from '../shop.ts';
import { AFTER_SALES_SHOP, bootOrder, cny, line, paid } from './after-sales-shop.ts';
import { balance } from './money.ts';
import type { MakeShop } from './suite.ts';

const NO = { ok: false, reason: 'not-possible' };

export async function stockOf(shop: Shop, productId: string): Promise<Record<string, number | null>> {
  const variants = (await shop.getProduct(productId))?.variants ?? [];
  return Object.fromEntries(variants.map(({ id, stock }) => [id, stock]));
}

const BOOTS = { 'boot-41': 3, 'boot-42': 0, 'boot-43': 4, 'boot-44': 2, 'boot-45': 0 };

export function itemPromises(makeShop: MakeShop): void {
  const open = async () => (await makeShop(AFTER_SALES_SHOP)).shop;
  const change = (
    shop: Shop,
    key: string,
    lines: Record<string, string>,
    difference: number,
    more: Partial<ChangeItems> = {},
  ) =>
    shop.changeItems({
      key,
      orderId: 'unsent',
      expectedVersion: 1,
      lines: Object.entries(lines).map(([orderLineId, variantId]) => ({ orderLineId, variantId })),
      difference: cny(difference),
      paymentMethodId: 'alipay-1',
      ...more,
    });

  it('[SHOP-44] dearer items: the difference is charged, the total follows, pieces move both ways', async () => {
    const shop = await open();
    const result = await change(shop, 'k', { 'unsent-1': 'boot-44' }, 8_000, { paymentMethodId: 'gift-1' });
    const order = await shop.getOrder('unsent');
    expect(result).toEqual({ ok: true, value: order, repeated: false });
    expect(order).toMatchObject({
      status: 'paid',
      version: 2,
      total: cny(68_000),
      itemsChangedAt: expect.stringMatching(/Z$/),
      itemsSettlement: { difference: cny(8_000), paymentMethodId: 'gift-1' },
      lines: [
        { id: 'unsent-1', variantId: 'boot-44', unitPrice: cny(24_000), quantity: 2 },
        { id: 'unsent-2', variantId: 'boot-42', unitPrice: cny(20_000) },
      ],
      payments: [{}, { kind: 'payment', method: 'gift-card', paymentMethodId: 'gift-1', amount: cny(8_000) }],
    });
    expect(order?.lines[0]?.options).toMatchObject([{ key: 'size', value: { zh: 'boot-44' } }]);
    expect(await balance(shop, 'gift-1')).toBe(2_000);
    expect(await stockOf(shop, 'boot')).toEqual({ ...BOOTS, 'boot-42': 2, 'boot-44': 0 });
  });

  it('[SHOP-44] cheaper items: the difference goes to the named means at once', async () => {
    const shop = await open();
    await change(shop, 'k', { 'unsent-1': 'boot-41', 'unsent-2': 'boot-44' }, -6_000, { paymentMethodId: 'gift-2' });
    expect(await shop.getOrder('unsent')).toMatchObject({
      total: cny(54_000),
      payments: [{}, { kind: 'refund', paymentMethodId: 'gift-2', amount: cny(6_000) }],
    });
    expect(await balance(shop, 'gift-2')).toBe(106_000);
  });

  it('[SHOP-44] even items need no means of payment; one that is named is kept, and nothing is booked on it', async () => {
    const shop = await open();
    await change(shop, 'k1', { 'unsent-2': 'boot-43' }, 0, { paymentMethodId: null });
    expect((await shop.getOrder('unsent'))?.payments).toHaveLength(1);
    await change(shop, 'k2', { 'split-2': 'boot-43' }, 0, { orderId: 'split', paymentMethodId: 'visa-1' });
    expect(await shop.getOrder('split')).toMatchObject({
      itemsSettlement: { difference: cny(0), paymentMethodId: 'visa-1' },
      payments: [{ kind: 'payment' }, { kind: 'payment' }],
    });
    const unknown = { orderId: 'guest', paymentMethodId: 'foreign-gift' };
    expect(await change(shop, 'k3', { 'guest-2': 'boot-43' }, 0, unknown)).toEqual(NO);
  });

  it('[SHOP-44] nothing is half done: too few pieces, a card that does not hold it, another’s card, no means at all', async () => {
    const shop = await open();
    expect(await change(shop, 'k1', { 'unsent-1': 'boot-43', 'unsent-2': 'boot-45' }, 4_000)).toEqual(NO);
    const dear = { 'unsent-1': 'boot-44' };
    expect(await change(shop, 'k2', { 'unsent-1': 'boot-44', 'unsent-2': 'boot-44' }, 12_000)).toEqual(NO);
    expect(await change(shop, 'k3', dear, 8_000, { paymentMethodId: 'foreign-gift' })).toEqual(NO);
    expect(await change(shop, 'k4', dear, 8_000, { paymentMethodId: null })).toEqual(NO);
    expect(await change(shop, 'k5', dear, 8_000, { paymentMethodId: 'nothing' })).toEqual(NO);
    expect(await stockOf(shop, 'boot')).toEqual(BOOTS);
    expect(await shop.getOrder('unsent')).toEqual(AFTER_SALES_SHOP.orders[0]);
    const { shop: other } = await makeShop({
      ...AFTER_SALES_SHOP,
      orders: [bootOrder('many', { lines: [line('many-1', { quantity: 3 })] })],
      products: AFTER_SALES_SHOP.products.map((each) => ({
        ...each,
        variants: each.variants.map((variant) => ({ ...variant, stock: 9 })),
      })),
    });
    const over = { orderId: 'many', paymentMethodId: 'gift-1' };
    expect(await change(other, 'k6', { 'many-1': 'boot-44' }, 12_000, over)).toEqual(NO);
    expect(await stockOf(other, 'boot')).toMatchObject({ 'boot-42': 9, 'boot-44': 9 });
    expect(await balance(other, 'gift-1')).toBe(10_000);
  });

  it('[SHOP-44] no more is paid back than was paid, and no line is worth less than its coupon', async () => {
    const lines = [line('half-1', { quantity: 2 })];
    const half = bootOrder('half', { lines, payments: [paid('half-p', 'alipay-1', 9_999)] });
    const coupon = bootOrder('coupon', { lines: [line('coupon-1', { discount: cny(15_001) }), line('coupon-2')] });
    const { shop } = await makeShop({ ...AFTER_SALES_SHOP, orders: [half, coupon] });
    expect(await change(shop, 'k1', { 'half-1': 'boot-41' }, -10_000, { orderId: 'half' })).toEqual(NO);
    expect(await change(shop, 'k2', { 'coupon-1': 'boot-41' }, -5_000, { orderId: 'coupon' })).toEqual(NO);
    expect(await change(shop, 'k3', { 'coupon-2': 'boot-41' }, -5_000, { orderId: 'coupon' })).toMatchObject({
      ok: true,
    });
    expect(await stockOf(shop, 'boot')).toMatchObject({ 'boot-41': 2 });
  });

  it('[SHOP-44] two lines may trade their last pieces', async () => {
    const lines = [line('t-1'), line('t-2', { variantId: 'boot-43' })];
    const products = AFTER_SALES_SHOP.products.map((each) => ({
      ...each,
      variants: each.variants.map((variant) => ({ ...variant, stock: 0 })),
    }));
    const { shop } = await makeShop({ ...AFTER_SALES_SHOP, products, orders: [bootOrder('t', { lines })] });
    const trade = { 't-1': 'boot-43', 't-2': 'boot-42' };
    expect(await change(shop, 'k', trade, 0, { orderId: 't' })).toMatchObject({ ok: true });
    expect(await stockOf(shop, 'boot')).toMatchObject({ 'boot-42': 0, 'boot-43': 0 });
  });

  it('[SHOP-44] only other variants of the same product, before it is sent', async () => {
    const shop = await open();
    expect(await change(shop, 'k1', { 'unsent-1': 'gone-1' }, -39_800)).toEqual(NO);
    expect(await change(shop, 'k2', { 'unsent-1': 'cup-red' }, -33_334)).toEqual(NO);
    expect(await change(shop, 'k3', { 'sent-1': 'boot-43' }, 0, { orderId: 'sent' })).toEqual(NO);
    expect(await change(shop, 'k4', { 'arrived-1': 'boot-43' }, 0, { orderId: 'arrived' })).toEqual(NO);
  });

  it('[SHOP-44] a line that stays what it is needs no piece from the shelf', async () => {
    const shop = await open();
    expect(await change(shop, 'k', { 'unsent-1': 'boot-42' }, 0)).toMatchObject({ ok: true });
    expect(await stockOf(shop, 'boot')).toEqual(BOOTS);
  });

  it('[SHOP-44] an unpaid order just costs more or less', async () => {
    const shop = await open();
    const unpaid = { orderId: 'unpaid', paymentMethodId: null };
    expect(await change(shop, 'k', { 'unpaid-2': 'boot-44' }, 4_000, unpaid)).toMatchObject({ ok: true });
    expect(await shop.getOrder('unpaid')).toMatchObject({ total: cny(64_000), payments: [] });
  });

  it('[SHOP-45] a difference that the prices of now do not make is answered with changed', async () => {
    const shop = await open();
    for (const [index, difference] of [7_999, 8_001, 0, -8_000, 80_000].entries()) {
      const result = await change(shop, `k${index}`, { 'unsent-1': 'boot-44' }, difference);
      expect(result, String(difference)).toEqual({ ok: false, reason: 'changed' });
    }
    expect(await shop.getOrder('unsent')).toEqual(AFTER_SALES_SHOP.orders[0]);
  });

  it('[SHOP-45] where both variants cost the same today, the price that was paid may stay', async () => {
    const lines = [line('old-1', { unitPrice: cny(18_000) })];
    const { shop } = await makeShop({ ...AFTER_SALES_SHOP, orders: [bootOrder('old', { lines })] });
    expect(await change(shop, 'k', { 'old-1': 'boot-43' }, 0, { orderId: 'old' })).toMatchObject({ ok: true });
    expect(await shop.getOrder('old')).toMatchObject({
      total: cny(18_000),
      lines: [{ variantId: 'boot-43', unitPrice: cny(18_000) }],
    });
  });
}
