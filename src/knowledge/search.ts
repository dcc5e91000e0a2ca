import type { Clock } from '../core/clock.ts';
import type { Passage } from '../core/fact.ts';
import type { Locale } from '../core/locale.ts';
import { detectLocale } from '../language/language.ts';
import { clausesOf } from './clauses.ts';
import { termsOf } from './indexed.ts';
import { passagesOf } from './passages.ts';
import type { Audience, ChunkStore, IndexedChunk, Visibility } from './ports.ts';
import { readQuestion } from './question.ts';
import type { Scored } from './score.ts';
import { scoreChunks } from './score.ts';

interface KnowledgeQuery {
  text: string;
  locale: Locale;
  /** The intent that was understood: articles written for it come first. */
  topic?: string | undefined;
  limit?: number | undefined;
  /** What is for others is not looked at; without it what everybody may read. */
  audiences?: readonly Audience[] | undefined;
}

/** Searches what the shop has written. */
export interface KnowledgeSearch {
  search(query: KnowledgeQuery): Promise<Passage[]>;
}

export interface KnowledgeDeps {
  chunks: ChunkStore;
  clock: Pick<Clock, 'now'>;
  /** Brings the pieces up to date; awaited before every search. */
  refresh?: () => Promise<void>;
  /** What a question is about, where the one who asks does not say: an intent of the corpus. */
  topicOf?: (text: string) => Promise<string | undefined>;
  /** The text of a piece without what the shop's rules say otherwise; null where nothing of it can be trusted. */
  agreeing?: (chunk: IndexedChunk) => Promise<string | null>;
}

/** Below this a passage does not answer; then nothing is returned, and the clerk says so. */
const ANSWERS = 0.55;
const DEFAULT_LIMIT = 3;
/** A text for a question holds no more than this; the rest of a longer one is not looked at. */
const LONGEST_QUESTION = 500;
/** Pieces that are ranked. */
const CANDIDATES = 200;
/** Of the ranked ones so many may come to be quoted. */
const QUOTABLE = 24;

export function createKnowledge(deps: KnowledgeDeps): KnowledgeSearch {
  const { chunks, topicOf } = deps;

  /** Pieces that answer one need, the best first. */
  async function answers(text: string, topic: string | undefined, visibility: Visibility): Promise<Scored[]> {
    const question = await readQuestion(text, chunks, visibility);
    const topics = topic === undefined ? [] : [topic];
    if (question.probes.length === 0 && topics.length === 0) return [];
    const found = await chunks.candidates({ ...visibility, probes: question.probes, topics, limit: CANDIDATES });
    const first = scoreChunks(question, found, topic);
    const trusted = await withoutContradictions(first, deps.agreeing);
    const scored = trusted ? scoreChunks(question, trusted, topic) : first;
    return onTopic(scored.filter(({ score }) => score >= ANSWERS));
  }

  async function search(query: KnowledgeQuery): Promise<Passage[]> {
    await deps.refresh?.();
    const text = query.text.slice(0, LONGEST_QUESTION);
    const audiences = query.audiences ?? ['public'];
    const visibility = { locale: query.locale, audiences, at: deps.clock.now() };
    const searched = { ...visibility, locale: detectLocale(text) ?? query.locale };
    const needs = query.topic === undefined ? [text, ...clausesOf(text)] : [text];
    const found = await Promise.all(
      needs.map(async (need) => answers(need, query.topic ?? (await topicOf?.(need)), searched)),
    );
    const best = found.length > 1 ? bestOf(found.flat()) : found.flat();
    const spoken = searched.locale === query.locale ? best : await inLanguage(best, visibility, chunks);
    return passagesOf(spoken).slice(0, query.limit ?? DEFAULT_LIMIT);
  }

  return { search };
}

/** So much better must another article be than the one written for the topic. */
const CLEARLY = 0.25;

/** Where articles were written for the understood intent, others are heard only when they answer better. */
function onTopic(scored: readonly Scored[]): Scored[] {
  const best = scored.find(({ isForTopic }) => isForTopic);
  return scored.filter(({ isForTopic, score }) => !best || isForTopic || score > best.score + CLEARLY);
}

/** Each piece once, as it answers best. */
function bestOf(scored: readonly Scored[]): Scored[] {
  const best = new Map<string, Scored>();
  for (const each of scored) {
    const key = `${each.chunk.articleId} ${each.chunk.locale} ${each.chunk.position}`;
    if (each.score > (best.get(key)?.score ?? 0)) best.set(key, each);
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

/** The ranked pieces, those that may be quoted without what the rules say otherwise; null where that changes nothing. */
async function withoutContradictions(
  scored: readonly Scored[],
  agreeing: KnowledgeDeps['agreeing'],
): Promise<IndexedChunk[] | null> {
  if (!agreeing) return null;
  let changed = false;
  const trusted = await Promise.all(
    scored.map(async ({ chunk }, at) => {
      const text = at < QUOTABLE ? await agreeing(chunk) : chunk.text;
      if (text === chunk.text) return chunk;
      changed = true;
      const rest = { ...chunk, text: text ?? '' };
      return text?.trim() ? { ...rest, ...termsOf(rest) } : null;
    }),
  );
  return changed ? trusted.filter((chunk) => chunk !== null) : null;
}

/** The same pieces in the language of who asked, where their articles have it. */
async function inLanguage(scored: readonly Scored[], visibility: Visibility, store: ChunkStore): Promise<Scored[]> {
  const articles = [...new Set(scored.map(({ chunk }) => chunk.articleId))];
  const pieces = await store.ofArticles(articles, visibility);
  const of = (id: string) => pieces.filter(({ articleId }) => articleId === id);
  return scored.map((each) => {
    const other = of(each.chunk.articleId);
    const chunk = other.find(({ position }) => position === each.chunk.position) ?? other[0] ?? each.chunk;
    return { ...each, chunk };
  });
}
