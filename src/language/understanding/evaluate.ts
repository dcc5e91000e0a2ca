import type { Locale } from '../../core/locale.ts';
import { LOCALES } from '../../core/locale.ts';
import type { Example } from './corpus.ts';
import { buildNeighbours } from './neighbours.ts';

export interface Evaluation {
  examples: number;
  /** Share of examples whose own intent came first, and among the first two. */
  top1: number;
  top2: number;
  misses: { text: string; intent: string; guess: string; probability: number }[];
}

/** Each example is read by an index in which it does not vote. Word weights still know it, which matters little at this size. */
export function evaluateLeaveOneOut(examples: readonly Example[]): Record<Locale, Evaluation> {
  const index = buildNeighbours(examples);
  const results = { zh: empty(), en: empty() };
  examples.forEach((example, position) => {
    const result = results[example.locale];
    const [first, second] = index.classify(example.text, position);
    result.examples++;
    if (first?.name === example.intent) result.top1++;
    else
      result.misses.push({
        text: example.text,
        intent: example.intent,
        guess: first?.name ?? '',
        probability: first?.probability ?? 0,
      });
    if (first?.name === example.intent || second?.name === example.intent) result.top2++;
  });
  for (const locale of LOCALES) {
    results[locale].top1 /= results[locale].examples || 1;
    results[locale].top2 /= results[locale].examples || 1;
  }
  return results;
}

function empty(): Evaluation {
  return { examples: 0, top1: 0, top2: 0, misses: [] };
}
