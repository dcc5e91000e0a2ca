import { matchesOf } from '../matches.ts';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from './numerals.ts';

/** A property with a number: `20000mah`, `65w`, `32gb`, `144hz`; `laptop 15in` is room for a laptop of that size. */
export interface Spec {
  spec: string;
  start: number;
  end: number;
}

const UNITS: [string, RegExp][] = [
  ['mah', /毫安时?|m\s?ah\b/],
  ['w', /瓦(?!斯)|w(?:atts?)?\b/],
  ['gb', /gb?\s?(?:内存|存储|版)|gb\b|gigs?\b/],
  ['tb', /tb?\s?(?:硬盘|存储)|tb\b/],
  ['hz', /赫兹|hz\b/],
];
const NUMBER = `(?:\\d[\\d,]*(?:\\.\\d+)?|[${NUMERAL_CHARACTERS}]{1,6})(?:万|k(?=\\s?m))?`;
const SPEC = new RegExp(
  `(?<![\\d.a-z${NUMERAL_CHARACTERS}])(${NUMBER})\\s?-?(?:${UNITS.map(([name, unit]) => `(?<${name}>${unit.source})`).join('|')})`,
  'gi',
);
const LAPTOP =
  /(\d{2}(?:\.\d)?)[\s-]?(?:英?寸|inch(?:es)?|")\s*(?:的|大)?\s*(?:笔记本|电脑|手提|本子|laptops?|macbooks?|notebooks?)|(?:笔记本|电脑|laptops?)(?:是|有|of|is)?\s*(\d{2}(?:\.\d)?)[\s-]?(?:英?寸|inch(?:es)?|")/gi;

/** Such properties in a normalised text, in any spelling: 两万毫安, 20,000 mAh. */
export function findSpecs(text: string): Spec[] {
  const found: Spec[] = matchesOf(text, LAPTOP).map((match) => ({
    spec: `laptop ${match[1] ?? match[2]}in`,
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const match of matchesOf(text, SPEC)) {
    const unit = UNITS.find(([name]) => match.groups?.[name] !== undefined)?.[0];
    const value = numberOf(match[1] ?? '');
    if (unit && value !== null)
      found.push({ spec: `${value}${unit}`, start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

function numberOf(text: string): number | null {
  const plain = text.replace(/,/g, '').toLowerCase();
  const scaled = /^(\d+(?:\.\d+)?)(万|k)$/.exec(plain);
  if (scaled) return Number(scaled[1]) * (scaled[2] === '万' ? 10_000 : 1_000);
  if (/^\d/.test(plain)) return Number(plain);
  const read = parseChineseNumeral(plain);
  return read === null ? null : Number(read);
}

/** The largest inches of a text such as 「15.6 英寸」; null where it names none. */
export function inchesIn(text: string): number | null {
  const sizes = matchesOf(text, /(\d{1,2}(?:\.\d)?)[\s-]?(?:英?寸|inch(?:es)?|")/gi).map((match) => Number(match[1]));
  return sizes.length > 0 ? Math.max(...sizes) : null;
}
