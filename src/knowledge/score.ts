import { bm25 } from './bm25.ts';
import type { IndexedChunk } from './ports.ts';
import type { Question, WantedWord } from './question.ts';

export interface Scored {
  chunk: IndexedChunk;
  /** 0 to 1. */
  score: number;
  /** Its article was written for the understood intent. */
  isForTopic: boolean;
  /** Words of the question that stand in it. */
  matched: string[];
}

/** An article written for the understood intent answers at least this well; its best wording decides the rest. */
const WRITTEN_FOR_IT = 0.6;
/** How much of a score is what is covered; the rest is BM25's order. */
const COVERAGE_SHARE = 0.8;
/** The opening paragraph of an article answers its topic directly; another one has to say clearly more. */
const OPENING = 0.06;
/** Of several articles for one topic the shop lists the general one first; a special one has to say clearly more. */
const GENERAL = 0.12;
/** What an article is called says more of it than what it mentions. */
const NAMED = 1.3;
/** Below this much of telling words a match says nothing: one common word in common. */
const TELLING = 0.6;
/** A word of which only all the parts stand there. */
const IN_PARTS = 0.8;

interface Held {
  names: ReadonlySet<string>;
  terms: ReadonlySet<string>;
}

/** Orders pieces by how well they answer; pure, so that the same pieces give the same order on every database. */
export function scoreChunks(
  question: Question,
  candidates: readonly IndexedChunk[],
  topic: string | undefined,
): Scored[] {
  const { wanted, codes } = question;
  const held = new Map(
    candidates.map((chunk) => [chunk, { names: new Set(chunk.nameTerms), terms: new Set(chunk.textTerms) }]),
  );
  const rank = bm25(question.rarity, [...held]);
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const general = firstFor(topic, candidates);
  const ofGeneral = [...held].filter(([{ articleId }]) => articleId === general).map(([, each]) => each);
  const inGeneral = (word: WantedWord) =>
    ofGeneral.some(({ names, terms }) => covers(terms, word) + covers(names, word) > 0);
  const single = wanted.length === 1 ? wanted.find((word) => !inGeneral(word)) : undefined;
  const scored: Scored[] = [];
  for (const [chunk, { names, terms }] of held) {
    const found = wanted.map((word) => ({
      word: word.word,
      share: word.weight * Math.max(covers(terms, word), NAMED * covers(names, word)),
    }));
    const covered = found.reduce((sum, { share }) => sum + share, 0);
    // A common word still tells where it is all that was asked, the article is called by it and the general one has no word of it: 「怎么下单」.
    const isName = single !== undefined && names.has(single.word);
    const coverage = total > 0 && (covered >= TELLING || isName) ? Math.min(1, covered / total) : 0;
    const isForTopic = topic !== undefined && chunk.topics.includes(topic);
    const words = coverage * (COVERAGE_SHARE + (1 - COVERAGE_SHARE) * (rank.get(chunk) ?? 0));
    const opening = (chunk.position === 0 ? OPENING : 0) + (chunk.articleId === general ? GENERAL : 0);
    const text = isForTopic ? WRITTEN_FOR_IT + (1 - WRITTEN_FOR_IT) * Math.min(1, words + opening) : words;
    const score = codes.some((code) => terms.has(code) || names.has(code)) ? 0.95 + 0.05 * words : text;
    if (score > 0)
      scored.push({
        chunk,
        score: Math.min(score, 1),
        isForTopic,
        matched: found.filter(({ share }) => share > 0).map(({ word }) => word),
      });
  }
  return scored.sort((one, other) => other.score - one.score || inOrder(one.chunk, other.chunk));
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
