import { Converter } from 'opencc-js/t2cn';

/** A text made comparable, with the way back: every stretch of `text` knows where it stands in `original` (UTF-16). */
export interface NormalisedText {
  readonly original: string;
  readonly text: string;
  /** The stretch of the original that [start, end) of `text` was made from. */
  span(start: number, end: number): { start: number; end: number };
}

/** OpenCC's own table: characters that are also simplified (著 in 著名) stay as they are. */
const simplify = Converter({ from: 't', to: 'cn' });

/**
 * A run of printable ASCII and common ideographs, which are plain already and by far the most of any message (its last one may have marks, and is
 * left to the next); else a base with its combining marks, a run of conjoining Hangul, or one code unit that stands alone.
 */
const CLUSTER = /([ -~\u4e00-\u9fff]+)(?![^ -~\u4e00-\u9fff])|[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gsu;
/** Format characters (zero-width, directional marks, BOM), variation selectors, and letters that draw nothing. */
const INVISIBLE = /\p{Cf}|[\ufe00-\ufe0f]|\u034f|[\u115f\u1160\u3164\uffa0]|[\u180b-\u180f]|[\u{e0000}-\u{e0fff}]/gu;
const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/gu;
const SPACE = /[\t\p{Zs}]/gu;
const CONTROL = /\p{Cc}/gu;
/** Scripts whose spelling does not need a mark that NFKC could not fold into the letter. */
const MARKS_ARE_NOISE = /^[\p{Script=Han}\p{Script=Latin}\p{Script=Common}]/u;
const FOLDED: Record<string, string> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '‒': '-',
  '−': '-',
  '‐': '-',
  '⁄': '/',
};

const PLAIN = /^[ -~\u4e00-\u9fff]$/;

function fold(cluster: string): string {
  if (PLAIN.test(cluster)) return cluster;
  const visible = cluster.replace(LINE_END, '\n').replace(SPACE, ' ').replace(INVISIBLE, '');
  // NFKC makes ´ and ¨ into a space with a mark.
  let folded = visible.normalize('NFKC').replace(/[‘’ʼ“”–‒−‐⁄]/gu, (mark) => FOLDED[mark] ?? mark);
  if (MARKS_ARE_NOISE.test(folded)) folded = folded.replace(/\p{M}/gu, '');
  return folded === '\n' ? folded : folded.replace(CONTROL, '');
}

/**
 * Width, compatibility forms, invisible characters, stray marks and broken surrogates are made plain; traditional characters become simplified.
 * Letter case and punctuation stay. Never longer work than one pass over the text.
 */
export function normalise(original: string): NormalisedText {
  const wellFormed = original.toWellFormed();
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of wellFormed.matchAll(CLUSTER)) {
    const [cluster, plain] = match;
    if (plain !== undefined) {
      for (let at = match.index; at < match.index + plain.length; at++) {
        starts.push(at);
        ends.push(at + 1);
      }
      text += plain;
      continue;
    }
    const folded = fold(cluster);
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(match.index);
      ends.push(match.index + cluster.length);
    }
    text += folded;
  }
  return { original, text: toSimplified(text), span: spanOf(starts, ends) };
}

function toSimplified(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const converted = simplify(text);
  if (converted.length === text.length) return converted;
  // A phrase that changes its length would break the map: take such texts character by character.
  return [...text].map((character) => keepLength(character, simplify(character))).join('');
}

function keepLength(before: string, after: string): string {
  return before.length === after.length ? after : before;
}

function spanOf(starts: readonly number[], ends: readonly number[]): NormalisedText['span'] {
  return (start, end) => {
    const from = starts[start] ?? ends.at(-1) ?? 0;
    return { start: from, end: end > start ? (ends[end - 1] ?? from) : from };
  };
}

/** For readers that take either. */
export function asNormalised(text: string | NormalisedText): NormalisedText {
  return typeof text === 'string' ? normalise(text) : text;
}

/** Lower case in which every character keeps its place (İ would grow). */
export function lowerCase(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => keepLength(letter, letter.toLowerCase()));
}
