import type { Shuffler } from '../contestant.ts';
import type { LinearModel, SparseVector } from './model.ts';
import { shuffle } from './shuffle.ts';

const COST = 1;
const MOST_ROUNDS = 12;
/** A round whose worst violation of the optimum is below it is the last one. */
const TOLERANCE = 0.1;

/** One machine a class against the rest: squared hinge loss, dual coordinate descent (Hsieh et al. 2008, algorithm 1, as in liblinear). */
export function trainSvm(
  vectors: readonly SparseVector[],
  targets: readonly (readonly number[])[],
  { features, classes }: { features: number; classes: number },
  random: Shuffler,
): LinearModel {
  const model = { weights: new Float32Array(features * classes), bias: new Float32Array(classes) };
  // The bias is the weight of a feature that is 1 in every row.
  const squares = Float64Array.from(vectors, ({ values }) => values.reduce((sum, value) => sum + value * value, 1));
  const order = Int32Array.from(vectors.keys());
  for (let k = 0; k < classes; k++) {
    const signs = Int8Array.from(targets, (own) => (own.includes(k) ? 1 : -1));
    const weights = new Float64Array(features + 1);
    trainOne(weights, vectors, signs, squares, order, random);
    for (let i = 0; i < features; i++) model.weights[i * classes + k] = weights[i] ?? 0;
    model.bias[k] = weights[features] ?? 0;
  }
  return model;
}

function trainOne(
  weights: Float64Array,
  vectors: readonly SparseVector[],
  signs: Int8Array,
  squares: Float64Array,
  order: Int32Array,
  random: Shuffler,
): void {
  const alphas = new Float64Array(vectors.length);
  const diagonal = 1 / (2 * COST);
  const bias = weights.length - 1;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    shuffle(order, random);
    let worst = 0;
    for (const at of order) {
      const vector = vectors[at];
      if (!vector) continue;
      const sign = signs[at] ?? 1;
      const alpha = alphas[at] ?? 0;
      const gradient = sign * dot(weights, vector, bias) - 1 + diagonal * alpha;
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(alpha - gradient / ((squares[at] ?? 1) + diagonal), 0);
      alphas[at] = next;
      add(weights, vector, bias, (next - alpha) * sign);
    }
    if (worst < TOLERANCE) return;
  }
}

function dot(weights: Float64Array, { indices, values }: SparseVector, bias: number): number {
  let sum = weights[bias] ?? 0;
  for (let i = 0; i < indices.length; i++) sum += (weights[indices[i] ?? 0] ?? 0) * (values[i] ?? 0);
  return sum;
}

function add(weights: Float64Array, { indices, values }: SparseVector, bias: number, amount: number): void {
  weights[bias] = (weights[bias] ?? 0) + amount;
  for (let i = 0; i < indices.length; i++) {
    const place = indices[i] ?? 0;
    weights[place] = (weights[place] ?? 0) + amount * (values[i] ?? 0);
  }
}
