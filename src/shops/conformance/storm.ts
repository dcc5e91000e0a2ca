import { expect, it } from 'vitest';
import { type SeededRandom, seededRandom } from '../../core/clock.ts';
import type { Order, ReturnRequest } from '../../core/order.ts';
import type { Shop } from '../shop.ts';
import { AFTER_SALES_SHOP, cny } from './after-sales-shop.ts';
import { OTHER_ADDRESS } from './fixture.ts';
import type { MakeShop } from './suite.ts';

const ORDERS = ['unsent', 'arrived', 'split', 'split-arrived'];
const ROUNDS = 40;
/** So many writes are under way at once. */
const AT_ONCE = 4;

/** A write drawn at random, right or wrong, on the order as it is now. */
async function drawn(shop: Shop, random: SeededRandom, key: string): Promise<unknown> {
  const pick = <T>(...items: T[]): T => items[random.below(items.length)] as T;
  const order = await shop.getOrder(pick(...ORDERS));
  if (!order) throw new Error('no order');
  const base = { key, orderId: order.id, expectedVersion: order.version, reason: '' };
  const line = pick(...order.lines);
  const amount = cny(pick(0, 1, 3_333, 8_000, 20_000, 60_000));
  const lines = [{ orderLineId: line.id, quantity: pick(1, 1, 2) }];
  const paymentMethodId = pick('alipay-1', 'visa-1', 'gift-1', 'gift-2');
  const variantId = pick('boot-41', 'boot-42', 'boot-43', 'boot-44');
  const price = { 'boot-41': 15_000, 'boot-42': 20_000, 'boot-43': 20_000, 'boot-44': 24_000 }[variantId] ?? 0;
  const difference = cny((price - line.unitPrice.amount) * line.quantity);
  const returns = await shop.listReturns(order.id);
  const exchanged = lines.map((each) => ({ ...each, exchangeVariantId: variantId }));
  const none = cny(0);
  switch (random.below(12)) {
    case 0:
      return order.payments.length > 2 ? shop.cancelOrder({ ...base, refund: amount }) : null;
    case 1:
    case 2:
      return shop.changeItems({ ...base, lines: [{ orderLineId: line.id, variantId }], difference, paymentMethodId });
    case 3:
      return shop.changePayment({ ...base, paymentMethodId });
    case 4:
      return shop.requestReturn({ ...base, kind: 'return', lines, refund: amount, refundTo: paymentMethodId });
    case 5:
      return shop.requestReturn({ ...base, kind: 'exchange', lines: exchanged, refund: none });
    case 6:
    case 7:
      return shop.cancelReturn({ ...base, returnId: pick(...returns)?.id ?? 'none' });
    case 8:
      return shop.refundOrder({ ...base, kind: 'refund-only', lines, amount });
    case 9:
      return shop.refundOrder({ ...base, kind: 'price-protection', lines, amount });
    case 10:
      return shop.changeCustomerAddress({ key, customerId: 'wallet', address: OTHER_ADDRESS });
    default:
      return shop.changeAddress({ ...base, address: OTHER_ADDRESS });
  }
}

const moneyOf = (order: Order, kind: 'payment' | 'refund', methodId?: string) =>
  order.payments
    .filter((each) => each.kind === kind && (methodId === undefined || each.paymentMethodId === methodId))
    .reduce((total, { amount }) => total + amount.amount, 0);

const isOpen = ({ status }: ReturnRequest) => status === 'requested';

async function expectSound(shop: Shop): Promise<void> {
  const orders = (await Promise.all(ORDERS.map((id) => shop.getOrder(id)))).flatMap((order) => order ?? []);
  const started = AFTER_SALES_SHOP.orders.filter(({ id }) => ORDERS.includes(id));
  const shelf = new Map<string, number>();
  for (const order of orders) {
    const returns = await shop.listReturns(order.id);
    const promised = returns.filter(isOpen).reduce((total, { refund }) => total + (refund?.amount ?? 0), 0);
    expect(moneyOf(order, 'refund') + promised, order.id).toBeLessThanOrEqual(moneyOf(order, 'payment'));
    const goods = order.lines.reduce((total, each) => total + each.unitPrice.amount * each.quantity, 0);
    expect(order.total.amount, order.id).toBe(goods + order.shippingFee.amount);
    for (const each of order.lines) {
      const held = order.status === 'cancelled' ? 0 : each.quantity;
      shelf.set(each.variantId, (shelf.get(each.variantId) ?? 0) + held);
      const of = (kind: ReturnRequest['kind'][]) =>
        returns
          .filter((request) => kind.includes(request.kind) && request.status !== 'cancelled')
          .flatMap(({ lines }) => lines)
          .reduce((total, { orderLineId, quantity }) => total + (orderLineId === each.id ? quantity : 0), 0);
      expect(each.returnedQuantity, each.id).toBe(of(['return', 'exchange']));
      expect(each.returnedQuantity + of(['refund-only']), each.id).toBeLessThanOrEqual(each.quantity);
    }
    for (const request of returns.filter((each) => each.kind === 'exchange' && isOpen(each)))
      for (const { exchangeVariantId = '', quantity } of request.lines)
        shelf.set(exchangeVariantId, (shelf.get(exchangeVariantId) ?? 0) + quantity);
  }
  for (const { id, stock } of (await shop.getProduct('boot'))?.variants ?? []) {
    const before = AFTER_SALES_SHOP.products[0]?.variants.find((each) => each.id === id)?.stock ?? 0;
    const sold = started.flatMap(({ lines }) => lines).filter(({ variantId }) => variantId === id);
    const all = before + sold.reduce((total, { quantity }) => total + quantity, 0);
    expect((stock ?? 0) + (shelf.get(id) ?? 0), id).toBe(all);
    expect(stock).toBeGreaterThanOrEqual(0);
  }
  for (const card of ['gift-1', 'gift-2']) {
    const of = (list: Order[]) =>
      list.reduce((total, order) => total + moneyOf(order, 'payment', card) - moneyOf(order, 'refund', card), 0);
    const given = AFTER_SALES_SHOP.customers[0]?.paymentMethods.find(({ id }) => id === card)?.balance?.amount ?? 0;
    const held = (await shop.getCustomer('wallet'))?.paymentMethods.find(({ id }) => id === card)?.balance?.amount ?? 0;
    expect(held + of(orders), card).toBe(given + of(started));
    expect(held).toBeGreaterThanOrEqual(0);
  }
}

export function stormPromises(makeShop: MakeShop): void {
  it.each([1, 2, 3])(
    '[SHOP-55] no fen, piece or gift-card balance comes from or goes to nowhere (storm %i)',
    async (seed) => {
      const { shop } = await makeShop(AFTER_SALES_SHOP);
      const random = seededRandom(seed);
      let done = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const results = await Promise.all(
          Array.from({ length: AT_ONCE }, (_, index) => drawn(shop, random, `${round}-${index}`)),
        );
        done += results.filter((result) => (result as { ok?: boolean } | null)?.ok === true).length;
        await expectSound(shop);
      }
      expect(done).toBeGreaterThan(20);
    },
  );
}
