import { cardBrandIn } from '../core/card-brands.ts';
import type { PaymentMethod } from '../core/customer.ts';
import { formatMoney } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import { type Refusal, refuse } from '../core/verdict.ts';
import { methodText } from '../policy/refund-split.ts';
import type { CommandContext } from './command.ts';
import { maskedDetail } from './masked.ts';

/** The means of payment that may be named for an order: those that paid for it, and its customer's own where we speak to him. */
export async function meansOf(order: Order, { shop, customerId }: CommandContext): Promise<PaymentMethod[]> {
  const isOwner = customerId !== null && order.customerId === customerId;
  const own = isOwner ? ((await shop.getCustomer(customerId))?.paymentMethods ?? []) : [];
  const paid = order.payments.flatMap(({ paymentMethodId: id, method }) => (id ? [{ id, method, detail: '' }] : []));
  return [...new Map([...paid, ...own].map((each) => [each.id, each])).values()];
}

/** One text for what does not exist and for what is somebody else's. */
const UNKNOWN = refuse('payment-method.unknown', {
  zh: '您的账户和这张订单里没有这个付款方式，请换一个。',
  en: 'There is no such means of payment on your account or on this order. Please name another.',
});

export async function namedMeans(
  order: Order,
  id: string,
  context: CommandContext,
): Promise<{ ok: true; means: PaymentMethod } | { ok: false; verdict: Refusal }> {
  const means = (await meansOf(order, context)).find((each) => each.id === id);
  return means ? { ok: true, means } : { ok: false, verdict: UNKNOWN };
}

/** Visa 信用卡 ****1234 · UnionPay card ****0001 · gift card (balance $20) */
export function meansText({ method, detail, balance }: PaymentMethod): { zh: string; en: string } {
  const { brand, rest: told } = cardBrandIn(maskedDetail(detail));
  const kind = methodText(method);
  // 「银联银行卡」 says bank twice.
  const kindZh = brand && method === 'card' ? '卡' : kind.zh;
  const name = brand ? { zh: `${spaced(brand.zh)}${kindZh}`.trim(), en: `${brand.en} ${kind.en}` } : kind;
  const rest = told === '' ? '' : ` ${told}`;
  return {
    zh: `${name.zh}${rest}${balance ? `（余额 ${formatMoney(balance, 'zh')}）` : ''}`,
    en: `${name.en}${rest}${balance ? ` (balance ${formatMoney(balance, 'en')})` : ''}`,
  };
}

/** Between Chinese words a name that begins or ends in Latin letters or digits keeps its distance. */
export function spaced(name: string): string {
  return `${/^[!-~]/.test(name) ? ' ' : ''}${name}${/[!-~]$/.test(name) ? ' ' : ''}`;
}

/** Without the balance: for what has been settled. */
export function meansName({ balance: _balance, ...means }: PaymentMethod): { zh: string; en: string } {
  return meansText(means);
}
