import { normalise } from '../../language/normalise.ts';
import type { Claim, Page } from './claim.ts';
import { readAmounts } from './read-amounts.ts';
import { readCodes } from './read-codes.ts';
import { readCounts } from './read-counts.ts';
import { readTimes } from './read-times.ts';

export interface ReadingContext {
  /** `YYYY-MM-DD` in the shop's zone: what 明天 means. */
  today: string;
  /** Decimals of the shop's currency. */
  minorDigits: number;
}

/** Normalised, lower case. A Chinese comma ends a number, which its normal form would not: 「¥79，316 不锈钢」. */
export function plainForm(text: string): string {
  return normalise(text.replaceAll('，', '， ')).text.toLowerCase();
}

/** Every number, date, address and code in a text, each read once. Facts and drafts are read by the same eyes. */
export function readClaims(text: string, context: ReadingContext): Claim[] {
  return readPlain(plainForm(text), context);
}

/** As `readClaims`, of a text in its plain form; stretches that are not to be read are blanked in it. */
export function readPlain(plain: string, context: ReadingContext): Claim[] {
  const page: Page = { text: plain, rest: plain, claims: [] };
  readCodes(page);
  readTimes(page, { date: context.today });
  readAmounts(page, context.minorDigits);
  readCounts(page);
  return page.claims.sort((a, b) => a.start - b.start);
}
