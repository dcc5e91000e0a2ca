import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../core/json.ts';
import type { Order, ReturnRequest } from '../core/order.ts';
import { sampleRequest } from '../policy/testing/sample-order.ts';
import { cancelReturn } from './cancel-return.ts';
import { changeCustomerAddress } from './change-customer-address.ts';
import { changeOrderItems } from './change-order-items.ts';
import { changeOrderPayment } from './change-order-payment.ts';
import type { CustomerWriteCommand, WriteCommand } from './command.ts';
import { exchangeItems } from './exchange-items.ts';
import { expedite } from './expedite.ts';
import { priceProtection } from './price-protection.ts';
import { refundWithoutReturn } from './refund-without-return.ts';
import { COMMANDS } from './registry.ts';
import { requestInvoice } from './request-invoice.ts';
import { returnItems } from './return-items.ts';
import { afterSales, DELIVERED, NAMED_METHOD, NUMBER, PAID, PRICED, quoteOf, SOCKS } from './testing/after-sales.ts';
import type { Setting } from './testing/sample-shop.ts';

const number = { orderNumber: NUMBER };
const one = [{ lineId: 'line-1', quantity: 1 }];
const cheaper = {
  ...PRICED,
  variants: PRICED.variants.map((each) => ({ ...each, price: { ...each.price, amount: 15_000 } })),
};
const requested: ReturnRequest[] = [sampleRequest({ id: 'R1' })];
const withReturn: Partial<Order> = {
  ...DELIVERED,
  lines: DELIVERED.lines?.map((line) => ({ ...line, returnedQuantity: 1 })) ?? [],
};
const invoice = {
  kind: 'company',
  title: '苏州某某有限公司',
  taxNumber: '91320500MA1XXXXX0X',
  email: 'lin@example.com',
};

/** Each write with an order it is allowed for and an input. */
const WRITES: { command: { name: string }; order: Partial<Order>; raw: unknown; setting?: Setting }[] = [
  {
    command: changeOrderItems,
    order: PAID,
    raw: { ...number, items: [{ lineId: 'line-1', variantId: 'shoe-43' }], paymentMethodId: 'card-1' },
    setting: { policy: NAMED_METHOD },
  },
  { command: changeOrderPayment, order: PAID, raw: { ...number, paymentMethodId: 'gift-1' } },
  {
    command: returnItems,
    order: DELIVERED,
    raw: { ...number, items: one, reason: '小了', reasonKind: 'no-reason', refundTo: 'alipay-1' },
  },
  {
    command: exchangeItems,
    order: DELIVERED,
    raw: { ...number, items: [{ ...one[0], variantId: 'shoe-44' }], reason: '大了', paymentMethodId: 'card-1' },
    setting: { policy: NAMED_METHOD },
  },
  {
    command: refundWithoutReturn,
    order: SOCKS,
    raw: { ...number, items: one, reason: '鞋底裂了', reasonKind: 'damaged-in-transit' },
  },
  { command: priceProtection, order: DELIVERED, raw: number, setting: { products: [cheaper] } },
  { command: cancelReturn, order: withReturn, raw: number, setting: { returns: requested } },
  { command: requestInvoice, order: DELIVERED, raw: { ...number, ...invoice } },
  { command: expedite, order: { ...PAID, paidAt: '2026-11-08T02:00:00.000Z' }, raw: { ...number, what: 'dispatch' } },
  { command: changeCustomerAddress, order: DELIVERED, raw: { address: { street: '观前街 2 号' } } },
];

type AnyWrite = WriteCommand<never> | CustomerWriteCommand<never>;

describe('what an after-sales write shows and does', () => {
  for (const { command, order, raw, setting } of WRITES) {
    const { name } = command;

    it(`[ACT-81] ${name} changes nothing when quoted, and quotes the same again from its own quote`, async () => {
      const at = afterSales(order, setting);
      const before = [await at.order(), await at.shop.listReturns('order-1'), await at.shop.getCustomer('customer-1')];
      const quote = await quoteOf(command, raw, at);
      expect([await at.order(), await at.shop.listReturns('order-1'), await at.shop.getCustomer('customer-1')]).toEqual(
        before,
      );
      expect(quote.command).toBe(name);
      expect(quote.effects.length).toBeGreaterThan(0);
      for (const { zh, en } of [quote.title, ...quote.effects]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/[a-z]/);
      }
      expect(canonicalJson(await quoteOf(command, quote.input, at))).toBe(canonicalJson(quote));
      expect(JSON.parse(JSON.stringify(quote))).toEqual(quote);
    });

    it(`[ACT-81] ${name} does exactly what was quoted, once for one key, and not on what has changed since`, async () => {
      const at = afterSales(order, setting);
      const quote = JSON.parse(JSON.stringify(await quoteOf(command, raw, at)));
      const write = command as AnyWrite;
      const first = await write.execute(quote, at.context, 'key-1');
      const { effects, items, refund } = quote;
      expect(first).toMatchObject({ ok: true, effect: { command: name, effects, items, refund } });
      const after = [await at.order(), await at.shop.listReturns('order-1'), await at.shop.getCustomer('customer-1')];
      expect(await write.execute(quote, at.context, 'key-1')).toEqual(first);
      expect([await at.order(), await at.shop.listReturns('order-1'), await at.shop.getCustomer('customer-1')]).toEqual(
        after,
      );
      if (quote.orderVersion !== null)
        expect(await write.execute(quote, at.context, 'key-2')).toEqual({ ok: false, reason: 'changed' });
    });
  }

  it('[ACT-81] every write of the closed list is among these or those of before', () => {
    const here = new Set(WRITES.map(({ command }) => command.name));
    const before = ['cancel_order', 'change_order_address'];
    const writes = COMMANDS.filter(({ effect }) => effect === 'write').map(({ name }) => name);
    expect(writes.filter((name) => !here.has(name) && !before.includes(name))).toEqual([]);
  });
});
