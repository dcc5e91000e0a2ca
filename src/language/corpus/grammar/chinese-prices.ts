import { NUMERAL_CHARACTERS, parseChineseNumeral } from '../../quantities/numerals.ts';
import { between, choose, near } from './draw.ts';
import { chineseNumeral } from './numerals.ts';

/** Words instead of a number, by grammar: those of one row stand for each other. */
const RELATIVE: [string, ...string[]][] = [
  ['便宜', '实惠', '划算'],
  ['便宜点', '便宜一点', '便宜些', '便宜一些', '再便宜点', '实惠点', '少点', '价格低一些', '价格低点', '价位低一点'],
  ['贵点', '贵一点', '贵些', '价格高一点', '价位高些'],
];

const BOUNDS_BEFORE = ['不超过', '低于', '最多', '最高', '预算', '控制在', '大概', '差不多', '不到'] as const;
const BOUNDS_AFTER: [string, ...string[]][] = [
  ['以内', '以下', '之内', '以里'],
  ['左右', '上下', '出头'],
  ['以上', '往上', '起'],
];
const NUMERAL = `[${NUMERAL_CHARACTERS}]`;
const AMOUNT = new RegExp(
  `^(不超过|低于|超过|最多|最高|预算|控制在|降到|大概|差不多|不到)?([¥￥])?(?:(\\d+(?:\\.\\d+)?)([wW万千kK])?|(${NUMERAL}+))(元|块钱|块|rmb|人民币)?(${BOUNDS_AFTER.flat().join('|')})?$`,
);
const LOOSE = new RegExp(`^(${NUMERAL}+|\\d+)(多|几)(元|块钱|块)?$`);
const BETWEEN = /^[一二两三四五六七八九]{2}(十|百|千|万)(元|块钱|块)?$/;
const RANGE = new RegExp(`^(${NUMERAL}+|\\d+)(到|至|-|~)(${NUMERAL}+|\\d+)(元|块钱|块)?$`);

const FOLD: Record<string, number> = { w: 10_000, W: 10_000, 万: 10_000, 千: 1_000, k: 1_000, K: 1_000 };

function amountOf(text: string): number {
  return Number(/^\d/.test(text) ? text : (parseChineseNumeral(text) ?? Number.NaN));
}

function inDigits(value: number, random: () => number): string {
  if (value >= 10_000 && value % 1_000 === 0 && random() < 0.5) return `${value / 10_000}w`;
  return String(value);
}

/** 300 → 299, 1300 → 1288: as a price tag has it. */
function asTag(value: number, random: () => number): number {
  if (value < 20 || value % 10 > 0 || random() < 0.4) return value;
  return (
    value - (value >= 200 && value % 100 === 0 ? choose([1, 1, 2, 12, 32, 41], random) : choose([1, 1, 2], random))
  );
}

function write(value: number, wasInDigits: boolean, random: () => number): string {
  if (random() < (wasInDigits ? 0.8 : 0.25)) return inDigits(wasInDigits ? asTag(value, random) : value, random);
  return chineseNumeral(value, random() < 0.6);
}

function unit(random: () => number): string {
  return choose(['元', '块', '块', '块钱'], random);
}

/** An amount for another of the same order; a bound stays one, and a bare number stays without unit. */
export function chinesePrice(surface: string, random: () => number): string | null {
  const words = RELATIVE.find((row) => row.includes(surface));
  if (words) return choose(words, random);
  if (/^\d{1,2}%$/.test(surface)) return `${between(1, 9, random) * 5}%`;
  const gap = BETWEEN.exec(surface);
  if (gap) {
    const low = between(1, 8, random);
    const pair = `${low === 2 ? '两' : chineseNumeral(low)}${chineseNumeral(low + 1)}`;
    return `${pair === '一二' ? '一两' : pair}${gap[1]}${gap[2] ? unit(random) : ''}`;
  }
  const loose = LOOSE.exec(surface);
  if (loose) {
    const size = Math.max(10, 10 ** Math.floor(Math.log10(amountOf(loose[1] ?? ''))));
    const value = between(1, 9, random) * size;
    return `${/^\d/.test(surface) ? value : chineseNumeral(value)}${size === 10 ? choose(['几', '多'], random) : '多'}${loose[3] ? unit(random) : ''}`;
  }
  const range = RANGE.exec(surface);
  if (range) {
    const low = near(amountOf(range[1] ?? ''), random);
    const isInDigits = random() < 0.5;
    const [from, to] = [low, low + Math.max(1, near(low / 2, random))].map((end) =>
      isInDigits ? String(end) : chineseNumeral(end, true),
    );
    return `${from}${isInDigits ? choose(['-', '到', '~'], random) : '到'}${to}${range[4] ? unit(random) : ''}`;
  }
  return single(surface, random);
}

function single(surface: string, random: () => number): string | null {
  const match = AMOUNT.exec(surface);
  if (!match) return null;
  const [, before, sign, figures, fold, spoken, money, after] = match;
  const old = amountOf(figures ?? spoken ?? '') * (FOLD[fold ?? ''] ?? 1);
  // 一分, 0元, 1元: more is said by them than an amount.
  if (!Number.isFinite(old) || old < 2) return null;
  const value = near(old, random);
  const cents = figures?.includes('.') ? choose(['.9', '.5', '.8', '.00', '.90'], random) : '';
  const amount = cents === '' ? write(value, figures !== undefined, random) : `${value}${cents}`;
  const isInDigits = /^[\d.]+$/.test(amount);
  // 降到, 超过: no bound but a change.
  const lead = before === '降到' || before === '超过' ? before : before ? choose(BOUNDS_BEFORE, random) : '';
  const row = BOUNDS_AFTER.find((words) => words.includes(after ?? ''));
  const tail = row ? choose(row, random) : '';
  const hasUnit = sign !== undefined || money !== undefined;
  if (hasUnit && isInDigits && random() < (sign ? 0.6 : 0.15)) return `${lead}¥${amount}${tail}`;
  return `${lead}${amount}${hasUnit ? unit(random) : ''}${tail}`;
}
