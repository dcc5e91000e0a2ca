import { seededRandom } from '../../core/clock.ts';

/** A sparse vector: feature numbers and their weights, side by side. */
export interface SparseVector {
  indices: number[];
  values: number[];
}

/** Multinomial logistic regression on sparse vectors. */
export interface SoftmaxModel {
  /** Probabilities over the classes, in their order. */
  predict(vector: SparseVector): Float64Array;
}

export interface Training {
  epochs: number;
  /** Step at the start; it falls to a tenth along the way. */
  rate: number;
}

/** Stochastic gradient descent in an order fixed by a seed: the same examples always give the same model. */
export function trainSoftmax(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  classes: number,
  features: number,
  { epochs, rate }: Training,
): SoftmaxModel {
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const random = seededRandom(1);
  const order = vectors.map((_, at) => at);
  const steps = epochs * vectors.length;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = random.below(at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const at of order) {
      const pace = rate * (1 - (0.9 * step++) / steps);
      const vector = vectors[at];
      if (vector) update(weights, bias, classes, vector, labels[at] ?? 0, pace);
    }
  }
  return { predict: (vector) => softmax(scores(weights, bias, classes, vector)) };
}

const NEGLIGIBLE = 0.003;
const BIAS_SHARE = 0.1;

function update(
  weights: Float32Array,
  bias: Float32Array,
  classes: number,
  vector: SparseVector,
  label: number,
  pace: number,
): void {
  const gradient = softmax(scores(weights, bias, classes, vector));
  gradient[label] = (gradient[label] ?? 0) - 1;
  // Classes that are out of the question learn nothing from this example; leaving them out saves most of the work.
  const active: number[] = [];
  for (let c = 0; c < classes; c++) if (Math.abs(gradient[c] ?? 0) > NEGLIGIBLE) active.push(c);
  for (const c of active) bias[c] = (bias[c] ?? 0) - pace * BIAS_SHARE * (gradient[c] ?? 0);
  for (let i = 0; i < vector.indices.length; i++) {
    const row = (vector.indices[i] ?? 0) * classes;
    const step = pace * (vector.values[i] ?? 0);
    for (const c of active) weights[row + c] = (weights[row + c] ?? 0) - step * (gradient[c] ?? 0);
  }
}

function scores(weights: Float32Array, bias: Float32Array, classes: number, vector: SparseVector): Float64Array {
  const sums = Float64Array.from(bias);
  for (let i = 0; i < vector.indices.length; i++) {
    const row = (vector.indices[i] ?? 0) * classes;
    const value = vector.values[i] ?? 0;
    for (let c = 0; c < classes; c++) sums[c] = (sums[c] ?? 0) + value * (weights[row + c] ?? 0);
  }
  return sums;
}

function softmax(sums: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const sum of sums) if (sum > highest) highest = sum;
  let total = 0;
  for (let c = 0; c < sums.length; c++) {
    const power = Math.exp((sums[c] ?? 0) - highest);
    sums[c] = power;
    total += power;
  }
  for (let c = 0; c < sums.length; c++) sums[c] = (sums[c] ?? 0) / total;
  return sums;
}
