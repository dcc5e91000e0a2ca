import { expect, it } from 'vitest';
import { money } from '../../core/money.ts';
import type { Shop, WriteResult } from '../shop.ts';
import { AFTER_SALES_SHOP, cny } from './after-sales-shop.ts';
import { OTHER_ADDRESS } from './fixture.ts';
import type { MakeShop } from './suite.ts';

type Write = (shop: Shop, key: string, orderId: string) => Promise<WriteResult<unknown>>;

/** One of each write, as it would be right for an order of that state. */
const WRITES: Record<string, { state: string; write: Write }> = {
  cancelOrder: {
    state: 'unsent',
    write: (shop, key, orderId) => shop.cancelOrder({ key, orderId, expectedVersion: 1, reason: '', refund: cny(1) }),
  },
  changeAddress: {
    state: 'unsent',
    write: (shop, key, orderId) => shop.changeAddress({ key, orderId, expectedVersion: 1, address: OTHER_ADDRESS }),
  },
  changeItems: {
    state: 'unsent',
    write: (shop, key, orderId) =>
      shop.changeItems({
        key,
        orderId,
        expectedVersion: 1,
        lines: [{ orderLineId: 'unsent-1', variantId: 'boot-43' }],
        difference: cny(0),
        paymentMethodId: null,
      }),
  },
  changePayment: {
    state: 'unsent',
    write: (shop, key, orderId) => shop.changePayment({ key, orderId, expectedVersion: 1, paymentMethodId: 'visa-1' }),
  },
  requestReturn: {
    state: 'arrived',
    write: (shop, key, orderId) =>
      shop.requestReturn({
        key,
        orderId,
        expectedVersion: 1,
        kind: 'return',
        lines: [{ orderLineId: 'arrived-1', quantity: 1 }],
        reason: '',
        refund: cny(1),
      }),
  },
  refundOrder: {
    state: 'arrived',
    write: (shop, key, orderId) =>
      shop.refundOrder({
        key,
        orderId,
        expectedVersion: 1,
        kind: 'refund-only',
        lines: [{ orderLineId: 'arrived-1', quantity: 1 }],
        amount: cny(1),
        reason: '',
      }),
  },
  requestInvoice: {
    state: 'arrived',
    write: (shop, key, orderId) =>
      shop.requestInvoice({
        key,
        orderId,
        expectedVersion: 1,
        invoice: { kind: 'personal', title: 'M', taxNumber: '', email: '' },
      }),
  },
  remind: {
    state: 'unsent',
    write: (shop, key, orderId) => shop.remind({ key, orderId, expectedVersion: 1, what: 'dispatch' }),
  },
};

const NO_COUNTS = [0, -1, 1.5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER];
const NO_AMOUNTS = [-1, 0.5, 60_001, 1e15, Number.NaN, Number.MAX_SAFE_INTEGER];

export function wrongInputPromises(makeShop: MakeShop): void {
  const open = async () => (await makeShop(AFTER_SALES_SHOP)).shop;

  /** All orders, customers, returns and stock as they were. */
  async function expectUntouched(shop: Shop): Promise<void> {
    for (const order of AFTER_SALES_SHOP.orders) {
      expect(await shop.getOrder(order.id)).toEqual(order);
      expect(await shop.listReturns(order.id)).toEqual([]);
    }
    for (const customer of AFTER_SALES_SHOP.customers) expect(await shop.getCustomer(customer.id)).toEqual(customer);
    for (const product of AFTER_SALES_SHOP.products) expect(await shop.getProduct(product.id)).toEqual(product);
  }

  it('[SHOP-54] every write works on its order, once, and says so to a second look', async () => {
    for (const [name, { state, write }] of Object.entries(WRITES)) {
      const shop = await open();
      const first = await write(shop, 'k', state);
      expect(first, name).toMatchObject({ ok: true, repeated: false });
      expect(await write(shop, 'k', state), name).toEqual({ ...first, repeated: true });
      expect(await write(shop, 'k2', state), name).toEqual({ ok: false, reason: 'changed' });
      expect((await shop.getOrder(state))?.version, name).toBe(2);
      expect(await shop.findWrite('k'), name).toMatchObject({ done: true });
      expect(await shop.findWrite('k2'), name).toBeNull();
    }
  });

  it('[SHOP-54] every write on an unknown order, or with another order’s lines, changes nothing', async () => {
    const shop = await open();
    for (const [name, { write }] of Object.entries(WRITES)) {
      for (const orderId of ['nothing', '', "' or 1=1 --", 'a\0b']) {
        expect(await write(shop, `${name}-${orderId}`, orderId), name).toEqual({ ok: false, reason: 'not-found' });
      }
    }
    for (const name of ['changeItems', 'requestReturn', 'refundOrder']) {
      const other = WRITES[name]?.state === 'unsent' ? 'split' : 'foreign';
      expect(await WRITES[name]?.write(shop, `foreign-${name}`, other), name).toEqual({
        ok: false,
        reason: 'not-possible',
      });
    }
    await expectUntouched(shop);
  });

  it('[SHOP-54] a number that is no count of pieces, or an amount that is none, changes nothing', async () => {
    const shop = await open();
    let number = 0;
    const arrived = { orderId: 'arrived', expectedVersion: 1, reason: '' };
    const tries = (quantity: number, amount: number) => {
      const lines = [{ orderLineId: 'arrived-1', quantity }];
      const moved = [{ orderLineId: 'arrived-1', quantity, exchangeVariantId: 'boot-43' }];
      const sum = { amount, currency: 'CNY' };
      const key = () => `k${++number}`;
      return [
        shop.requestReturn({ ...arrived, key: key(), kind: 'return', lines, refund: sum }),
        shop.requestReturn({ ...arrived, key: key(), kind: 'exchange', lines: moved, refund: sum }),
        shop.refundOrder({ ...arrived, key: key(), kind: 'refund-only', lines, amount: sum }),
        shop.refundOrder({ ...arrived, key: key(), kind: 'price-protection', lines, amount: sum }),
      ];
    };
    const results = await Promise.all([
      ...NO_COUNTS.flatMap((quantity) => tries(quantity, 1)),
      ...NO_AMOUNTS.flatMap((amount) => tries(1, amount)),
      ...NO_AMOUNTS.map((amount) =>
        shop.cancelOrder({
          key: `c${++number}`,
          orderId: 'unsent',
          expectedVersion: 1,
          reason: '',
          refund: { amount, currency: 'CNY' },
        }),
      ),
      shop.cancelOrder({ key: 'usd', orderId: 'unsent', expectedVersion: 1, reason: '', refund: money(1, 'USD') }),
    ]);
    for (const result of results) expect(result).toEqual({ ok: false, reason: 'not-possible' });
    await expectUntouched(shop);
  });

  it('[SHOP-54] lines named twice, or none, are no change of items', async () => {
    const shop = await open();
    const wish = { orderId: 'unsent', expectedVersion: 1, difference: cny(0), paymentMethodId: null };
    const one = { orderLineId: 'unsent-1', variantId: 'boot-43' };
    for (const [index, lines] of [[], [one, one], [one, { ...one, orderLineId: 'unsent-9' }]].entries()) {
      const result = await shop.changeItems({ ...wish, key: `k${index}`, lines });
      expect(result).toEqual({ ok: false, reason: 'not-possible' });
    }
    await expectUntouched(shop);
  });
}
