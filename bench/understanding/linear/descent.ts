import type { Shuffler } from '../contestant.ts';
import type { LinearModel, SparseVector } from './model.ts';
import { scoresInto, sigmoidInPlace, softmaxInPlace } from './model.ts';
import { shuffle } from './shuffle.ts';

/** `softmax`: one class a row. `sigmoid`: each class by itself, any number a row. */
export type Link = 'softmax' | 'sigmoid';

interface LinkKind {
  toProbabilities(sums: Float64Array): void;
  /** Step at the start. With many labels most steps only say no, so the few others are larger. */
  rate: number;
}

const LINKS: Record<Link, LinkKind> = {
  softmax: { toProbabilities: softmaxInPlace, rate: 4 },
  sigmoid: { toProbabilities: sigmoidInPlace, rate: 12 },
};

const EPOCHS = 12;
const LAST_RATE = 0.01;
/** The bias is in every row: it learns slower. */
const BIAS_SHARE = 0.05;
/** Classes whose gradient is below it learn nothing from the row, which saves most of the work. */
const NEGLIGIBLE = 0.001;

/** Logistic regression by stochastic gradient descent with a falling rate. `targets`: the classes of each row. */
export function trainByDescent(
  vectors: readonly SparseVector[],
  targets: readonly (readonly number[])[],
  size: { features: number; classes: number },
  link: Link,
  random: Shuffler,
): LinearModel {
  const model = { weights: new Float32Array(size.features * size.classes), bias: new Float32Array(size.classes) };
  const order = Int32Array.from(vectors.keys());
  const gradient = new Float64Array(size.classes);
  const { toProbabilities, rate: firstRate } = LINKS[link];
  let left = EPOCHS * order.length;
  const steps = left;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const vector = vectors[at];
      const rate = (firstRate * left--) / steps + LAST_RATE;
      if (!vector) continue;
      scoresInto(gradient, model, vector);
      toProbabilities(gradient);
      // For both links the loss falls along p − y.
      for (const target of targets[at] ?? []) gradient[target] = (gradient[target] ?? 0) - 1;
      step(model, vector, gradient, rate);
    }
  }
  return model;
}

function step({ weights, bias }: LinearModel, vector: SparseVector, gradient: Float64Array, rate: number): void {
  const classes = bias.length;
  const active: number[] = [];
  for (let k = 0; k < classes; k++) if (Math.abs(gradient[k] ?? 0) > NEGLIGIBLE) active.push(k);
  for (const k of active) bias[k] = (bias[k] ?? 0) - rate * BIAS_SHARE * (gradient[k] ?? 0);
  for (let i = 0; i < vector.indices.length; i++) {
    const row = (vector.indices[i] ?? 0) * classes;
    const pace = rate * (vector.values[i] ?? 0);
    for (const k of active) weights[row + k] = (weights[row + k] ?? 0) - pace * (gradient[k] ?? 0);
  }
}
