import type { Span } from '../evaluation/rows.ts';
import { BEGIN, INSIDE, OUTSIDE } from '../model/boundaries.ts';

/** Probabilities of logits. */
export function softmaxOf(logits: Float32Array, temperature = 1): Float32Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const logit of logits) most = Math.max(most, logit);
  const probabilities = new Float32Array(logits.length);
  for (let at = 0; at < logits.length; at++)
    probabilities[at] = Math.exp(((logits[at] as number) - most) / temperature);
  let sum = 0;
  for (const each of probabilities) sum += each;
  for (let at = 0; at < probabilities.length; at++) probabilities[at] = (probabilities[at] as number) / sum;
  return probabilities;
}

export function sigmoidOf(logits: Float32Array): Float32Array {
  return logits.map((logit) => 1 / (1 + Math.exp(-logit)));
}

export function largest(values: ArrayLike<number>): number {
  let best = 0;
  for (let at = 1; at < values.length; at++) if ((values[at] as number) > (values[best] as number)) best = at;
  return best;
}

/** A span that ends inside a Latin word or a number is meant to hold it whole. */
export function toWholeWords(spans: readonly Span[], text: string): Span[] {
  const found: Span[] = [];
  for (const { name, ...span } of spans) {
    let { start, end } = span;
    while (start > 0 && IN_WORD.test(text.slice(start - 1, start + 1))) start--;
    while (end < text.length && IN_WORD.test(text.slice(end - 1, end + 1))) end++;
    const before = found.at(-1);
    if (!before || start >= before.end) found.push({ name, start, end });
    else if (before.name === name) before.end = Math.max(before.end, end);
  }
  return found;
}

const IN_WORD = /^[\p{Script=Latin}\p{N}]{2}$/u;

/** Where slots stand by the likeliest boundaries, and of each the name that its tokens speak for together, as stretches of the text. */
export function decodeSlots(
  { boundaries, names }: { boundaries: readonly Float32Array[]; names: readonly Float32Array[] },
  spans: readonly { start: number; end: number }[],
  slots: readonly string[],
): Span[] {
  if (slots.length === 0) return [];
  const found: Span[] = [];
  for (const { from, to } of stretchesOf(likeliestPath(boundaries))) {
    const covered = spans.slice(from, to);
    const [first] = covered;
    if (!first) continue;
    const end = Math.max(...covered.map((span) => span.end));
    if (end > first.start) found.push({ name: nameOf(names.slice(from, to), slots), start: first.start, end });
  }
  return found;
}

/** Of the highest probability, each token's multiplied: the sum of their logarithms. */
function nameOf(logits: readonly Float32Array[], slots: readonly string[]): string {
  const sums = new Float64Array(slots.length);
  for (const row of logits)
    for (const [name, probability] of softmaxOf(row).entries())
      sums[name] = (sums[name] ?? 0) + Math.log(probability + SMALLEST);
  return slots[largest(sums)] ?? '';
}

/** Keeps a logarithm finite. */
const SMALLEST = 1e-9;

/** Tokens of each slot by number, `to` exclusive. */
function stretchesOf(path: readonly number[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [at, boundary] of path.entries()) {
    const open = found.at(-1);
    if (boundary === BEGIN) found.push({ from: at, to: at + 1 });
    else if (boundary === INSIDE && open) open.to = at + 1;
  }
  return found;
}

/** The likeliest sequence in which INSIDE only follows BEGIN or INSIDE (Viterbi 1967). */
function likeliestPath(logits: readonly Float32Array[]): number[] {
  const back: number[][] = [];
  let scores = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of logits) {
    const anyBest = largest(scores);
    const openBest = (scores[BEGIN] as number) >= (scores[INSIDE] as number) ? BEGIN : INSIDE;
    const from = [anyBest, anyBest, openBest];
    scores = from.map((before, boundary) => (scores[before] as number) + (row[boundary] as number));
    back.push(from);
  }
  const path: number[] = [];
  let boundary = largest(scores);
  for (const from of back.toReversed()) {
    path.push(boundary);
    boundary = from[boundary] ?? OUTSIDE;
  }
  return path.reverse();
}
