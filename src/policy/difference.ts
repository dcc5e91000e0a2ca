import type { PaymentMethod } from '../core/customer.ts';
import type { Localized } from '../core/locale.ts';
import { formatMoney, type Money, money } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import type { Refusal } from '../core/verdict.ts';
import { no, refusal } from './give-back.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { refundable } from './refund.ts';
import { type ExchangeItem, lineOf, optionsText, variantOf } from './replacement.ts';
import { protectedBack } from './returned.ts';

export interface Difference {
  /** > 0: the customer pays, < 0: is paid back. */
  amount: Money;
  /** One for each item that costs more or less; they add up to the amount. */
  parts: { label: Localized; amount: Money }[];
}

/** What other variants cost more or less than was paid for those bought: today's price less the price paid, or nothing when both cost the same today. */
export function differenceQuote(order: Order, items: readonly ExchangeItem[]): Difference {
  const { currency } = order.total;
  const parts = items.flatMap((item) => {
    const each = priceDifference(order, item);
    const variant = variantOf(item);
    if (!variant || each === 0) return [];
    const label = (locale: 'zh' | 'en') => `${optionsText(variant, locale)} × ${item.quantity}`;
    return [{ label: { zh: label('zh'), en: label('en') }, amount: money(each * item.quantity, currency) }];
  });
  return {
    amount: money(
      parts.reduce((total, part) => total + part.amount.amount, 0),
      currency,
    ),
    parts,
  };
}

/** Both options cost the same today, whatever was paid. */
function isEven(order: Order, item: ExchangeItem): boolean {
  const bought = item.product?.variants.find(({ id }) => id === lineOf(order, item)?.variantId);
  return variantOf(item)?.price.amount === bought?.price.amount;
}

function priceDifference(order: Order, item: ExchangeItem): number {
  const line = lineOf(order, item);
  const wanted = variantOf(item);
  if (!line || !wanted || !Number.isSafeInteger(item.quantity) || isEven(order, item)) return 0;
  return wanted.price.amount - line.unitPrice.amount;
}

/**
 * An item that would then cost less than the discount on it. Whether the rest of the discount is lost is nothing that a table says, and the
 * shop does not book it. Where both options cost the same today the price paid stays, unless today's prices come to the same.
 */
export function belowDiscount(order: Order, items: readonly ExchangeItem[]): Refusal | null {
  const drift = items.reduce((total, item) => {
    const [line, wanted] = [lineOf(order, item), variantOf(item)];
    return line && wanted && isEven(order, item)
      ? total + (wanted.price.amount - line.unitPrice.amount) * item.quantity
      : total;
  }, 0);
  for (const item of items) {
    const [line, wanted] = [lineOf(order, item), variantOf(item)];
    if (!line || !wanted) continue;
    const price = isEven(order, item) && drift !== 0 ? line.unitPrice : wanted.price;
    if (price.amount * item.quantity >= line.discount.amount) continue;
    const [zh, en] = [formatMoney(line.discount, 'zh'), formatMoney(line.discount, 'en')];
    return no(
      'items.below-discount',
      {
        zh: `您想换的规格现价 ${formatMoney(wanted.price, 'zh')}，还不到这件商品已经享受的优惠 ${zh}，这样改我这边办不了。`,
        en: `The option you want costs ${formatMoney(wanted.price, 'en')}, less than the ${en} that was taken off this item, so I cannot make that change.`,
      },
      { zh: '可以转人工同事帮您处理。', en: 'A colleague can look into it with you.' },
    );
  }
  return null;
}

/** How a difference is settled: by a person, or by a means of payment that the customer named and that covers it. */
export function unsettled(
  order: Order,
  items: readonly ExchangeItem[],
  rule: 'exchange' | 'items',
  method: PaymentMethod | null,
  policy: Policy,
  context: PolicyContext,
): Refusal | null {
  const { amount } = differenceQuote(order, items);
  const differing = items.find((item) => priceDifference(order, item) !== 0);
  if (!differing) return null;
  if (policy.priceDifference === 'person' || isTangled(order, items, amount, context))
    return forPerson(order, differing, rule);
  if (amount.amount === 0) return null;
  const size = { ...amount, amount: Math.abs(amount.amount) };
  if (!method) {
    const more = amount.amount > 0;
    return refusal(`${rule}.settlement-unknown`, {
      zh: `差价 ${formatMoney(size, 'zh')} 要${more ? '由您补付' : '退给您'}，请说用哪个付款方式。`,
      en: `There is a difference of ${formatMoney(size, 'en')} ${more ? 'to pay' : 'to give back'}: which means of payment shall it be?`,
    });
  }
  return notCovered(method, amount, rule);
}

/** Nothing was paid yet; or a part of the price has been paid back for being lower today; or more would go back than is left of the payment. */
function isTangled(order: Order, items: readonly ExchangeItem[], { amount }: Money, context: PolicyContext): boolean {
  const isProtected = (item: ExchangeItem) => {
    const line = priceDifference(order, item) === 0 ? undefined : lineOf(order, item);
    return line !== undefined && protectedBack(order, line, context.returns) > 0;
  };
  const unpaid = order.status === 'awaiting-payment';
  return unpaid || items.some(isProtected) || -amount > refundable(order, context).amount;
}

/** A gift card has to hold what is taken from it. */
export function notCovered(method: PaymentMethod, amount: Money, rule: string): Refusal | null {
  if (method.balance === undefined || method.balance.amount >= amount.amount) return null;
  return refusal(`${rule}.gift-card-short`, {
    zh: `这张礼品卡余额 ${formatMoney(method.balance, 'zh')}，不够 ${formatMoney(amount, 'zh')}，请换一个付款方式。`,
    en: `That gift card holds ${formatMoney(method.balance, 'en')}, less than ${formatMoney(amount, 'en')}; please choose another means of payment.`,
  });
}

function forPerson(order: Order, item: ExchangeItem, rule: 'exchange' | 'items'): Refusal | null {
  const line = lineOf(order, item);
  const replacement = variantOf(item);
  if (!line || !replacement) return null;
  const difference = {
    amount: Math.abs(replacement.price.amount - line.unitPrice.amount),
    currency: line.unitPrice.currency,
  };
  const dearer = replacement.price.amount > line.unitPrice.amount;
  return no(
    `${rule}.price-difference`,
    {
      zh: `您想换的规格现价 ${formatMoney(replacement.price, 'zh')}，比您买的${dearer ? '贵' : '便宜'} ${formatMoney(difference, 'zh')}，有差价的换货我这边办不了。`,
      en: `The option you want costs ${formatMoney(replacement.price, 'en')}, ${formatMoney(difference, 'en')} ${dearer ? 'more' : 'less'} than yours; I cannot arrange an exchange with a price difference.`,
    },
    { zh: '可以转人工同事处理差价。', en: 'A colleague can settle the difference with you.' },
  );
}
