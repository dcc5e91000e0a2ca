import { describe, expect, it } from 'vitest';
import { expectClose } from '../model/testing/expect-close.ts';
import oracle from '../model/testing/oracle.json' with { type: 'json' };
import { copyOf, type Parameters } from '../network/parameters.ts';
import type { Gradient, GradientsByName } from './gradients.ts';
import { createOptimizer, type Optimizer, type OptimizerName } from './optimizer.ts';

const weightsOf = (values: Record<string, number[]>): Parameters =>
  new Map(Object.entries(values).map(([name, each]) => [name, Float32Array.from(each)]));
const dense = (...values: number[]): Gradient => ({ kind: 'dense', values: Float32Array.from(values) });
const only = (name: string, gradient: Gradient): GradientsByName => new Map([[name, gradient]]);
const rate = (value: number) => () => value;

describe('gradient descent', () => {
  it('[LANG-62] θ ← θ − α·g', () => {
    const weights = weightsOf({ 'a.weight': [1, -2], 'a.bias': [0] });
    const descent = createOptimizer('gradient-descent', 0.5);
    descent.step(weights, only('a.weight', dense(10, -4)), rate(0.1));
    // 1 − 0.1·10 and −2 − 0.1·(−4); what has no gradient stays.
    expectClose(weights.get('a.weight') ?? [], [0, -1.6]);
    expectClose(weights.get('a.bias') ?? [], [0]);
  });

  it('[LANG-62] each parameter has its own rate', () => {
    const weights = weightsOf({ slow: [0], fast: [0] });
    const gradients: GradientsByName = new Map([
      ['slow', dense(1)],
      ['fast', dense(1)],
    ]);
    createOptimizer('gradient-descent', 0).step(weights, gradients, (name) => (name === 'fast' ? 0.5 : 0.1));
    expectClose(
      [...weights.values()].map(([value]) => value ?? 0),
      [-0.1, -0.5],
    );
  });
});

describe('AdamW', () => {
  it('[LANG-62] its first steps, worked out on paper', () => {
    const weights = weightsOf({ 'a.bias': [1] });
    const adam = createOptimizer('adamw', 0);
    // m = 0.1·2 = 0.2, v = 0.001·4 = 0.004. Corrected: 0.2 / (1 − 0.9) = 2 and 0.004 / (1 − 0.999) = 4.
    // 1 − 0.1 · 2/√4 = 0.9: the first step is as long as the rate, however long the gradient.
    adam.step(weights, only('a.bias', dense(2)), rate(0.1));
    expectClose(weights.get('a.bias') ?? [], [0.9], 6);
    // m = 0.9·0.2 + 0.1·(−1) = 0.08, v = 0.999·0.004 + 0.001·1 = 0.004996.
    // Corrected: 0.08 / (1 − 0.81) = 0.4210526 and 0.004996 / (1 − 0.998001) = 2.4992496.
    // 0.9 − 0.1 · 0.4210526 / 1.5808984 = 0.9 − 0.0266337 = 0.8733663.
    adam.step(weights, only('a.bias', dense(-1)), rate(0.1));
    expectClose(weights.get('a.bias') ?? [], [0.8733663], 6);
  });

  it('[LANG-62] decay is apart from the gradient, and for matrices alone', () => {
    const weights = weightsOf({ 'a.weight': [2], 'a.bias': [2], 'a.table': [2] });
    const gradients: GradientsByName = new Map([...weights.keys()].map((name) => [name, dense(3)]));
    createOptimizer('adamw', 0.5).step(weights, gradients, rate(0.1));
    // The step itself is 0.1 for each; the matrix loses 0.1 · 0.5 · 2 = 0.1 besides.
    expectClose(
      [...weights.values()].map(([value]) => value ?? 0),
      [1.8, 1.9, 1.9],
      6,
    );
  });

  it.each(oracle.adamw)(
    '[LANG-62] steps as PyTorch’s AdamW does (testing/oracle.py), decay $decay',
    ({ start, gradients, path, decay }) => {
      const weights = weightsOf({ 'x.weight': start });
      const adam = createOptimizer('adamw', decay);
      for (const [at, gradient] of gradients.entries()) {
        adam.step(weights, only('x.weight', dense(...gradient)), rate(0.1));
        expectClose(weights.get('x.weight') ?? [], path[at] ?? []);
      }
    },
  );

  it('[LANG-62] rows that were not read keep their numbers and their moments', () => {
    const weights = weightsOf({ 'a.table': [1, 1, 2, 2, 3, 3] });
    const adam = createOptimizer('adamw', 0);
    const rows = (row: number): Gradient => ({
      kind: 'rows',
      width: 2,
      rows: Int32Array.of(row),
      values: Float32Array.of(1, -1),
    });
    adam.step(weights, only('a.table', rows(1)), rate(0.1));
    expectClose(weights.get('a.table') ?? [], [1, 1, 1.9, 2.1, 3, 3], 6);
    const before = copyOf(adam.state());
    adam.step(weights, only('a.table', rows(2)), rate(0.1));
    expect([...(weights.get('a.table') ?? [])].slice(0, 4)).toEqual([1, 1, Math.fround(1.9), Math.fround(2.1)]);
    for (const key of ['m:a.table', 'v:a.table'])
      expect(adam.state().get(key)?.slice(0, 4)).toEqual(before.get(key)?.slice(0, 4));
  });

  it('[LANG-62] with a larger ε small slopes move a weight by their size, not by their sign', () => {
    const moved = (slope: number, epsilon: number) => {
      const weights = weightsOf({ 'a.table': [0] });
      createOptimizer('adamw', 0, () => epsilon).step(weights, only('a.table', dense(slope)), rate(0.1));
      return weights.get('a.table')?.[0] ?? Number.NaN;
    };
    expect(moved(1e-4, 1e-8) / moved(1e-2, 1e-8)).toBeCloseTo(1, 3);
    // g / (g + ε): 1/101 beside 1/2.
    expect(moved(1e-4, 1e-2)).toBeCloseTo(-0.1 / 101, 6);
    expect(moved(1e-2, 1e-2)).toBeCloseTo(-0.1 / 2, 6);
  });

  it('[LANG-62] goes on from its state as if it had never stopped', () => {
    const whole = createOptimizer('adamw', 0.1);
    const weights = weightsOf({ 'a.weight': [1, 2] });
    whole.step(weights, only('a.weight', dense(1, -1)), rate(0.1));
    const [state, halfway] = [copyOf(whole.state()), copyOf(weights)];
    whole.step(weights, only('a.weight', dense(0.5, 2)), rate(0.1));
    const resumed = createOptimizer('adamw', 0.1);
    resumed.restore(state);
    resumed.step(halfway, only('a.weight', dense(0.5, 2)), rate(0.1));
    expect(halfway).toEqual(weights);
  });
});

describe('a tiny problem', () => {
  /** Where a bowl of different curvatures, Σ cᵢ·(θᵢ − tᵢ)²/2, has its floor. */
  const TARGET = [3, -1];
  const CURVATURES = [1, 10];

  function descend(
    optimizer: Optimizer,
    weights: Parameters,
    steps: number,
    rateAt: (step: number) => number,
  ): number[] {
    const values = weights.get('a.bias') ?? new Float32Array();
    for (let step = 0; step < steps; step++) {
      const slopes = CURVATURES.map((curvature, at) => curvature * ((values[at] ?? 0) - (TARGET[at] ?? 0)));
      optimizer.step(weights, only('a.bias', dense(...slopes)), rate(rateAt(step)));
    }
    return [...values];
  }

  it.each<[OptimizerName, (step: number) => number]>([
    ['gradient-descent', () => 0.1],
    ['adamw', (step) => 0.2 * (1 - step / 200)],
  ])('[LANG-62] is fitted by %s', (name, rateAt) => {
    const found = descend(createOptimizer(name, 0), weightsOf({ 'a.bias': [0, 0] }), 200, rateAt);
    expectClose(found, TARGET, 2);
  });
});
