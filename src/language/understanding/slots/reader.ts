import type { Slot, UnderstandingContext } from '../../../core/understanding.ts';
import { findAudiences, isRelative } from '../../lexicon/audiences.ts';
import { findColours } from '../../lexicon/colours.ts';
import type { NormalisedText } from '../../normalise.ts';
import { lowerCase } from '../../normalise.ts';
import { readOrderNumbers, readTrackingNumbers } from '../../quantities/codes.ts';
import { readEmails, readNumberTails, readPhones } from '../../quantities/contacts.ts';
import { readCounts } from '../../quantities/counts.ts';
import { readDates } from '../../quantities/dates/dates.ts';
import { readMoney } from '../../quantities/money.ts';
import { readOrdinals } from '../../quantities/ordinals.ts';
import { readSizes } from '../../quantities/sizes.ts';
import { buildGazetteer } from './gazetteer.ts';
import { findNames } from './names.ts';
import { findAddresses } from './places.ts';

/** Words of the shop's own catalogue, in any language. */
export interface Lexicon {
  products?: readonly string[];
  categories?: readonly string[];
  brands?: readonly string[];
}

interface Stretch {
  start: number;
  end: number;
}

const CARRIERS =
  '顺丰|圆通|中通|申通|韵达|极兔|京东快递|邮政|ems|德邦|百世|顺丰速运|dhl|fedex|ups|usps|dpd|evri|hermes|royal mail|yodel|parcelforce|an post|sf express'.split(
    '|',
  );
const COUPON =
  /满\d+减\d+|(?:新人|生日|会员|无门槛)券|(?<![a-z\d])[a-z]{4,12}\d{1,3}(?![a-z\d])(?=.{0,12}(?:码|券|code|coupon|work))|(?<=(?:优惠码|折扣码)[ :：]?)[a-z]{3,12}\d{0,4}(?![a-z\d])/gi;
const RELATIVE_PRICE = /(?:更|再)?便宜一?[点些]|cheaper|贵点/gi;
const COLOUR_WORD = /(?:别的|其他|另一个|另外的)颜色|another colou?r|浅色系?|深色系?/gi;
/** A date is only found here, not placed: any day will do. */
const ANY_DAY = { now: '2026-01-15T00:00:00.000Z', zone: 'UTC' };
/** 「一个」 counts where something is done to it (退一件), elsewhere it is an article. */
const ARTICLE = /^(?:一|an?$|an? )/;
const DONE_TO = /[退换留买要拍发少多只取消收到]\s?$/;
/** What is counted, but is no goods. */
const NO_GOODS =
  /^\s*(?:账号|手机|号|人|订单|单|包裹|快递|地址|箱子|盒子|码|问题|选项|accounts?|orders?|parcels?|boxes)/;

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
    const { text } = source;
    const lower = lowerCase(text);
    const placed = (name: string, stretches: readonly Stretch[]): Slot[] =>
      stretches.map(({ start, end }) => {
        const span = source.span(start, end);
        return { name, text: source.original.slice(span.start, span.end), ...span };
      });
    // From the surest to the least sure.
    const groups = [
      identifiers(source, hints.context),
      [...placed('person_name', findNames(text)), ...placed('coupon', matches(COUPON, text))],
      [
        ...named('price', readMoney(source, { currency: 'CNY' })),
        ...named('size', readSizes(source)),
        ...named('ordinal', readOrdinals(source)),
        ...named('date', readDates(source, ANY_DAY)),
        ...placed('address', findAddresses(text)),
      ],
      [...quantities(source), ...gazetteer.find(lower).flatMap(({ name, ...stretch }) => placed(name, [stretch]))],
      [
        ...placed('colour', [...findColours(lower), ...matches(COLOUR_WORD, lower)]),
        ...placed(
          'recipient',
          findAudiences(lower).filter(
            ({ word }) => isRelative(word) && word.length > 1 && !/^(?:he|him|her|男|女)$/.test(word),
          ),
        ),
        ...placed('price', matches(RELATIVE_PRICE, lower)),
      ],
    ];
    const kept: Slot[] = [];
    for (const group of groups) kept.push(...longest(group).filter((slot) => isFree(slot, kept)));
    return kept.sort((a, b) => a.start - b.start);
  };
}

function named(name: string, readings: readonly (Stretch & { text: string })[]): Slot[] {
  return readings.map(({ text, start, end }) => ({ name, text, start, end }));
}

/** When an order was asked for, a bare number is one; the end of a number belongs to whatever is spoken of. */
function identifiers(source: NormalisedText, context: UnderstandingContext | undefined): Slot[] {
  const asksForOrder = /^(?:order|verify|orderNumber)$/.test(context?.expecting ?? '');
  const speaksOfOrder = asksForOrder || /订单|单号|\border\b|#/i.test(source.text);
  return [
    ...named('email', readEmails(source)),
    ...named('tracking_id', readTrackingNumbers(source)),
    ...named(
      'order_id',
      readOrderNumbers(source).filter(({ value }) => value.isCertain || asksForOrder),
    ),
    ...named('phone', readPhones(source)),
    ...named(speaksOfOrder ? 'order_id' : 'phone', readNumberTails(source)),
  ];
}

function quantities(source: NormalisedText): Slot[] {
  const { original } = source;
  const counted = readCounts(source).filter(({ text, start, end }) => {
    if (NO_GOODS.test(original.slice(end))) return false;
    return !ARTICLE.test(text) || DONE_TO.test(original.slice(Math.max(0, start - 2), start));
  });
  return named('quantity', counted);
}

function matches(pattern: RegExp, text: string): Stretch[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
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
