import { AppError } from '../../core/errors.ts';
import type { Span } from './rows.ts';

/** The labels of one message: one for most sets, any number where a set labels several at once. */
type Labels = readonly string[];

export interface LabelScore {
  label: string;
  precision: number;
  recall: number;
  f1: number;
  /** Messages that have the label. */
  support: number;
}

/** Share of messages whose labels are all right and none too many; null of none. */
export function accuracy(gold: readonly Labels[], predicted: readonly Labels[]): number | null {
  sameLength(gold, predicted);
  const right = gold.filter((labels, at) => sameLabels(labels, predicted[at] ?? [])).length;
  return gold.length === 0 ? null : right / gold.length;
}

interface Tally {
  right: number;
  /** Given and wrong. */
  spare: number;
  missed: number;
}

/** Precision, recall and F1 of every label that was meant or given, by name. What cannot be divided is 0, as in scikit-learn. */
export function labelScores(gold: readonly Labels[], predicted: readonly Labels[]): LabelScore[] {
  return [...tallies(gold, predicted)]
    .map(([label, tally]) => ({ label, ...scores(tally), support: tally.right + tally.missed }))
    .sort((one, other) => (one.label < other.label ? -1 : 1));
}

/** Mean F1 of the labels that were meant or given, each as heavy as any other; null without labels. */
export function macroF1(gold: readonly Labels[], predicted: readonly Labels[]): number | null {
  const every = labelScores(gold, predicted);
  return every.length === 0 ? null : every.reduce((sum, { f1 }) => sum + f1, 0) / every.length;
}

/** F1 over all labels of all messages together; null without labels. */
export function microF1(gold: readonly Labels[], predicted: readonly Labels[]): number | null {
  const every = [...tallies(gold, predicted).values()];
  return every.length === 0 ? null : scores(every.reduce(together)).f1;
}

/** F1 of spans: right are those with the same name and the same two ends (as in CoNLL 2003); null where there is no span at all. */
export function slotF1(gold: readonly (readonly Span[])[], predicted: readonly (readonly Span[])[]): number | null {
  const key = ({ name, start, end }: Span) => `${start}–${end} ${name}`;
  return microF1(
    gold.map((spans) => spans.map(key)),
    predicted.map((spans) => spans.map(key)),
  );
}

/** How often a message of the first kind has a higher score than one of the second, a tie counting half; null where one kind is missing. */
export function auroc(positive: readonly number[], negative: readonly number[]): number | null {
  if (positive.length === 0 || negative.length === 0) return null;
  const scored = [
    ...positive.map((score) => ({ score, isPositive: true })),
    ...negative.map((score) => ({ score, isPositive: false })),
  ].sort((one, other) => one.score - other.score);
  let ranks = 0;
  for (let from = 0; from < scored.length; ) {
    let to = from;
    let positives = 0;
    for (; to < scored.length && scored[to]?.score === scored[from]?.score; to++)
      if (scored[to]?.isPositive) positives++;
    // Ranks count from 1; those who tie share the mean of theirs.
    ranks += (positives * (from + 1 + to)) / 2;
    from = to;
  }
  // Mann–Whitney U over all pairs.
  const smallest = (positive.length * (positive.length + 1)) / 2;
  return (ranks - smallest) / (positive.length * negative.length);
}

export interface Judged {
  /** What was given to the first intent, 0 to 1. */
  probability: number;
  isRight: boolean;
}

/** Mean distance of probability from the share that was right, in equally wide bins (Guo et al. 2017, section 2); null of none. */
export function calibrationError(judged: readonly Judged[], bins = 15): number | null {
  const binOf = ({ probability }: Judged) => Math.min(bins - 1, Math.floor(probability * bins));
  const grouped = Map.groupBy(judged, binOf);
  let distance = 0;
  for (const group of grouped.values())
    distance += Math.abs(group.reduce((sum, { probability, isRight }) => sum + probability - (isRight ? 1 : 0), 0));
  return judged.length === 0 ? null : distance / judged.length;
}

export interface ConfusionMatrix {
  labels: string[];
  /** counts[meant][given] */
  counts: number[][];
}

/** Which intent is taken for which, where each message has one. */
export function confusionMatrix(gold: readonly string[], predicted: readonly string[]): ConfusionMatrix {
  sameLength(gold, predicted);
  const labels = [...new Set([...gold, ...predicted])].sort();
  const place = new Map(labels.map((label, at) => [label, at]));
  const counts = labels.map(() => labels.map(() => 0));
  gold.forEach((label, at) => {
    const row = counts[place.get(label) ?? -1];
    const column = place.get(predicted[at] ?? '') ?? -1;
    if (row) row[column] = (row[column] ?? 0) + 1;
  });
  return { labels, counts };
}

function tallies(gold: readonly Labels[], predicted: readonly Labels[]): Map<string, Tally> {
  sameLength(gold, predicted);
  const found = new Map<string, Tally>();
  const count = (label: string, kind: keyof Tally) => {
    const tally = found.get(label) ?? { right: 0, spare: 0, missed: 0 };
    tally[kind]++;
    found.set(label, tally);
  };
  gold.forEach((labels, at) => {
    const meant = new Set(labels);
    const given = new Set(predicted[at]);
    for (const label of meant) count(label, given.has(label) ? 'right' : 'missed');
    for (const label of given) if (!meant.has(label)) count(label, 'spare');
  });
  return found;
}

function scores({ right, spare, missed }: Tally): Pick<LabelScore, 'precision' | 'recall' | 'f1'> {
  const share = (whole: number) => (whole === 0 ? 0 : right / whole);
  return {
    precision: share(right + spare),
    recall: share(right + missed),
    f1: (2 * right) / (2 * right + spare + missed),
  };
}

function together(one: Tally, other: Tally): Tally {
  return { right: one.right + other.right, spare: one.spare + other.spare, missed: one.missed + other.missed };
}

function sameLabels(one: Labels, other: Labels): boolean {
  const set = new Set(one);
  return set.size === new Set(other).size && other.every((label) => set.has(label));
}

function sameLength(gold: readonly unknown[], predicted: readonly unknown[]): void {
  if (gold.length !== predicted.length)
    throw new AppError('metrics.lengths', { detail: `${gold.length} messages, ${predicted.length} readings` });
}
