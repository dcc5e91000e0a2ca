import type { Locale } from '../../core/locale.ts';
import type { Example } from '../corpus/examples.ts';
import { trainClassifier } from './classifier.ts';
import { featuresOf } from './features.ts';

export interface Evaluation {
  examples: number;
  /** Share of examples whose own intent came first, and among the first two. */
  top1: number;
  top2: number;
  /** Mean probability given to the first intent less the share that was right: 0 is well calibrated. */
  overconfidence: number;
  misses: { text: string; intent: string; guess: string; probability: number }[];
}

/** Twenty parts are each read by a model trained on the other nineteen: no example is read by one that has seen it. */
export function evaluateLeaveOneOut(examples: readonly Example[], folds = 20): Record<Locale, Evaluation> {
  const features = examples.map(({ text }) => featuresOf(text));
  const results = { zh: empty(), en: empty() };
  for (let fold = 0; fold < folds; fold++) {
    const others = examples.map((_, at) => at).filter((at) => at % folds !== fold);
    const classifier = trainClassifier(pick(examples, others), pick(features, others));
    for (let at = fold; at < examples.length; at += folds) {
      const example = examples[at];
      if (example) score(results[example.locale], example, classifier.classify(example.text));
    }
  }
  return { zh: shares(results.zh), en: shares(results.en) };
}

function pick<Item>(items: readonly Item[], positions: readonly number[]): Item[] {
  return positions.map((at) => items[at]).filter((item): item is Item => item !== undefined);
}

function score(result: Evaluation, example: Example, ranked: readonly { name: string; probability: number }[]): void {
  const [first, second] = ranked;
  const isRight = first?.name === example.intent;
  result.examples++;
  result.top1 += isRight ? 1 : 0;
  result.top2 += isRight || second?.name === example.intent ? 1 : 0;
  result.overconfidence += first?.probability ?? 0;
  if (!isRight)
    result.misses.push({
      text: example.text,
      intent: example.intent,
      guess: first?.name ?? '',
      probability: first?.probability ?? 0,
    });
}

function shares({ examples, top1, top2, overconfidence, misses }: Evaluation): Evaluation {
  const count = examples || 1;
  return { examples, top1: top1 / count, top2: top2 / count, overconfidence: (overconfidence - top1) / count, misses };
}

function empty(): Evaluation {
  return { examples: 0, top1: 0, top2: 0, overconfidence: 0, misses: [] };
}
