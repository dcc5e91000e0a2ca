import type { Customer } from '../../core/customer.ts';
import type { Order } from '../../core/order.ts';
import type { Product } from '../../core/product.ts';
import type { Policy } from '../../policy/policy.ts';
import { DEFAULT_POLICY } from '../../policy/shipped.ts';
import { cny, sampleLine, samplePayment } from '../../policy/testing/sample-order.ts';
import type { CustomerWriteCommand, QuoteOutcome, WriteCommand } from '../command.ts';
import { type Sample, type Setting, SHOE, sample } from './sample-shop.ts';

export const NUMBER = 'XE20261105-0001';

/** The customer of `order-1`, with a means of payment of each kind; two gift cards, of which one holds little. */
export const LIN: Customer = {
  id: 'customer-1',
  name: '林晓',
  phone: '13900000001',
  email: 'lin@example.com',
  locale: 'zh',
  addresses: [
    {
      name: '林晓',
      phone: '13900000001',
      country: 'CN',
      province: '江苏省',
      city: '苏州市',
      district: '姑苏区',
      street: '平江路 1 号',
      postcode: '215000',
    },
  ],
  paymentMethods: [
    { id: 'alipay-1', method: 'alipay', detail: '' },
    { id: 'card-1', method: 'card', detail: 'visa 4111111111111234' },
    { id: 'gift-1', method: 'gift-card', detail: '', balance: cny(50_000) },
    { id: 'gift-poor', method: 'gift-card', detail: '', balance: cny(100) },
  ],
};

/** Somebody else. */
export const ZHOU: Customer = {
  id: 'customer-2',
  name: '周涛',
  phone: '13900000002',
  email: 'zhou@example.com',
  locale: 'zh',
  addresses: [],
  paymentMethods: [{ id: 'card-2', method: 'card', detail: 'visa 9876' }],
};

/** The shoes: size 42 costs what it did, 43 ¥20 more, 44 ¥30 less. */
export const PRICED: Product = {
  ...SHOE,
  variants: SHOE.variants.map((variant, index) => ({
    ...variant,
    price: cny(19_900 + ([0, 2_000, -3_000][index] ?? 0)),
    stock: 5,
  })),
};

/** Paid by Alipay alone, two pairs at ¥199 less ¥20, ¥8 shipping, not sent. */
export const PAID: Partial<Order> = {
  status: 'paid',
  paidAt: '2026-11-11T02:00:00.000Z',
  lines: [sampleLine({ quantity: 2, discount: cny(2_000) })],
  total: cny(38_600),
  payments: [samplePayment({ id: 'p1', paymentMethodId: 'alipay-1', amount: cny(38_600) })],
};

export const DELIVERED: Partial<Order> = { ...PAID, status: 'delivered' };

/** A cheap thing: small enough a sum for a refund without a return. */
export const SOCKS: Partial<Order> = {
  ...DELIVERED,
  lines: [sampleLine({ quantity: 2, unitPrice: cny(3_000) })],
  total: cny(6_800),
  payments: [samplePayment({ id: 'p1', paymentMethodId: 'alipay-1', amount: cny(6_800) })],
};

/** As shipped by default, but differences are settled by what the customer names and refunds may go to a gift card. */
export const NAMED_METHOD: Policy = {
  ...DEFAULT_POLICY,
  priceDifference: 'named-method',
  refundTo: 'original-or-gift-card',
};

export function afterSales(order: Partial<Order> = {}, setting: Setting = {}): Sample {
  return sample(order, [], { customers: [LIN, ZHOU], products: [PRICED], ...setting });
}

type AnyWrite = WriteCommand<never> | CustomerWriteCommand<never>;

/** Quotes as the gate does: parsed input, the order of now. */
export async function tryQuote(command: unknown, raw: unknown, { context, order }: Sample): Promise<QuoteOutcome> {
  const write = command as AnyWrite;
  const input = write.input.parse(raw);
  return 'orderNumber' in write ? write.quote(input, context, await order()) : write.quote(input, context);
}

export async function quoteOf(command: unknown, raw: unknown, at: Sample) {
  const outcome = await tryQuote(command, raw, at);
  if (!outcome.ok) throw new Error(outcome.verdict.reasons[0]?.rule ?? 'refused');
  return outcome.quote;
}

/** The rule that refuses it; null when it is allowed. */
export async function ruleAgainst(command: unknown, raw: unknown, at: Sample): Promise<string | null> {
  const outcome = await tryQuote(command, raw, at);
  return outcome.ok ? null : (outcome.verdict.reasons[0]?.rule ?? '');
}

/** The sentences of a quote. */
export async function effectsOf(command: unknown, raw: unknown, at: Sample, locale: 'zh' | 'en' = 'zh') {
  return (await quoteOf(command, raw, at)).effects.map((effect) => effect[locale]);
}

export async function execute(command: unknown, raw: unknown, at: Sample, key = 'k') {
  const quote = await quoteOf(command, raw, at);
  return (command as AnyWrite).execute(JSON.parse(JSON.stringify(quote)), at.context, key);
}
