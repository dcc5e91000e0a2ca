import type { Slot } from '../../../core/understanding.ts';
import { findAudiences, isRelative } from '../../lexicon/audiences.ts';
import { findColours } from '../../lexicon/colours.ts';
import { matchesOf } from '../../matches.ts';
import type { NormalisedText } from '../../normalise.ts';
import { lowerCase } from '../../normalise.ts';
import type { OrderNumber } from '../../quantities/codes.ts';
import { readOrderNumbers, readTrackingNumbers } from '../../quantities/codes.ts';
import { readEmails, readNumberTails, readPhones } from '../../quantities/contacts.ts';
import { readCounts } from '../../quantities/counts.ts';
import { parseDay } from '../../quantities/dates/civil-day.ts';
import { findDates } from '../../quantities/dates/dates.ts';
import { readMoney } from '../../quantities/money.ts';
import { readOrdinals } from '../../quantities/ordinals.ts';
import type { Reading } from '../../quantities/reading.ts';
import { readSizes } from '../../quantities/sizes.ts';
import { findNames } from './names.ts';
import { findAddresses } from './places.ts';

export interface Stretch {
  start: number;
  end: number;
}

/** What a text's form alone says, whatever the catalogue and the conversation. */
interface Forms {
  emails: readonly Slot[];
  trackingNumbers: readonly Slot[];
  orderNumbers: readonly Reading<OrderNumber>[];
  phones: readonly Slot[];
  numberTails: readonly Reading<string>[];
  /** Names of people and of coupons. */
  names: readonly Slot[];
  /** Prices, sizes, ordinals, dates and addresses. */
  measures: readonly Slot[];
  quantities: readonly Slot[];
  /** Colours, recipients and wishes for another price. */
  wishes: readonly Slot[];
}

const COUPON =
  /满\d+减\d+|(?:新人|生日|会员|无门槛)券|(?<![a-z\d])[a-z]{4,12}\d{1,3}(?![a-z\d])(?=.{0,12}(?:码|券|code|coupon|work))|(?<=(?:优惠码|折扣码)[ :：]?)[a-z]{3,12}\d{0,4}(?![a-z\d])/gi;
const RELATIVE_PRICE = /(?:更|再)?便宜一?[点些]|cheaper|贵点/gi;
const COLOUR_WORD = /(?:别的|其他|另一个|另外的)颜色|another colou?r|浅色系?|深色系?/gi;
/** A date is only found here, not placed: any day will do. */
const ANY_DAY = parseDay('2026-01-15');
/** 「一个」 counts where something is done to it (退一件), elsewhere it is an article. */
const ARTICLE = /^(?:一|an?$|an? )/;
const DONE_TO = /[退换留买要拍发少多只取消收到]\s?$/;
/** What is counted, but is no goods. */
const NO_GOODS =
  /^\s*(?:账号|手机|号|人|订单|单|包裹|快递|地址|箱子|盒子|码|问题|选项|accounts?|orders?|parcels?|boxes)/;

/** The model's hints and the reading look at the same text: it is gone through once. */
const READ = new WeakMap<NormalisedText, Forms>();

export function formsOf(source: NormalisedText): Forms {
  let forms = READ.get(source);
  if (!forms) {
    forms = readForms(source);
    READ.set(source, forms);
  }
  return forms;
}

function readForms(source: NormalisedText): Forms {
  const { text } = source;
  const lower = lowerCase(text);
  return {
    emails: named('email', readEmails(source)),
    trackingNumbers: named('tracking_id', readTrackingNumbers(source)),
    orderNumbers: readOrderNumbers(source),
    phones: named('phone', readPhones(source)),
    numberTails: readNumberTails(source),
    names: [...placed(source, 'person_name', findNames(text)), ...placed(source, 'coupon', stretches(COUPON, text))],
    measures: [
      ...named('price', readMoney(source, { currency: 'CNY' })),
      ...named('size', readSizes(source)),
      ...named('ordinal', readOrdinals(source)),
      ...placed(source, 'date', findDates(source, ANY_DAY)),
      ...placed(source, 'address', findAddresses(text)),
    ],
    quantities: readQuantities(source),
    wishes: [
      ...placed(source, 'colour', [...findColours(lower), ...stretches(COLOUR_WORD, lower)]),
      ...placed(
        source,
        'recipient',
        findAudiences(lower).filter(
          ({ word }) => isRelative(word) && word.length > 1 && !/^(?:he|him|her|男|女)$/.test(word),
        ),
      ),
      ...placed(source, 'price', stretches(RELATIVE_PRICE, lower)),
    ],
  };
}

export function named(name: string, readings: readonly (Stretch & { text: string })[]): Slot[] {
  return readings.map(({ text, start, end }) => ({ name, text, start, end }));
}

/** Stretches of the normalised text as slots of the original. */
export function placed(source: NormalisedText, name: string, found: readonly Stretch[]): Slot[] {
  return found.map(({ start, end }) => {
    const span = source.span(start, end);
    return { name, text: source.original.slice(span.start, span.end), ...span };
  });
}

function readQuantities(source: NormalisedText): Slot[] {
  const { original } = source;
  const counted = readCounts(source).filter(({ text, start, end }) => {
    if (NO_GOODS.test(original.slice(end))) return false;
    return !ARTICLE.test(text) || DONE_TO.test(original.slice(Math.max(0, start - 2), start));
  });
  return named('quantity', counted);
}

function stretches(pattern: RegExp, text: string): Stretch[] {
  return matchesOf(text, pattern).map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
