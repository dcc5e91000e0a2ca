import type { Money } from '../../core/money.ts';
import { money, moneyFromDecimal } from '../../core/money.ts';
import type { NormalisedText } from '../normalise.ts';
import { asNormalised, lowerCase } from '../normalise.ts';
import { findAmounts } from './amounts.ts';
import { type Bound, boundOf } from './bounds.ts';
import { blankIdentifiers } from './identifiers.ts';
import type { Reading } from './reading.ts';
import { readingAt } from './reading.ts';

/** What is said of an amount: exactly it, about it, at most, at least, or between two. */
export type MoneyWish =
  | { kind: 'exact' | 'around' | 'max' | 'min'; amount: Money }
  | { kind: 'range'; from: Money; to: Money };

export interface MoneyOptions {
  /** ISO 4217: what 元, 块 and a bare number mean, and ¥ or $ where it is one of theirs. */
  currency: string;
  /** The clerk has just asked for a price: a bare number is one. */
  expected?: boolean;
}

/**
 * Amounts of money in reading order: 「两百左右」「不超过一千五」「100到200」 "under 50 bucks" ￥199. A bare number counts only with such a word
 * beside it. An amount finer than its currency has no reading: nothing is rounded.
 */
export function readMoney(input: string | NormalisedText, options: MoneyOptions): Reading<MoneyWish>[] {
  const source = asNormalised(input);
  const text = blankIdentifiers(lowerCase(source.text));
  const readings: Reading<MoneyWish>[] = [];
  for (const amount of findAmounts(text, options.currency)) {
    const bound = boundOf(text, amount.start, amount.end);
    if (!amount.isMarked && !amount.isRange && bound.kind === 'exact' && !options.expected) continue;
    const value = wishOf(amount, bound.kind);
    if (value)
      readings.push(readingAt(source, Math.min(bound.start, amount.start), Math.max(bound.end, amount.end), value));
  }
  return readings;
}

/** 「三百出头」 is no more than 360. */
const A_LITTLE_MORE = 1.2;

function wishOf(
  amount: { from: string; to: string; currency: string; isJoined: boolean },
  kind: Bound['kind'],
): MoneyWish | null {
  const from = moneyOf(amount.from, amount.currency);
  const to = moneyOf(amount.to, amount.currency);
  if (!from || !to) return null;
  if (kind === 'just-above')
    return { kind: 'range', from, to: money(Math.floor(from.amount * A_LITTLE_MORE), from.currency) };
  if (from.amount === to.amount) return { kind, amount: from };
  // 「预算 300 到 500」: both ends were said.
  if (amount.isJoined) return { kind: 'range', from, to };
  if (kind === 'max') return { kind, amount: to };
  if (kind === 'min') return { kind, amount: from };
  return { kind: 'range', from, to };
}

function moneyOf(decimal: string, currency: string): Money | null {
  try {
    return moneyFromDecimal(decimal, currency);
  } catch {
    return null;
  }
}
