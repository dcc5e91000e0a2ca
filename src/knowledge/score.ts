import type { Chunk } from './chunks.ts';
import type { ArticleIndex } from './index-articles.ts';
import { synonymsOf } from './synonyms.ts';
import { codesIn, indexTerms, topicWords } from './terms.ts';

export interface Scored {
  chunk: Chunk;
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
/** A word that no article has may only be another word for what they say. */
const UNKNOWN = 0.9;
/** Below this much of telling words a match says nothing: one common word in common. */
const TELLING = 0.6;
const SYNONYM = 0.8;

export function scoreChunks(index: ArticleIndex, query: { text: string; topic?: string | undefined }): Scored[] {
  const wanted = topicWords(query.text).map((word) => ({
    word,
    weight: index.isKnown(word) ? index.weightOf(word) : UNKNOWN,
  }));
  const codes = codesIn(query.text);
  const ranked = index.search.search(query.text);
  const top = ranked[0]?.score ?? 1;
  const rank = new Map(ranked.map((result) => [String(result.id), result.score / top]));
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  const general = index.firstFor(query.topic);
  const ofGeneral = [...index.chunks.values()].filter(({ article }) => article.id === general).map(index.termsOf);
  const inGeneral = (word: string) =>
    ofGeneral.some(({ names, terms }) => covers(terms, word) + covers(names, word) > 0);
  const single = wanted.length === 1 ? wanted.map(({ word }) => word).find((word) => !inGeneral(word)) : undefined;
  const scored: Scored[] = [];
  for (const chunk of index.chunks.values()) {
    const { names, terms } = index.termsOf(chunk);
    const found = wanted.map(({ word, weight }) => ({
      word,
      share: weight * Math.max(covers(terms, word), NAMED * covers(names, word)),
    }));
    const covered = found.reduce((sum, { share }) => sum + share, 0);
    // A common word still tells where it is all that was asked, the article is called by it and the general one has no word of it: 「怎么下单」.
    const isName = single !== undefined && names.has(single);
    const coverage = total > 0 && (covered >= TELLING || isName) ? Math.min(1, covered / total) : 0;
    const isForTopic = query.topic !== undefined && chunk.article.topics.includes(query.topic);
    const words = coverage * (COVERAGE_SHARE + (1 - COVERAGE_SHARE) * (rank.get(chunk.id) ?? 0));
    const opening = (chunk.position === 0 ? OPENING : 0) + (chunk.article.id === general ? GENERAL : 0);
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
  return scored.sort((a, b) => b.score - a.score || a.chunk.position - b.chunk.position);
}

/** 1 where the word stands there, less where another word for it or only pieces of it do (配送时间 in a text with 配送 and 时间 apart). */
function covers(terms: ReadonlySet<string>, word: string): number {
  if (terms.has(word)) return 1;
  if (synonymsOf(word).some((other) => terms.has(other))) return SYNONYM;
  const pieces = indexTerms(word);
  if (pieces.length < 2) return 0;
  const found = pieces.filter((piece) => terms.has(piece)).length;
  return (found / pieces.length) * SYNONYM;
}
