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
  /** It sounds like a word that only asks. */
  asks: boolean;
  /** None of its words only asks: then some of them may be words of the index, as 徒步 in 「徒步雪」. */
  whole: boolean;
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
      const asks = soundsAsking(sound);
      const isTelling = words.some((word) => !word.asks) && !words.some((word) => word.asks && word.word.length > 1);
      if (!isTelling && !asks) continue;
      const of = words.map(({ word }) => word);
      const whole = !words.some((word) => word.asks);
      found.push({
        written: part.map((each) => each.written).join(''),
        of,
        term: soundTerm(sound),
        asks,
        whole,
        start,
        end,
      });
    }
  }
  return found;
}

/** What stands in a question that its own words do not say. */
export interface Heard {
  words: { word: string; term: string; share: number }[];
  /** The words of the question that they stand in place of. */
  instead: ReadonlySet<string>;
}

/**
 * Words that the dictionary cut although articles have them (包|邮), and words that were written by their sound: as many characters of them as
 * can be.
 */
export function heardWords(stretches: readonly HeardStretch[], known: ReadonlyMap<string, number>): Heard {
  const isLost = (word: string) => word.length === 1 || !known.has(word);
  const cut = longestCover(
    stretches.filter(({ written, of, whole }) => whole && HAN.test(written) && known.has(written) && of.every(isLost)),
  );
  const bySound = stretches.filter(
    ({ written, of, term, asks, whole, start, end }) =>
      (asks || known.has(term)) &&
      !known.has(written) &&
      (end - start > 2 && whole ? of.some(isLost) : of.every(isLost)) &&
      cut.every((each) => each.end <= start || end <= each.start),
  );
  const heard = longestCover(bySound).filter(({ asks }) => !asks);
  // Of a question in pinyin the syllables that are no word of the index say nothing.
  const inPinyin = heard.some(({ of }) => of.some((word) => LATIN.test(word)));
  const rest = inPinyin ? stretches.flatMap(({ of }) => of.filter((word) => LATIN.test(word) && isLost(word))) : [];
  return {
    words: [
      ...cut.map(({ written }) => ({ word: written, term: written, share: 1 })),
      ...heard.map(({ written, term }) => ({ word: written, term, share: BY_SOUND })),
    ],
    instead: new Set([...[...cut, ...heard].flatMap(({ of }) => of), ...rest]),
  };
}

const BY_SOUND = 0.85;

/** Stretches that do not overlap and cover the most, in as few as can be. */
function longestCover(stretches: readonly HeardStretch[]): HeardStretch[] {
  const end = Math.max(0, ...stretches.map((each) => each.end));
  const best: { covered: number; chosen: HeardStretch[] }[] = [{ covered: 0, chosen: [] }];
  for (let at = 1; at <= end; at++) {
    let most = best[at - 1] ?? { covered: 0, chosen: [] };
    for (const each of stretches.filter((stretch) => stretch.end === at)) {
      const before = best[each.start] ?? { covered: 0, chosen: [] };
      const covered = before.covered + each.end - each.start;
      const isBetter =
        covered > most.covered || (covered === most.covered && before.chosen.length + 1 < most.chosen.length);
      if (isBetter) most = { covered, chosen: [...before.chosen, each] };
    }
    best.push(most);
  }
  return best[end]?.chosen ?? [];
}

const LATIN = /^[a-z']+$/;

let asking: Set<string> | null = null;

/** 「zenme」 is 怎么: it only asks. */
function soundsAsking(sound: string): boolean {
  asking ??= new Set(
    askingWords()
      .filter((word) => HAN.test(word) && word.length > 1)
      .map(soundOf),
  );
  return asking.has(sound);
}
