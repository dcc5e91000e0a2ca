import { matchesOf } from '../matches.ts';
import type { NormalisedText } from '../normalise.ts';
import { asNormalised, lowerCase } from '../normalise.ts';
import { wholeNumber } from './decimal.ts';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from './numerals.ts';
import type { Reading } from './reading.ts';
import { readingAt, withoutOverlaps } from './reading.ts';

/** A place in what was shown: 1 is the first, -1 the last. `latest`: newest in time (「最近一单」), wherever it stands. */
export type Place = { kind: 'place'; position: number } | { kind: 'latest'; back: number };

const WORDS: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};
const ONE = '(?:个|款|双|件|单|笔|条|种|只|样|项|台|套|家|瓶|把|张|份)';

const PATTERNS: [RegExp, (match: RegExpExecArray) => Place | null][] = [
  [new RegExp(`倒数第([${NUMERAL_CHARACTERS}]|\\d{1,2})${ONE}?`, 'g'), (match) => place(numeral(match[1]), -1)],
  [
    new RegExp(
      `第([${NUMERAL_CHARACTERS}]{1,3}|\\d{1,2})(?![\\d次批天年回遍人代时]|个?(?:月|星期|礼拜|小时))\\s*${ONE}?`,
      'g',
    ),
    (match) => place(numeral(match[1])),
  ],
  [new RegExp(`(?:最后|末尾)(?:面)?的?(?:那|这)?一?${ONE}|最下面(?:的|那)?一?${ONE}?`, 'g'), () => place(1, -1)],
  [new RegExp(`最上面(?:的|那)?一?${ONE}?|(?:头|打头)(?:一)${ONE}`, 'g'), () => place(1)],
  [/(?:上上|前)(?:一)?[单笔]/g, () => ({ kind: 'latest', back: 1 })],
  [
    /(?:上|最近的?|最新的?|刚才的?|刚刚的?|刚下的?|新下的?|最后下的?)(?:那|这)?(?:一)?(?:单|笔|个订单|个单子|订单)/g,
    () => ({ kind: 'latest', back: 0 }),
  ],
  [
    // "Send the new one first" and "second return this month" count no list.
    /(?<=^|\bthe )(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))(?: (?:one|item|pair|option|product|order))?(?=[.,!? ]*$|,| (?:please|pls|and|or|in|with|is|looks?|needs?|should|for)\b)/g,
    (match) => place(WORDS[match[1] ?? ''] ?? Number.parseInt(match[1] ?? '', 10)),
  ],
  [
    /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)) (?:one|item|pair|option|product|order)\b(?! discount)/g,
    (match) => place(WORDS[match[1] ?? ''] ?? Number.parseInt(match[1] ?? '', 10)),
  ],
  [
    /\b(?:option|item)\s?(\d{1,2})\b|^(?:number|no\.?|#)\s?(\d{1,2})(?=[.! ]*$|\s(?:please|pls))/g,
    (match) => place(Number(match[1] ?? match[2])),
  ],
  [/\b(?:my )?(?:last|latest|most recent|newest) (?:order|purchase)\b/g, () => ({ kind: 'latest', back: 0 })],
  [
    /\bthe last(?: one| pair| item| option)?\b(?! (?:week|month|few|time|day|order))|^last one\b|\bthe bottom one\b/g,
    () => place(1, -1),
  ],
  [/\b(?:second|2nd)[ -]to[ -]last\b|\bnext to last\b/g, () => place(2, -1)],
  [/\b(?:the )?top one\b/g, () => place(1)],
];

function numeral(text: string | undefined): number | null {
  return text === undefined ? null : wholeNumber(/^\d/.test(text) ? text : (parseChineseNumeral(text) ?? '0.5'));
}

function place(count: number | null, direction: 1 | -1 = 1): Place | null {
  return count === null || count < 1 ? null : { kind: 'place', position: count * direction };
}

/** 「第二个」「最后一款」「上一单」 "the 2nd one", "my latest order". */
export function readOrdinals(input: string | NormalisedText): Reading<Place>[] {
  const source = asNormalised(input);
  const text = lowerCase(source.text);
  const found: Reading<Place>[] = [];
  for (const [pattern, read] of PATTERNS) {
    for (const match of matchesOf(text, pattern)) {
      const value = read(match);
      if (value) found.push(readingAt(source, match.index, match.index + match[0].length, value));
    }
  }
  return withoutOverlaps(found);
}
