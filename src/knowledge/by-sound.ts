import type { Locale } from '../core/locale.ts';
import { readSyllables, soundOf } from '../language/sounds.ts';
import { askingWords, type QuestionWord, soundTerm } from './terms.ts';

/** A stretch of a question that may be a word by its sound. */
export interface HeardStretch {
  /** As it was written. */
  written: string;
  /** The question's words that it is made of. */
  of: readonly string[];
  /** By which the index has what sounds like it. */
  term: string;
  start: number;
  end: number;
}

const LONGEST = 4;
const HAN = /^\p{Script=Han}+$/u;

/** One character or syllable, and the word it is of. */
interface Sounding {
  written: string;
  sound: string;
  word: QuestionWord;
}

/** Stretches of a Chinese question that may be Chinese words written by their sound: 「浙将」, 「tuihuo」. */
export function soundsIn(words: readonly QuestionWord[], locale: Locale): HeardStretch[] {
  if (locale !== 'zh') return [];
  const runs: Sounding[][] = [[]];
  let kind = '';
  for (const word of words) {
    const now = HAN.test(word.word) ? 'han' : 'latin';
    const sounding =
      now === 'han' ? [...word.word].map((written) => ({ written, sound: soundOf(written), word })) : latin(word);
    if (now !== kind || !sounding) runs.push([]);
    kind = now;
    runs.at(-1)?.push(...(sounding ?? []));
  }
  let before = 0;
  return runs.flatMap((run) => {
    const found = stretchesOf(run).map((each) => ({ ...each, start: each.start + before, end: each.end + before }));
    before += run.length;
    return found;
  });
}

function latin(word: QuestionWord): Sounding[] | null {
  const syllables = /^[a-z]{2,}$/.test(word.written) ? readSyllables(word.written) : null;
  return syllables?.map((sound) => ({ written: sound, sound, word })) ?? null;
}

function stretchesOf(run: readonly Sounding[]): HeardStretch[] {
  const found: HeardStretch[] = [];
  for (let start = 0; start < run.length; start++) {
    for (let end = start + 2; end <= Math.min(run.length, start + LONGEST); end++) {
      const part = run.slice(start, end);
      const sound = part.map((each) => each.sound).join('');
      const words = [...new Set(part.map(({ word }) => word))];
      const isTelling = words.some(({ asks }) => !asks) && !words.some(({ word, asks }) => asks && word.length > 1);
      if (!isTelling || soundsAsking(sound)) continue;
      const of = words.map(({ word }) => word);
      found.push({ written: part.map((each) => each.written).join(''), of, term: soundTerm(sound), start, end });
    }
  }
  return found;
}

/** Words that were written by their sound, the longest first, and the words of the question that they stand in place of. */
export function heardWords(
  stretches: readonly HeardStretch[],
  known: ReadonlyMap<string, number>,
): { words: { word: string; term: string }[]; instead: ReadonlySet<string> } {
  const isLost = (word: string) => word.length === 1 || !known.has(word);
  const possible = stretches.filter(
    ({ written, of, term }) => known.has(term) && !known.has(written) && of.every(isLost),
  );
  possible.sort((one, other) => other.end - other.start - (one.end - one.start));
  const chosen: HeardStretch[] = [];
  for (const each of possible) {
    if (chosen.every(({ start, end }) => each.end <= start || end <= each.start)) chosen.push(each);
  }
  // Of a question in pinyin the syllables that are no word of the index say nothing.
  const inPinyin = chosen.some(({ of }) => of.some((word) => LATIN.test(word)));
  const rest = inPinyin ? stretches.flatMap(({ of }) => of.filter((word) => LATIN.test(word) && isLost(word))) : [];
  return {
    words: chosen.map(({ written, term }) => ({ word: written, term })),
    instead: new Set([...chosen.flatMap(({ of }) => of), ...rest]),
  };
}

const LATIN = /^[a-z']+$/;

let asking: Set<string> | null = null;

/** 「zenme」 is 怎么: it only asks. */
function soundsAsking(sound: string): boolean {
  asking ??= new Set(
    askingWords()
      .filter((word) => HAN.test(word))
      .map(soundOf),
  );
  return asking.has(sound);
}
