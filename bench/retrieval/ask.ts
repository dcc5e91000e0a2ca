import { recallAt } from '../../src/cli/evaluation/retrieval/rankings.ts';
import { words } from '../../src/language/segment.ts';
import type { Hit, Index } from './contestant.ts';
import { CROSS, type Question } from './questions.ts';

/** As far down as any figure looks. */
const DEPTH = 10;

export interface Answered {
  question: Question;
  /** Articles, each once. */
  found: string[];
  /** Of the first. */
  score: number;
  milliseconds: number;
}

export async function ask(index: Index, questions: readonly Question[]): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const question of questions) {
    if (question.way === CROSS) await index.hide(question.right);
    const begun = performance.now();
    // Texts in two languages, or several pieces, may be of one article.
    const hits = await index.search(question.text, 2 * DEPTH);
    const milliseconds = performance.now() - begun;
    if (question.way === CROSS) await index.show(question.right);
    answered.push({ question, found: articlesOf(hits), score: hits[0]?.score ?? 0, milliseconds });
  }
  return answered;
}

function articlesOf(hits: readonly Hit[]): string[] {
  return [...new Set(hits.map(({ articleId }) => articleId))].slice(0, DEPTH);
}

/** A score below `from` says that nothing answers. */
export interface Threshold {
  /** Sums over the words of a question grow with its length. */
  perWord: boolean;
  from: number;
}

export function sure({ score, question }: Answered, { perWord }: Pick<Threshold, 'perWord'>): number {
  return perWord ? score / Math.max(1, words(question.text).length) : score;
}

export const isTold = (each: Answered, threshold: Threshold | null): boolean =>
  each.found.length > 0 && (!threshold || sure(each, threshold) >= threshold.from);

/** Told, and the first is right. */
export const isRightFirst = (each: Answered, threshold: Threshold | null): boolean =>
  isTold(each, threshold) && recallAt(1, { found: each.found, right: each.question.right }) === 1;

const share = (some: readonly Answered[], holds: (each: Answered) => boolean): number =>
  some.filter(holds).length / (some.length || 1);

export interface Decisions {
  /** Of questions that nothing answers: nothing told. */
  refused: number;
  /** Of the others: the first is right, and told. */
  right: number;
  /** Of the others: nothing told. */
  missed: number;
}

export function decisions(answered: readonly Answered[], threshold: Threshold | null): Decisions {
  const some = answered.filter(({ question }) => question.right.length > 0);
  const none = answered.filter(({ question }) => question.right.length === 0);
  return {
    refused: share(none, (each) => !isTold(each, threshold)),
    right: share(some, (each) => isRightFirst(each, threshold)),
    missed: share(some, (each) => !isTold(each, threshold)),
  };
}

/** Every threshold that makes a difference, low ones first. */
function thresholds(answered: readonly Answered[]): Threshold[] {
  return [false, true].flatMap((perWord) =>
    [0, ...answered.map((each) => sure(each, { perWord }))]
      .sort((one, other) => one - other)
      .map((from) => ({ perWord, from })),
  );
}

/** The one with the highest mean of two shares: answered rightly where something answers, nothing told where nothing does. */
export function bestThreshold(answered: readonly Answered[]): Threshold {
  let best: Threshold = { perWord: false, from: 0 };
  let most = -1;
  for (const threshold of thresholds(answered)) {
    const { right, refused } = decisions(answered, threshold);
    if (right + refused > most) [best, most] = [threshold, right + refused];
  }
  return best;
}

/** What is answered rightly at most by a threshold that refuses at least so much where nothing answers: chosen knowing the answers, which flatters. */
export function rightAtRefusals(answered: readonly Answered[], refused: number): number {
  const fitting = thresholds(answered).map((threshold) => decisions(answered, threshold));
  return Math.max(0, ...fitting.filter((each) => each.refused >= refused).map(({ right }) => right));
}
