import type { Money } from '../core/money.ts';
import { allocate, money } from '../core/money.ts';
import type { Order } from '../core/order.ts';

/** How much of a refund goes back to each means of payment: in proportion to what is left of each payment. */
export function refundSplit(order: Order, amount: Money): { method: string; amount: Money }[] {
  const left = new Map<string, number>();
  for (const payment of order.payments) {
    const signed = payment.kind === 'payment' ? payment.amount.amount : -payment.amount.amount;
    left.set(payment.method, (left.get(payment.method) ?? 0) + signed);
  }
  const methods = [...left].filter(([, rest]) => rest > 0);
  const shares = allocate(
    money(methods.length > 0 ? amount.amount : 0, amount.currency),
    methods.map(([, rest]) => rest),
  );
  return methods.flatMap(([method], index) => {
    const share = shares[index];
    return share && share.amount > 0 ? [{ method, amount: share }] : [];
  });
}

/** `alipay`; `gift-card+card` when it goes to several; `original` when no payment is left to go back to. */
export function refundMethod(order: Order, amount: Money): string {
  const methods = refundSplit(order, amount).map((share) => share.method);
  return methods.length > 0 ? methods.join('+') : 'original';
}

const METHODS: Record<string, { zh: string; en: string }> = {
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
