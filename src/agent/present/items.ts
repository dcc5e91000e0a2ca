import type { Locale } from '../../core/locale.ts';
import { localize } from '../../core/locale.ts';
import { formatMoney } from '../../core/money.ts';
import type { Charge, QuoteItem, Refund } from '../../core/quote.ts';
import { optionsText } from './options.ts';

/** 轻跑 3 跑鞋（黑色 / 42）× 1 → 黑色 / 43 */
export function itemText({ title, options, quantity, replacement }: QuoteItem, locale: Locale): string {
  const described = optionsText(options, locale);
  const chosen = described && (locale === 'zh' ? `（${described}）` : ` (${described})`);
  const instead = replacement ? ` → ${optionsText(replacement.options, locale)}` : '';
  return `${localize(title, locale)}${chosen} × ${quantity}${instead}`;
}

/** The sum and what it is made of. */
export function refundText({ amount, parts }: Refund, locale: Locale): string {
  return sumText({ amount, parts }, locale);
}

/** What the sum is made of, where a sentence has said it already. */
export function partsLine({ parts }: Refund, locale: Locale): string {
  return locale === 'zh' ? `金额组成：${partsText(parts, locale)}` : `Made up of: ${partsText(parts, locale)}`;
}

/** The same where nothing beside it says that it is a refund. */
export function refundLine(refund: Refund, locale: Locale): string {
  return locale === 'zh' ? `退款 ${refundText(refund, locale)}` : `Refund: ${refundText(refund, locale)}`;
}

export function chargeText({ amount, parts }: Charge, locale: Locale): string {
  return locale === 'zh'
    ? `补差价 ${sumText({ amount, parts }, locale)}`
    : `To pay: ${sumText({ amount, parts }, locale)}`;
}

function sumText({ amount, parts }: Pick<Refund, 'amount' | 'parts'>, locale: Locale): string {
  const total = formatMoney(amount, locale);
  if (parts.length < 2) return total;
  const list = partsText(parts, locale);
  return locale === 'zh' ? `${total}（${list}）` : `${total} (${list})`;
}

function partsText(parts: Refund['parts'], locale: Locale): string {
  const [between, separator] = locale === 'zh' ? [' ', '，'] : [': ', '; '];
  return parts
    .map(({ label, amount }) => `${localize(label, locale)}${between}${formatMoney(amount, locale)}`)
    .join(separator);
}
