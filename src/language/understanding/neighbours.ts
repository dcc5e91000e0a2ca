import type { IntentScore } from '../../core/understanding.ts';
import type { Example } from './corpus.ts';
import { featuresOf } from './features.ts';

interface Posting {
  documents: number[];
  weights: number[];
  inverseFrequency: number;
}

/** The best examples of an intent that vote, and how sharply similarity becomes probability. Chosen by leave-one-out on the corpus. */
const VOTERS = 3;
const SHARPNESS = 14;

/** Examples by TF-IDF over their features, searched by cosine through an inverted index. */
export interface NeighbourIndex {
  /** Likeliest first, over all intents that share anything with the text; sums to at most 1. `without` leaves one example out. */
  classify(text: string, without?: number): IntentScore[];
}

export function buildNeighbours(examples: readonly Example[]): NeighbourIndex {
  const vectors = examples.map((example) => featuresOf(example.text));
  const postings = new Map<string, Posting>();
  for (const vector of vectors) {
    for (const feature of vector.keys()) {
      const posting = postings.get(feature) ?? { documents: [], weights: [], inverseFrequency: 0 };
      posting.inverseFrequency++;
      postings.set(feature, posting);
    }
  }
  for (const posting of postings.values())
    posting.inverseFrequency = Math.log((examples.length + 1) / posting.inverseFrequency);
  vectors.forEach((vector, document) => {
    for (const [feature, weight] of weigh(vector, postings)) {
      const posting = postings.get(feature);
      posting?.documents.push(document);
      posting?.weights.push(weight);
    }
  });
  const intents = examples.map((example) => example.intent);
  return { classify: (text, without = -1) => vote(similarities(text, postings, examples.length), intents, without) };
}

function weigh(vector: ReadonlyMap<string, number>, postings: ReadonlyMap<string, Posting>): [string, number][] {
  const weighted: [string, number][] = [];
  let square = 0;
  for (const [feature, count] of vector) {
    const inverseFrequency = postings.get(feature)?.inverseFrequency;
    if (inverseFrequency === undefined) continue;
    const weight = (1 + Math.log(Math.max(count, 1))) * Math.min(count, 1) * inverseFrequency;
    weighted.push([feature, weight]);
    square += weight * weight;
  }
  const norm = Math.sqrt(square) || 1;
  return weighted.map(([feature, weight]) => [feature, weight / norm]);
}

function similarities(text: string, postings: ReadonlyMap<string, Posting>, size: number): Float64Array {
  const scores = new Float64Array(size);
  for (const [feature, weight] of weigh(featuresOf(text), postings)) {
    const posting = postings.get(feature);
    if (!posting) continue;
    for (let at = 0; at < posting.documents.length; at++) {
      const document = posting.documents[at] ?? 0;
      scores[document] = (scores[document] ?? 0) + weight * (posting.weights[at] ?? 0);
    }
  }
  return scores;
}

function vote(scores: Float64Array, intents: readonly string[], without: number): IntentScore[] {
  const best = new Map<string, number[]>();
  scores.forEach((score, document) => {
    if (score <= 0 || document === without) return;
    const intent = intents[document] ?? '';
    const top = best.get(intent) ?? [];
    top.push(score);
    top.sort((a, b) => b - a);
    top.length = Math.min(top.length, VOTERS);
    best.set(intent, top);
  });
  const raw = [...best].map(([name, top]) => ({ name, score: strength(top) }));
  const total = raw.reduce((sum, { score }) => sum + Math.exp(SHARPNESS * score), 0);
  return raw
    .map(({ name, score }) => ({ name, probability: Math.exp(SHARPNESS * score) / total }))
    .sort((a, b) => b.probability - a.probability);
}

/** The nearest counts most, its fellows confirm it. */
function strength(top: readonly number[]): number {
  return (top[0] ?? 0) * 0.6 + (top[1] ?? 0) * 0.25 + (top[2] ?? 0) * 0.15;
}
