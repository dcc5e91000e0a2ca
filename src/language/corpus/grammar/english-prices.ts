import { between, choose, near } from './draw.ts';
import { englishNumeral, parseEnglishNumeral } from './numerals.ts';

/** Words instead of a number, by grammar: those of one row stand for each other. */
const RELATIVE: [string, ...string[]][] = [
  ['cheaper', 'less expensive', 'more affordable', 'lower priced', 'cheapest'],
  ['cheap', 'affordable', 'expensive', 'pricey', 'reasonable', 'budget'],
  ['less money', 'less', 'a lower price', 'a better price'],
];

const UPPER = ['under', 'below', 'less than', 'up to', 'max', 'no more than', 'within', 'at most'] as const;
const AROUND = ['around', 'about', 'roughly', 'approx', 'close to'] as const;
const LOWER = ['over', 'above', 'more than', 'at least', 'from'] as const;
const BOUNDS = [UPPER, AROUND, LOWER];
const POUNDS = ['quid', 'pounds', 'quid', 'pound'] as const;
const DOLLARS = ['dollars', 'bucks', 'bucks', 'usd'] as const;
const EUROS = ['euros', 'euro', 'eur'] as const;
const NAMES = [POUNDS, DOLLARS, EUROS];

const AMOUNT =
  /^(?:(under|below|less than|up to|max|no more than|within|at most|around|about|roughly|approx|close to|over|above|more than|at least|from) )?([£$€])?(\d[\d,]*(?:\.\d{1,2})?|[a-z]+(?:[ -][a-z]+){0,3}?)(?: (quid|pounds?|dollars?|bucks|usd|euros?|eur))?( off| less)?$/i;
const PERCENT = /^(?:\d{1,2}%|[a-z]+ percent)( off)?$/i;

function find<Row extends readonly string[]>(rows: readonly Row[], word: string): Row | undefined {
  return rows.find((row) => row.includes(word.toLowerCase()));
}

function bound(word: string, random: () => number): string {
  const row = find(BOUNDS, word);
  return row ? choose(row as readonly [string, ...string[]], random) : word;
}

/** An amount for another of the same order and currency; a bound stays one, and a bare number stays without currency. */
export function englishPrice(surface: string, random: () => number): string | null {
  const words = find(RELATIVE, surface);
  if (words) return choose(words as [string, ...string[]], random);
  if (/^(?:fiver|tenner)$/i.test(surface)) return choose(['fiver', 'tenner'], random);
  const percent = PERCENT.exec(surface);
  if (percent) {
    const value = between(1, 14, random) * 5;
    return `${/%/.test(surface) ? `${value}%` : `${englishNumeral(value)} percent`}${percent[1] ?? ''}`;
  }
  const match = AMOUNT.exec(surface);
  if (!match) return null;
  const [, before, sign, number = '', name, after = ''] = match;
  const isWord = /^[a-z]/i.test(number);
  // "two fifty", read out: 2.50 or 250.
  const isReadOut = /^[a-z]+ (?:fifty|ninety|twenty|forty)$/i.test(number) && name === undefined;
  const old = isWord ? parseEnglishNumeral(number) : Number(number.replace(/,/g, ''));
  if (old === null || !Number.isFinite(old) || old < 2) return null;
  if (isReadOut && old < 100)
    return `${englishNumeral(between(1, 9, random))} ${choose(['fifty', 'twenty', 'forty nine', 'ninety nine'], random)}`;
  const lead = before ? `${bound(before, random)} ` : '';
  const value = near(old, random);
  const written =
    isWord && random() < 0.7
      ? englishNumeral(Math.min(value, 9_999))
      : `${value}${number.includes('.') ? choose(['.99', '.50', '.95', '.49', '.00'], random) : ''}`;
  const mark = sign && /^\d/.test(written) ? sign : '';
  const row = name ? find<readonly string[]>(NAMES, name) : undefined;
  const money = row ? ` ${choose(row as readonly [string, ...string[]], random)}` : '';
  if (mark !== '' && after === '' && !written.includes('.') && random() < 0.25)
    return `${lead}${written} ${choose(sign === '£' ? POUNDS : sign === '$' ? DOLLARS : EUROS, random)}`;
  return `${lead}${mark}${written}${money}${after}`;
}
