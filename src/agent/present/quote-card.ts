import type { FactValues } from '../../core/fact.ts';
import type { Locale } from '../../core/locale.ts';
import { localize } from '../../core/locale.ts';
import { formatMoney } from '../../core/money.ts';
import type { Effect, Quote, QuoteItem, Refund } from '../../core/quote.ts';
import type { Block, ConfirmationCard } from '../../core/reply.ts';
import { optionsText } from './options.ts';

export function quoteCard({ quote, token, expiresAt }: FactValues['quote'], locale: Locale): ConfirmationCard {
  return {
    token,
    title: localize(quote.title, locale),
    orderNumber: quote.orderNumber,
    items: itemTexts(quote, locale),
    effects: quote.effects.map((effect) => localize(effect, locale)),
    refund: quote.refund ? refundText(quote.refund, locale) : null,
    expiresAt,
  };
}

export function doneBlock(effect: Effect, locale: Locale): Block {
  // The sentence that gives the sum is among the effects; its parts are worth a line when there are several.
  const refund = effect.refund && effect.refund.parts.length > 1 ? [refundText(effect.refund, locale)] : [];
  return {
    kind: 'done',
    title: localize(effect.title, locale),
    lines: [...itemTexts(effect, locale), ...effect.effects.map((each) => localize(each, locale)), ...refund],
    reference: effect.reference,
  };
}

function itemTexts({ items }: Quote | Effect, locale: Locale): string[] {
  return items.map((item) => itemText(item, locale));
}

/** 轻跑 3 跑鞋（黑色 / 42）× 1 → 黑色 / 43 */
function itemText({ title, options, quantity, replacement }: QuoteItem, locale: Locale): string {
  const described = optionsText(options, locale);
  const chosen = described && (locale === 'zh' ? `（${described}）` : ` (${described})`);
  const instead = replacement ? ` → ${optionsText(replacement.options, locale)}` : '';
  return `${localize(title, locale)}${chosen} × ${quantity}${instead}`;
}

/** The sum and what it is made of. */
function refundText({ amount, parts }: Refund, locale: Locale): string {
  const total = formatMoney(amount, locale);
  if (parts.length < 2) return total;
  const list = parts.map((part) => `${localize(part.label, locale)} ${formatMoney(part.amount, locale)}`);
  return locale === 'zh' ? `${total}（${list.join('，')}）` : `${total} (${list.join(', ')})`;
}
