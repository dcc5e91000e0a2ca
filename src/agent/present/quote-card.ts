import type { FactValues } from '../../core/fact.ts';
import type { Locale } from '../../core/locale.ts';
import { localize } from '../../core/locale.ts';
import type { Effect, Quote } from '../../core/quote.ts';
import type { Block, ConfirmationCard } from '../../core/reply.ts';
import { withoutForetold } from '../foretold.ts';
import { chargeText, itemText, refundLine, refundText } from './items.ts';
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
  const refund = effect.refund && effect.refund.parts.length > 1 ? [refundLine(effect.refund, locale)] : [];
  const lines = withoutForetold(effect.effects).map((each) => localize(each, locale));
  return {
    kind: 'done',
    title: localize(effect.title, locale),
    lines: [...itemTexts(effect, locale), ...lines, ...charge(effect, locale), ...refund],
    reference: effect.reference,
  };
}

/** The sentence that gives the sum is among the effects; its parts are worth a line when there are several. */
function charge({ charge }: Quote | Effect, locale: Locale): string[] {
  return charge && charge.parts.length > 1 ? [chargeText(charge, locale)] : [];
}

function itemTexts({ items }: Quote | Effect, locale: Locale): string[] {
  return items.map((item) => itemText(item, locale));
}
