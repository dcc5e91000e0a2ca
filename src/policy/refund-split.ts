import type { Money } from '../core/money.ts';
import { add, allocate, money } from '../core/money.ts';
import type { Order } from '../core/order.ts';

/**
 * How much of a refund goes back by each method: in proportion to what is left of each means of payment. Two cards are two means, as the shop
 * books them, though they are told as one method.
 */
export function refundSplit(order: Order, amount: Money): { method: string; amount: Money }[] {
  const left = new Map<string, { method: string; rest: number }>();
  for (const { kind, method, paymentMethodId, amount: moved } of order.payments) {
    const key = paymentMethodId ?? method;
    const before = left.get(key)?.rest ?? 0;
    left.set(key, { method, rest: before + (kind === 'payment' ? moved.amount : -moved.amount) });
  }
  const means = [...left.values()].filter(({ rest }) => rest > 0);
  const shares = allocate(
    money(means.length > 0 ? amount.amount : 0, amount.currency),
    means.map(({ rest }) => rest),
  );
  const split = new Map<string, Money>();
  for (const [index, { method }] of means.entries())
    split.set(method, add(split.get(method) ?? money(0, amount.currency), shares[index] ?? money(0, amount.currency)));
  return [...split].flatMap(([method, share]) => (share.amount > 0 ? [{ method, amount: share }] : []));
}

/** `alipay`; `gift-card+card` when it goes to several; `original` when no payment is left to go back to. */
export function refundMethod(order: Order, amount: Money): string {
  const methods = refundSplit(order, amount).map((share) => share.method);
  return methods.length > 0 ? methods.join('+') : 'original';
}

export const METHODS: Record<string, { zh: string; en: string }> = {
  alipay: { zh: '支付宝', en: 'Alipay' },
  'wechat-pay': { zh: '微信支付', en: 'WeChat Pay' },
  card: { zh: '银行卡', en: 'card' },
  'credit-card': { zh: '信用卡', en: 'credit card' },
  paypal: { zh: 'PayPal', en: 'PayPal' },
  'gift-card': { zh: '礼品卡', en: 'gift card' },
  balance: { zh: '账户余额', en: 'account balance' },
  'cash-on-delivery': { zh: '货到付款', en: 'cash on delivery' },
  original: { zh: '原支付方式', en: 'original means of payment' },
};

/** A means of payment, or several joined by `+`, in words. */
export function methodText(method: string): { zh: string; en: string } {
  const names = method.split('+').map((each) => METHODS[each] ?? { zh: each, en: each });
  return { zh: names.map((name) => name.zh).join('、'), en: names.map((name) => name.en).join(' and ') };
}
