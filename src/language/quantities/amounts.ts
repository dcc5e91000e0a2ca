import { minorDigits } from '../../core/money.ts';
import type { Decimal } from './decimal.ts';
import { shiftDecimal, trimDecimal } from './decimal.ts';
import type { FoundNumber } from './numbers.ts';
import { findNumbers } from './numbers.ts';

export interface Amount {
  from: Decimal;
  to: Decimal;
  currency: string;
  /** A currency stands beside it. */
  isMarked: boolean;
  /** Said as two ends. */
  isRange: boolean;
  /** Said as two numbers, 「300 到 500」, where 「三四百」 is a loose one. */
  isJoined: boolean;
  start: number;
  end: number;
}

const BEFORE = /(us\$|hk\$|usd|cny|rmb|人民币|eur|gbp|[¥$€£])\s*$/;
const AFTER =
  /^\s*(美元|美金|美刀|刀|港币|港元|日元|欧元|英镑|人民币|元钱?|块钱?|圆|大洋|us dollars?|dollars?|bucks?|usd|cny|rmb|yuan|kuai|euros?|eur|pounds?|quid|gbp|[¥$€£])(?![a-z])/;
const CURRENCIES: Record<string, string> = {
  us$: 'USD',
  usd: 'USD',
  美元: 'USD',
  美金: 'USD',
  美刀: 'USD',
  'us dollar': 'USD',
  'us dollars': 'USD',
  cny: 'CNY',
  rmb: 'CNY',
  人民币: 'CNY',
  yuan: 'CNY',
  kuai: 'CNY',
  hk$: 'HKD',
  港币: 'HKD',
  港元: 'HKD',
  日元: 'JPY',
  欧元: 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '€': 'EUR',
  英镑: 'GBP',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  '£': 'GBP',
};
/** What a number counts when it counts no money. */
const OTHER_UNIT =
  /^\s*(?:码|号|[个双件条套只把副顶台盒瓶包袋本张支对份部位人次天周月年岁时分秒点折级层楼栋幢室寸尺斤两克吨升瓦伏页项种款单年]|小时|毫升|毫安|公斤|千克|公里|厘米|毫米|平米|分钟|礼拜|星期|百分|%|°|ml|l\b|cm|mm|m\b|kg|g\b|km|mah|w\b|hz|gb|inch|"|hours?|days?|weeks?|months?|years?|minutes?|pairs?|people|persons?|pieces?|pcs|items?|stars?|x\b|am\b|pm\b|th\b|st\b|nd\b|rd\b|\d)/;
/** 「两块五」 is 2.50, 「三块五毛」 3.50, 「五毛」 0.50. */
const SMALL_CHANGE = /^([一二两三四五六七八九\d])(?:[毛角]|(?![\p{L}\p{N}]))/u;
const DIMES = /^\s*[毛角](?!毯|线|巾|衣|绒|形|度|落)/;
const JOINT = /^\s*(?:元|块|块钱)?\s*(?:到|至|[-~—]+|to|and|–)\s*(?:us\$|[¥$€£])?\s*$/;

/** Amounts in a lower-case normalised text, with what stands directly beside them; ranges joined. */
export function findAmounts(text: string, shopCurrency: string): Amount[] {
  const single: Amount[] = [];
  for (const number of findNumbers(text, true)) {
    // The five of 「三块五毛」 has been read.
    if (number.start >= (single.at(-1)?.end ?? 0)) single.push(...amountOf(text, number, shopCurrency));
  }
  const joined: Amount[] = [];
  for (const amount of single) {
    const before = joined.at(-1);
    const range = before && !before.isRange ? joinRange(text, before, amount) : null;
    if (range) joined[joined.length - 1] = range;
    else joined.push(amount);
  }
  return joined;
}

function amountOf(text: string, number: FoundNumber, shopCurrency: string): Amount[] {
  const prefix = BEFORE.exec(text.slice(Math.max(0, number.start - 8), number.start));
  const rest = text.slice(number.end, number.end + 24);
  const start = number.start - (prefix?.[0].length ?? 0);
  const isLoose = number.from !== number.to;
  if (DIMES.test(rest)) {
    return [
      {
        from: shiftDecimal(number.from, -1),
        to: shiftDecimal(number.to, -1),
        currency: shopCurrency,
        isMarked: true,
        isRange: isLoose,
        isJoined: false,
        start,
        end: number.end + 1,
      },
    ];
  }
  // 「一块寄」 means together.
  const isTogether =
    text.slice(number.start, number.end) === '一' && /^块(?![钱的以左多\d一二三四五六七八九,，。]|$)/.test(rest);
  if (isTogether) return [];
  const suffix = AFTER.exec(rest);
  if (!prefix && !suffix && OTHER_UNIT.test(rest)) return [];
  const mark = prefix?.[1] ?? suffix?.[1];
  const currency = mark === undefined ? shopCurrency : currencyOf(mark, shopCurrency);
  let end = number.end + (suffix?.[0].length ?? 0);
  let { from, to } = number;
  const change =
    suffix && /^[块元]$/.test(suffix[1] ?? '') && !from.includes('.') ? SMALL_CHANGE.exec(text.slice(end)) : null;
  if (change) {
    const dime = 'x一二三四五六七八九'.indexOf((change[1] ?? '').replace('两', '二'));
    from = trimDecimal(`${from}.${dime > 0 ? dime : change[1]}`);
    to = from;
    end += change[0].length;
  }
  const more = /^(?:多块|多元|多(?=块|元|以|的|左|$))/.exec(text.slice(number.end));
  if (more && !isLoose) {
    to = almostTheNext(number.from, currency);
    end = number.end + more[0].length;
  }
  return [
    {
      from,
      to,
      currency,
      isMarked: mark !== undefined || more !== null,
      isRange: from !== to,
      isJoined: false,
      start,
      end,
    },
  ];
}

/** 「两百多」: up to where the next hundred begins. */
function almostTheNext(decimal: Decimal, currency: string): Decimal {
  const zeros = /0+$/.exec(decimal)?.[0].length ?? 0;
  const next = BigInt(decimal.split('.')[0] ?? '0') + 10n ** BigInt(zeros);
  const digits = minorDigits(currency);
  return shiftDecimal(String(next * 10n ** BigInt(digits) - 1n), -digits);
}

function currencyOf(mark: string, shopCurrency: string): string {
  if (mark === '¥') return /^(?:CNY|JPY)$/.test(shopCurrency) ? shopCurrency : 'CNY';
  if (/^(?:\$|刀|dollars?|bucks?)$/.test(mark))
    return /^(?:USD|CAD|AUD|NZD|HKD|SGD|TWD)$/.test(shopCurrency) ? shopCurrency : 'USD';
  return CURRENCIES[mark] ?? shopCurrency;
}

function joinRange(text: string, low: Amount, high: Amount): Amount | null {
  const joint = text.slice(low.end, high.start);
  // 8-2-3047 and 0912-345-678 are codes.
  if (/[-\d]$/.test(text.slice(0, low.start)) || /^-?\d/.test(text.slice(high.end))) return null;
  const isJoint = JOINT.test(joint);
  const isAnd = /\band\b/.test(joint);
  if (!isJoint || (isAnd && !/between\s*[¥$€£]?\s*$/.test(text.slice(0, low.start)))) return null;
  const currency = high.isMarked ? high.currency : low.currency;
  // 「三到五百」: the unit is said once, at the end.
  const unit = /([百千万])(?:[块元]|$)?/.exec(text.slice(high.start, high.end))?.[1];
  const isShared = unit !== undefined && Number(low.to) < 10 && Number(high.from) >= 100;
  const from = isShared ? shiftDecimal(low.from, { 百: 2, 千: 3, 万: 4 }[unit] ?? 0) : low.from;
  if (Number(from) >= Number(high.to)) return null;
  return {
    from,
    to: high.to,
    currency,
    isMarked: low.isMarked || high.isMarked,
    isRange: true,
    isJoined: true,
    start: low.start,
    end: high.end,
  };
}
