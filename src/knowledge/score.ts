import { bm25 } from './bm25.ts';
import type { IndexedChunk } from './ports.ts';
import type { Question, WantedWord } from './question.ts';
import { textTerms } from './terms.ts';

export interface Scored {
  chunk: IndexedChunk;
  /** 0 to 1. */
  score: number;
  /** By which it is ordered. */
  place: number;
  /** How surely its article was written for what the question is about, 0 to 1. */
  forTopic: number;
  /** How well its words answer, 0 to 1. */
  words: number;
  /** Words of the question that stand in it. */
  matched: string[];
}

/** An article written for the understood intent answers at least this well; its best wording decides the rest. */
const WRITTEN_FOR_IT = 0.65;
/** How much of a score is what is covered; the rest is BM25's order. */
const COVERAGE_SHARE = 0.8;
/** The opening paragraph of an article answers its topic directly; another one has to say clearly more. */
const OPENING = 0.06;
/** Of several articles for one topic the shop lists the general one first; a special one has to say clearly more. */
const GENERAL = 0.2;
/** What an article is called says more of it than what it mentions. */
const NAMED = 1.3;
/** Below this much of telling words a match says nothing: one common word in common. */
const TELLING = 0.3;
/** The same where it is known what the question is about: then its words only choose among the articles on that. */
const TELLING_OF_TOPIC = 0.6;
/** So much says all there is to say; with less it may be chance, by at most this share. */
const ENOUGH = 1.5;
const CHANCE = 0.4;
/** A thing that no article names makes it less likely that one answers, unless it is plain what the question is about. */
const STRANGE = 0.5;
/** Of two that answer alike the one comes first whose title says more of the question. */
const TITLED = 0.25;
/** What answers by its words and by its meaning comes before what does by one of them. */
const AGREED = 0.3;
/** A word of which only all the parts stand there. */
const IN_PARTS = 0.8;

/** How well each piece answers by its meaning, 0 to 1, by `chunkKey`. */
export type Meanings = ReadonlyMap<string, number>;

export function chunkKey({ articleId, locale, position }: IndexedChunk): string {
  return `${locale} ${position} ${articleId}`;
}

/** Each piece once, as it answers best. */
export function bestOf(scored: readonly Scored[]): Scored[] {
  const best = new Map<string, Scored>();
  for (const each of scored) {
    const key = chunkKey(each.chunk);
    if (each.place > (best.get(key)?.place ?? 0)) best.set(key, each);
  }
  return [...best.values()].sort((one, other) => other.place - one.place);
}

/** Not guessed but known. */
export const GIVEN = 1;

/** What a question may be about, intents of the corpus, each with how sure that is. */
export type Topics = ReadonlyMap<string, number>;

function likeliest(topics: Topics): string | undefined {
  return [...topics].sort(([, one], [, other]) => other - one)[0]?.[0];
}

interface Held {
  names: ReadonlySet<string>;
  terms: ReadonlySet<string>;
}

/** Orders pieces by how well they answer; pure, so that the same pieces give the same order on every database. */
export function scoreChunks(
  question: Question,
  candidates: readonly IndexedChunk[],
  topics: Topics,
  meanings: Meanings = new Map(),
): Scored[] {
  const { wanted, codes } = question;
  const held = new Map(
    candidates.map((chunk) => [chunk, { names: new Set(chunk.nameTerms), terms: new Set(chunk.textTerms) }]),
  );
  const rank = bm25(question.rarity, [...held]);
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const strange = total > 0 ? wanted.reduce((sum, { weight, strange: is }) => sum + (is ? weight : 0), 0) / total : 0;
  const general = firstFor(likeliest(topics), candidates);
  const ofGeneral = [...held].filter(([{ articleId }]) => articleId === general).map(([, each]) => each);
  const inGeneral = (word: WantedWord) =>
    ofGeneral.some(({ names, terms }) => covers(terms, word) + covers(names, word) > 0);
  const single = wanted.length === 1 ? wanted.find((word) => !inGeneral(word)) : undefined;
  const isGiven = [...topics.values()].includes(GIVEN);
  const least = isGiven ? TELLING_OF_TOPIC : TELLING;
  const scored: (Omit<Scored, 'place'> & { both: number })[] = [];
  for (const [chunk, { names, terms }] of held) {
    const found = wanted.map((word) => {
      const [inText, inName] = [covers(terms, word), covers(names, word)];
      const share = word.weight * Math.max(inText, NAMED * inName);
      return { word: word.word, share, said: word.weight * Math.max(inText, inName) };
    });
    const covered = found.reduce((sum, { share }) => sum + share, 0);
    const said = found.reduce((sum, each) => sum + each.said, 0);
    // A common word still tells where it is all that was asked, the article is called by it and the general one has no word of it: 「怎么下单」.
    const isName = single !== undefined && covers(names, single) >= IN_PARTS;
    const coverage = total > 0 && (covered >= least || isName) ? Math.min(1, covered / total) : 0;
    const forTopic = Math.min(
      1,
      chunk.topics.reduce((sum, topic) => sum + (topics.get(topic) ?? 0), 0),
    );
    const certainty = 1 - CHANCE * (1 - Math.min(1, said / ENOUGH));
    const words = coverage * certainty * (COVERAGE_SHARE + (1 - COVERAGE_SHARE) * (rank.get(chunk) ?? 0));
    const opening = (chunk.position === 0 ? OPENING : 0) + (chunk.articleId === general ? GENERAL : 0);
    const written = WRITTEN_FOR_IT * forTopic * (1 - STRANGE * strange * (1 - forTopic ** 4));
    const text = written + (1 - written) * Math.min(1, words + opening * forTopic);
    const lexical = codes.some((code) => terms.has(code) || names.has(code)) ? 0.95 + 0.05 * words : text;
    const meant = meanings.get(chunkKey(chunk)) ?? 0;
    const score = Math.min(1, Math.max(lexical, meant));
    if (score > 0)
      scored.push({
        ...{ chunk, score },
        both: Math.min(lexical, meant),
        forTopic,
        words,
        matched: found.filter(({ share }) => share > 0).map(({ word }) => word),
      });
  }
  // Where it is known what the question is about, the shop's order of its articles on that holds for what the first of them says itself.
  const telling = isGiven ? wanted.filter((word) => !inGeneral(word)) : wanted;
  const called = titleCoverage(telling, total, scored);
  const placed = scored.map((each) => ({
    ...each,
    place: each.score + TITLED * (called.get(each.chunk.articleId) ?? 0) + AGREED * each.both,
  }));
  return placed.sort((one, other) => other.place - one.place || inOrder(one.chunk, other.chunk));
}

/** Which share of the question each article's title says. */
function titleCoverage(
  wanted: readonly WantedWord[],
  total: number,
  scored: readonly Pick<Scored, 'chunk'>[],
): Map<string, number> {
  const titles = new Map(scored.map(({ chunk }) => [chunk.articleId, chunk.title]));
  return new Map(
    [...titles].map(([article, title]) => {
      const terms = new Set(textTerms(title));
      return [article, wanted.reduce((sum, word) => sum + word.weight * covers(terms, word), 0) / (total || 1)];
    }),
  );
}

function inOrder(one: IndexedChunk, other: IndexedChunk): number {
  return one.position - other.position || one.articlePosition - other.articlePosition;
}

/** The first article that the shop lists for a topic. */
function firstFor(topic: string | undefined, candidates: readonly IndexedChunk[]): string | undefined {
  if (topic === undefined) return undefined;
  const written = candidates.filter(({ topics }) => topics.includes(topic));
  const first = Math.min(...written.map(({ articlePosition }) => articlePosition));
  return written.find(({ articlePosition }) => articlePosition === first)?.articleId;
}

/** 1 where the word stands there, less where what it is found by instead or only parts of it do. */
function covers(terms: Held['terms'], { ways, parts }: WantedWord): number {
  let most = 0;
  for (const way of ways) if (way.share > most && way.terms.every((term) => terms.has(term))) most = way.share;
  if (most > 0 || parts.length < 2) return most;
  return (parts.filter((part) => terms.has(part)).length / parts.length) * IN_PARTS;
}
