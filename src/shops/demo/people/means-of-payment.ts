import type { PaymentMethod } from '../../../core/customer.ts';
import type { Locale } from '../../../core/locale.ts';
import type { Money } from '../../../core/money.ts';

export function paymentMethodId(customerId: string, method: string): string {
  return `${customerId}-${method}`;
}

/** Everybody's three, the most used one first, and a gift card for those who have one. */
export function meansOfPayment(customerId: string, locale: Locale, index: number, balance?: Money): PaymentMethod[] {
  const lastFour = String(index + 1).padStart(4, '0');
  const card = { method: 'card', detail: locale === 'zh' ? `银联 ${lastFour}` : `visa ${lastFour}` };
  const wallets = ['wechat-pay', 'alipay'].map((method) => ({ method, detail: '' }));
  const all = locale === 'zh' ? [...wallets, card] : [card, ...wallets.toReversed()];
  const held = balance ? [{ method: 'gift-card', detail: '', balance }] : [];
  return [...all, ...held].map((each) => ({ id: paymentMethodId(customerId, each.method), ...each }));
}
