import type { Clock } from '../core/clock.ts';
import type { Passage } from '../core/fact.ts';
import type { Locale } from '../core/locale.ts';
import { detectLocale } from '../language/language.ts';
import type { Embedder } from '../models/embedder.ts';
import { type Agreeing, agreed } from './agreeing.ts';
import { clausesOf } from './clauses.ts';
import { nearestTo } from './meaning.ts';
import { passagesOf, quotable } from './passages.ts';
import type { Audience, ChunkStore, IndexedChunk, Visibility } from './ports.ts';
import { readQuestion } from './question.ts';
import type { Scored } from './score.ts';
import { bestOf, chunkKey, GIVEN, scoreChunks, type Topics } from './score.ts';
import { inLanguage } from './spoken.ts';
import { outside, related } from './topics.ts';

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
  /** What a question is about, where the one who asks does not say: intents of the corpus, with how sure that is. */
  topicsOf?: (text: string) => Promise<Topics>;
  /** Finds what answers by its meaning as well; without it, and where it fails, words alone decide. */
  embedder?: (() => Promise<Embedder | undefined>) | undefined;
  /** Asked of every piece that is returned. */
  agreeing?: Agreeing;
}

interface Need {
  topics: Topics;
  /** What it is about is known, not guessed. */
  given: boolean;
  /** Articles. */
  limit: number;
  visibility: Visibility;
}

/** Below this a passage does not answer; then nothing is returned, and the clerk says so. */
const ANSWERS = 0.55;
/** Where it is not known what a question is about, the best has to reach this; then others that answer less well may add to it. */
const BEST_ANSWERS = 0.64;
/** How much better an answer has to be where the question is surely none for a shop. */
const OUTSIDE = 0.4;
const DEFAULT_LIMIT = 3;
/** A text for a question holds no more than this; the rest of a longer one is not looked at. */
const LONGEST_QUESTION = 500;
/** Pieces that are ranked. */
const CANDIDATES = 120;

export function createKnowledge(deps: KnowledgeDeps): KnowledgeSearch {
  const { chunks, topicsOf, agreeing } = deps;

  /** What may be quoted for one need, the best first. */
  async function answers(text: string, { topics, given, limit, visibility }: Need): Promise<Scored[]> {
    const [question, near] = await Promise.all([
      readQuestion(text, chunks, visibility),
      nearestTo(text, await deps.embedder?.(), chunks, visibility),
    ]);
    const asked = { probes: question.probes, topics: [...topics.keys()], limit: CANDIDATES };
    const isLexical = asked.probes.length > 0 || asked.topics.length > 0;
    const lexical = isLexical ? await chunks.candidates({ ...visibility, ...asked }) : [];
    const found = distinct([...lexical, ...near.chunks]);
    const certain = 1 - OUTSIDE * outside(topics);
    return agreed(found, agreeing, (pieces) => {
      const scored = scoreChunks(question, pieces, topics, near.meanings);
      const answering = scored.filter(({ score }) => score * certain >= ANSWERS);
      if (given) return quotable(onTopic(answering), limit);
      return answering.some(({ score }) => score * certain >= BEST_ANSWERS) ? quotable(answering, limit) : [];
    });
  }

  async function search(query: KnowledgeQuery): Promise<Passage[]> {
    await deps.refresh?.();
    const text = query.text.slice(0, LONGEST_QUESTION);
    const { audiences = ['public'], limit = DEFAULT_LIMIT } = query;
    const visibility = { locale: query.locale, audiences, at: deps.clock.now() };
    const searched = { ...visibility, locale: detectLocale(text) ?? query.locale };
    const needs = query.topic === undefined ? [text, ...clausesOf(text)] : [text];
    const found = await Promise.all(
      needs.map(async (need) => {
        const given = query.topic !== undefined;
        const topics = given ? new Map([[query.topic, GIVEN]]) : await topicsOf?.(need);
        return answers(need, { topics: related(topics ?? new Map()), given, limit, visibility: searched });
      }),
    );
    const best = found.length > 1 ? bestOf(found.flat()) : found.flat();
    const spoken = searched.locale === query.locale ? best : await inLanguage(best, visibility, chunks, agreeing);
    return passagesOf(spoken).slice(0, limit);
  }

  return { search };
}

/** So much better must another article be than the one written for the topic. */
const CLEARLY = 0.25;
/** Or its words say it, and those of the topic's own article do not. */
const SAYS_IT = 0.7;

/** Where articles were written for the understood intent, others are heard only when they answer better. */
function onTopic(scored: readonly Scored[]): Scored[] {
  const best = scored.find(({ forTopic }) => forTopic > 0);
  return scored.filter((each) => !best || each.forTopic > 0 || isClearlyBetter(each, best));
}

function isClearlyBetter(other: Scored, best: Scored): boolean {
  return other.score > best.score + CLEARLY || other.words > Math.max(SAYS_IT, best.words + CLEARLY);
}

function distinct(chunks: readonly IndexedChunk[]): IndexedChunk[] {
  return [...new Map(chunks.map((chunk) => [chunkKey(chunk), chunk])).values()];
}
