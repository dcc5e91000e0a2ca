import type { Slot, UnderstandingContext } from '../../../core/understanding.ts';
import type { NormalisedText } from '../../normalise.ts';
import { lowerCase } from '../../normalise.ts';
import { formsOf, named, placed, type Stretch } from './forms.ts';
import { buildGazetteer } from './gazetteer.ts';

/** Words of the shop's own catalogue, in any language. */
export interface Lexicon {
  products?: readonly string[];
  categories?: readonly string[];
  brands?: readonly string[];
}

const CARRIERS =
  '顺丰|圆通|中通|申通|韵达|极兔|京东快递|邮政|ems|德邦|百世|顺丰速运|dhl|fedex|ups|usps|dpd|evri|hermes|royal mail|yodel|parcelforce|an post|sf express'.split(
    '|',
  );

interface SlotHints {
  context?: UnderstandingContext | undefined;
}

export type SlotReader = (text: NormalisedText, hints?: SlotHints) => Slot[];

/** Finds slots by rule and by the catalogue's words. Of stretches that overlap the surest wins, then the longest. */
export function createSlotReader(lexicon: Lexicon): SlotReader {
  const gazetteer = buildGazetteer([
    ...(lexicon.products ?? []).map((word) => [word, 'product'] as const),
    ...(lexicon.categories ?? []).map((word) => [word, 'category'] as const),
    ...(lexicon.brands ?? []).map((word) => [word, 'attribute'] as const),
    ...CARRIERS.map((word) => [word, 'carrier'] as const),
  ]);

  return (source, hints = {}) => {
    const { names, measures, quantities, wishes } = formsOf(source);
    const listed = gazetteer
      .find(lowerCase(source.text))
      .flatMap(({ name, ...stretch }) => placed(source, name, [stretch]));
    // From the surest to the least sure.
    const groups = [identifiers(source, hints.context), names, measures, [...quantities, ...listed], wishes];
    const kept: Slot[] = [];
    for (const group of groups) kept.push(...longest(group).filter((slot) => isFree(slot, kept)));
    return kept.sort((a, b) => a.start - b.start);
  };
}

/** When an order was asked for, a bare number is one; the end of a number belongs to whatever is spoken of. */
function identifiers(source: NormalisedText, context: UnderstandingContext | undefined): Slot[] {
  const asksForOrder = /^(?:order|verify|orderNumber)$/.test(context?.expecting ?? '');
  const speaksOfOrder = asksForOrder || /订单|单号|\border\b|#/i.test(source.text);
  const { emails, trackingNumbers, orderNumbers, phones, numberTails } = formsOf(source);
  return [
    ...emails,
    ...trackingNumbers,
    ...named(
      'order_id',
      orderNumbers.filter(({ value }) => value.isCertain || asksForOrder),
    ),
    ...phones,
    ...named(speaksOfOrder ? 'order_id' : 'phone', numberTails),
  ];
}

function isFree(slot: Stretch, taken: readonly Stretch[]): boolean {
  return taken.every((other) => slot.end <= other.start || slot.start >= other.end);
}

function longest(slots: readonly Slot[]): Slot[] {
  const kept: Slot[] = [];
  for (const slot of [...slots].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (isFree(slot, kept)) kept.push(slot);
  return kept;
}
