import { AppError } from '../../core/errors.ts';
import type { Merge } from './bpe-training.ts';
import { WORD_BEGIN } from './pretokenise.ts';

/** Everything a tokenizer has learned. */
export interface Learned {
  /** Tokens by id: specials, characters, marked characters, then one for each merge that made a new one. */
  vocabulary: string[];
  merges: Merge[];
  /** How many of the first tokens are specials. */
  specials: number;
}

/** With these ids in every tokenizer. */
export const STANDARD_SPECIALS = ['[PAD]', '[UNK]', '[CLS]', '[MASK]', '[SEP]'];
export const UNKNOWN = 1;

/** Words hold no brackets, so no text gives a special. */
export const SPECIAL = /^\[[^\s[\]]+\]$/;

/** Known whatever the corpus holds: a typo brings up any of them. */
const PRINTABLE = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((c) => !/[A-Z]/.test(c));
/** What a word or a number can begin with. */
const BEGINNINGS = PRINTABLE.filter((character) => /[a-z0-9]/.test(character));
export const MARKING: readonly Merge[] = BEGINNINGS.map((character) => [WORD_BEGIN, character]);

/** The five standard specials and the given ones. */
export function allSpecials(further: readonly string[]): string[] {
  const specials = [...STANDARD_SPECIALS, ...further];
  const bad = specials.find((token, at) => !SPECIAL.test(token) || specials.indexOf(token) !== at);
  if (bad !== undefined)
    throw new AppError('tokenizer.special', { detail: `${bad} is no [special], or is given twice` });
  return specials;
}

/** What stands in the vocabulary before the first learned merge. `characters`: how often each occurs; where `size` is too small the rare ones go. */
export function beginVocabulary(
  specials: readonly string[],
  characters: ReadonlyMap<string, number>,
  size: number,
): string[] {
  const always = [...PRINTABLE, '\n', WORD_BEGIN];
  const room = size - specials.length - always.length - MARKING.length;
  if (room < 0) throw new AppError('tokenizer.size', { detail: `${size} tokens do not hold specials and ASCII` });
  const seen = [...characters].filter(([character]) => !always.includes(character));
  seen.sort(([a, often], [b, seldom]) => seldom - often || byCodePoint(a, b));
  const kept = seen.slice(0, room).map(([character]) => character);
  return [...specials, ...[...always, ...kept].sort(byCodePoint), ...BEGINNINGS.map((each) => WORD_BEGIN + each)];
}

function byCodePoint(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}
