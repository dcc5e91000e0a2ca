import type { FactValues } from '../../core/fact.ts';
import type { Locale } from '../../core/locale.ts';
import { localize } from '../../core/locale.ts';
import { formatMoney } from '../../core/money.ts';
import type { Effect, Quote, Refund } from '../../core/quote.ts';
import type { Block, ConfirmationCard } from '../../core/reply.ts';
import { withoutForetold } from '../foretold.ts';
import { chargeText, itemText, partsLine, refundLine, refundText } from './items.ts';
import { clockWords } from './time.ts';

export function quoteCard(
  { quote, token, expiresAt }: FactValues['quote'],
  locale: Locale,
  zone: string,
): ConfirmationCard {
  return {
    token,
    title: localize(quote.title, locale),
    orderNumber: quote.orderNumber,
    items: itemTexts(quote, locale),
    effects: [...quote.effects.map((effect) => localize(effect, locale)), ...charge(quote, locale)],
    refund: quote.refund ? refundText(quote.refund, locale) : null,
    expiresAt,
    until: clockWords(expiresAt, zone),
  };
}

export function doneBlock(effect: Effect, locale: Locale): Block {
  const lines = withoutForetold(effect.effects).map((each) => localize(each, locale));
  const refund = effect.refund && effect.refund.parts.length > 1 ? [sumOnce(effect.refund, lines, locale)] : [];
  return {
    kind: 'done',
    title: localize(effect.title, locale),
    lines: [...itemTexts(effect, locale), ...lines, ...charge(effect, locale), ...refund],
    reference: effect.reference,
  };
}

/** A sum that a sentence has given is not given again, only what it is made of. */
function sumOnce(refund: Refund, lines: readonly string[], locale: Locale): string {
  const isSaid = lines.some((line) => line.includes(formatMoney(refund.amount, locale)));
  return isSaid ? partsLine(refund, locale) : refundLine(refund, locale);
}

/** The sentence that gives the sum is among the effects; its parts are worth a line when there are several. */
function charge({ charge }: Quote | Effect, locale: Locale): string[] {
  return charge && charge.parts.length > 1 ? [chargeText(charge, locale)] : [];
}

function itemTexts({ items }: Quote | Effect, locale: Locale): string[] {
  return items.map((item) => itemText(item, locale));
}
