import { phrasesIn, translationsOf } from './bilingual.ts';
import { heardWords, soundsIn } from './by-sound.ts';
import type { ChunkStore, Probe, Visibility } from './ports.ts';
import { chooseProbes } from './probes.ts';
import { nearestWords, SHORTEST_MISSPELT } from './spelling.ts';
import { synonymsOf } from './synonyms.ts';
import { codesIn, indexTerms, isVerb, questionWords, topicWords } from './terms.ts';

/** What a word is found by: terms that all have to stand there, and how much of the word they cover, to 1. */
export interface Way {
  terms: readonly string[];
  share: number;
}

/** A word that says what a question is about. */
export interface WantedWord {
  word: string;
  /** How much it tells: rare words much, words of every article little. 0.1 to 1. */
  weight: number;
  ways: readonly Way[];
  /** A thing that no article names in any way. */
  strange: boolean;
  /** Where none of them stands: parts, which cover it together (配送时间 in a text with 配送 and 时间 apart). */
  parts: readonly string[];
}

/** A question as the ranking takes it. */
export interface Question {
  wanted: readonly WantedWord[];
  codes: readonly string[];
  /** For the order among pieces that cover the same: how rare each of its terms is. */
  rarity: ReadonlyMap<string, number>;
  probes: readonly Probe[];
}

const SYNONYM = 0.8;
const TRANSLATION = 0.85;
/** Read another way than it was written, with a letter amended. */
const GUESSED = 0.85;
/** A word that no article has may only be another word for what they say; a verb or an adjective more likely so than a thing. */
const UNKNOWN = 0.9;
const UNKNOWN_VERB = 0.5;

/** A word with the terms that it may be found by, before it is known which of them the index has. */
interface Draft {
  word: string;
  ways: Way[];
  parts: string[];
}

function draft(word: string, share = 1): Draft {
  const parts = indexTerms(word);
  return {
    word,
    ways: [
      { terms: word.split(' '), share },
      ...synonymsOf(word).map((term) => ({ terms: [term], share: share * SYNONYM })),
      ...translationsOf(word).flatMap((other) =>
        wordings(other).map((terms) => ({ terms, share: share * TRANSLATION })),
      ),
    ],
    parts: parts.length > 1 ? parts : [],
  };
}

/** As one term and, where the dictionary cuts it, as its words. */
function wordings(translation: string): string[][] {
  const words = questionWords(translation).map(({ word }) => word);
  return words.length > 1 && !translation.includes(' ') ? [[translation], words] : [words];
}

type Finder = Pick<ChunkStore, 'frequencies' | 'spellings'>;

/** Reads a question by the words that the index has: what it has not is looked for by sound, by spelling and in the other language. */
export async function readQuestion(
  text: string,
  store: Finder,
  visibility: Pick<Visibility, 'locale' | 'audiences'>,
): Promise<Question> {
  const phrases = phrasesIn(questionWords(text).map(({ word }) => word));
  const inPhrases = new Set(phrases.flatMap((phrase) => phrase.split(' ')));
  const words = topicWords(text).filter((word) => !inPhrases.has(word));
  const codes = codesIn(text);
  const plain = indexTerms(text);
  const drafts = [...words, ...phrases].map((word) => draft(word));
  const sounds = soundsIn(questionWords(text), visibility.locale);
  const { total, of } = await store.frequencies(
    [
      ...new Set([
        ...plain,
        ...codes,
        ...drafts.flatMap(termsOf),
        ...sounds.flatMap(({ term, written, of }) => [term, written, ...of]),
      ]),
    ],
    visibility,
  );
  const known = new Map(of);
  const heard = heardWords(sounds, known);
  const kept = drafts.filter(({ word }) => !heard.instead.has(word));
  const amended = await amend(kept, known, store, visibility);
  const all = [
    ...amended,
    ...heard.words.map(({ word, term, share }) => ({
      ...draft(word),
      ways: [{ terms: [term], share }, ...draft(word).ways],
    })),
  ];
  const weightOf = weighing(total, known);
  const wanted = all.map(
    ({ word, ways, parts }): WantedWord => ({
      ...{ word, weight: weightOf(word, ways), ways, parts },
      strange: !isVerb(word) && ![...ways.flatMap(({ terms }) => terms), ...parts].some((term) => known.has(term)),
    }),
  );
  const rarity = new Map(
    [...new Set([...plain, ...all.flatMap(termsOf)])].map((term) => [term, idf(total, known.get(term) ?? 0)]),
  );
  return {
    wanted,
    codes: codes.filter((code) => known.has(code)),
    rarity,
    probes: chooseProbes({ wanted, codes }, known),
  };
}

const termsOf = ({ ways, parts }: Draft): string[] => [...ways.flatMap(({ terms }) => terms), ...parts];

/** English words that the index does not have, with what they may be misspelt from. */
async function amend(
  drafts: readonly Draft[],
  known: Map<string, number>,
  store: Finder,
  visibility: Pick<Visibility, 'locale' | 'audiences'>,
): Promise<Draft[]> {
  const isLost = (each: Draft) =>
    each.word.length >= SHORTEST_MISSPELT &&
    /^[a-z]+$/.test(each.word) &&
    !termsOf(each).some((term) => known.has(term));
  const lost = drafts.filter(isLost).map(({ word }) => word);
  if (lost.length === 0) return [...drafts];
  const near = await store.spellings(lost, visibility);
  const meant = new Map(lost.map((word) => [word, nearestWords(word, near).map((other) => draft(other, GUESSED))]));
  const more = [...meant.values()].flat().flatMap(termsOf);
  for (const [term, chunks] of (await store.frequencies([...new Set(more)], visibility)).of) known.set(term, chunks);
  return drafts.map((each) => {
    const others = meant.get(each.word) ?? [];
    return others.length > 0 ? { ...each, ways: [...each.ways, ...others.flatMap(({ ways }) => ways)] } : each;
  });
}

/** A word that the index has weighs by itself; another by the most common of what it is found by instead. */
function weighing(total: number, known: ReadonlyMap<string, number>) {
  const most = Math.log(total + 1) || 1;
  return (word: string, ways: readonly Way[]): number => {
    const instead = ways
      .filter(({ share }) => share !== SYNONYM)
      .map(({ terms }) => Math.min(...terms.map((term) => known.get(term) ?? 0)));
    const chunks = known.get(word) ?? Math.max(0, ...instead);
    if (chunks === 0) return isVerb(word) ? UNKNOWN_VERB : UNKNOWN;
    return Math.max(Math.log((total + 1) / chunks) / most, 0.1);
  };
}

function idf(total: number, chunks: number): number {
  return Math.log(1 + (total - chunks + 0.5) / (chunks + 0.5));
}
