import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../graph.ts';
import { type Check, checkGradients } from '../testing/check-gradients.ts';
import { ids, numbers } from '../testing/evaluate.ts';
import { gelu, relu, sigmoid, softmax, tanh } from './activations.ts';
import { add, multiply, negate, power, scale, subtract } from './arithmetic.ts';
import { embedding } from './embedding.ts';
import { binaryCrossEntropy, crossEntropy } from './losses.ts';
import { matmul } from './matmul.ts';
import { maximum } from './maximum.ts';
import { layerNorm, unitLength } from './normalise.ts';
import { sum, total } from './reduce.ts';
import { concatenate, flip, neighbour, reshape, slice, transpose } from './shape.ts';

/** One operation of a parameter x (2, 3). */
const ofX =
  (operation: (x: Value) => Value): Check['write'] =>
  ({ parameter }) =>
    operation(parameter('x', [2, 3]));

/** One operation of two parameters of these shapes. */
const ofBoth =
  (operation: (a: Value, b: Value) => Value, a: readonly number[], b: readonly number[]): Check['write'] =>
  ({ parameter }) =>
    operation(parameter('a', a), parameter('b', b));

const OPERATIONS: Record<string, Check['write'] | Check> = {
  'a + b': ofBoth(add, [2, 3], [2, 3]),
  'a + b, one b for every row': ofBoth(add, [2, 3], [3]),
  'a + b, each stretched where the other is not': ofBoth(add, [2, 1, 3], [4, 1]),
  'a − b': ofBoth(subtract, [2, 3], [2, 3]),
  'a − b, one a for every row': ofBoth(subtract, [1, 3], [2, 3]),
  'a ⊙ b': ofBoth(multiply, [2, 3], [2, 3]),
  'a ⊙ b, b a number': ofBoth(multiply, [2, 3], []),
  'a ⊙ b, one b for every column': ofBoth(multiply, [2, 3], [2, 1]),
  'x scaled and negated': ofX((x) => negate(scale(x, 0.3))),
  'x³': { write: ofX((x) => power(x, 3)), between: [0.5, 2] },
  '1/√x': { write: ofX((x) => power(x, -0.5)), between: [0.5, 2] },
  // Away from the corner at 0, where there is no slope to measure.
  'x + relu above 0': { write: ofX((x) => add(x, relu(x))), between: [0.1, 2] },
  'x + relu below 0': { write: ofX((x) => add(x, relu(x))), between: [-2, -0.1] },
  tanh: ofX(tanh),
  sigmoid: ofX(sigmoid),
  gelu: { write: ofX(gelu), between: [-3, 3] },
  softmax: { write: ofX(softmax), between: [-2, 2] },
  'sum along one axis': ofX((x) => sum(x, [0])),
  'sum along several': ({ parameter }) => sum(parameter('x', [2, 3, 2]), [0, -1]),
  total: ofX(total),
  // Far enough apart that no small step changes who is the largest.
  'maximum of each column': { write: ofX((x) => maximum(x, 0)), between: [-9, 9] },
  'maximum of each row': { write: ofX((x) => maximum(x, -1)), between: [-9, 9] },
  'a·b, matrices': ofBoth(matmul, [2, 3], [3, 4]),
  'a·b, a batch and a matrix': ofBoth(matmul, [2, 2, 3], [3, 4]),
  'a·b, a matrix and a batch': ofBoth(matmul, [2, 3], [2, 3, 4]),
  'a·b, batch by batch': ofBoth(matmul, [2, 2, 2, 3], [2, 2, 3, 2]),
  'a·b, one a for every b': ofBoth(matmul, [1, 2, 3], [4, 3, 2]),
  'a·b, one b for every a': ofBoth(matmul, [4, 2, 3], [1, 3, 2]),
  reshape: ofX((x) => reshape(x, [3, 2])),
  'the neighbour before': ofX((x) => neighbour(x, -1)),
  'the neighbour behind, two places on': ({ parameter }) => neighbour(parameter('x', [2, 4, 3]), 2),
  transpose: ({ parameter }) => transpose(parameter('x', [2, 3, 4]), [2, 0, 1]),
  flip: ({ parameter }) => flip(parameter('x', [2, 3, 4])),
  'slice of the middle': ({ parameter }) => slice(parameter('x', [2, 5]), 1, 1, 4),
  'slice of an axis counted from the end': ({ parameter }) => slice(parameter('x', [2, 5]), -2, 0, 1),
  concatenate: ({ parameter }) => concatenate([parameter('a', [2, 1]), parameter('b', [2, 3]), parameter('c', [2, 2])]),
  'concatenated with itself': ofX((x) => concatenate([x, multiply(x, x), x])),
  layerNorm: ({ parameter }) => layerNorm(parameter('x', [2, 3, 5]), parameter('gain', [5]), parameter('bias', [5])),
  unitLength: ({ parameter }) => unitLength(parameter('x', [3, 4])),
  // Row 2 is read twice and row 1 never.
  embedding: {
    write: ({ graph, parameter }) => embedding(parameter('table', [4, 3]), graph.input('ids', [2, 2], 'int32')),
    given: {
      ids: ids([
        [2, 0],
        [3, 2],
      ]),
    },
    entries: 12,
  },
  // Rows whose targets add up to 1, also softly, and one that nobody labelled.
  crossEntropy: {
    write: ({ graph, parameter }) =>
      crossEntropy(parameter('logits', [3, 4]), graph.input('targets', [3, 4]), graph.input('weights', [3, 1])),
    given: {
      targets: numbers([
        [0, 1, 0, 0],
        [0.25, 0, 0.75, 0],
        [0, 0, 0, 0],
      ]),
      weights: numbers([[0.5], [2], [1]]),
    },
    between: [-2, 2],
    entries: 12,
  },
  binaryCrossEntropy: {
    write: ({ graph, parameter }) =>
      binaryCrossEntropy(parameter('logits', [2, 3]), graph.input('targets', [2, 3]), graph.input('weights', [2, 1])),
    given: {
      targets: numbers([
        [0, 1, 0],
        [1, 1, 0],
      ]),
      weights: numbers([[0.5], [2]]),
    },
    between: [-2, 2],
  },
  dropout: { write: ({ parameter, dropout: drop }) => drop(parameter('x', [2, 8])), dropout: 0.4, entries: 8 },
  'dropout within a network': {
    write: ({ parameter, dropout: drop }) =>
      drop(matmul(tanh(drop(parameter('x', [4, 6]))), parameter('weight', [6, 3]))),
    dropout: 0.3,
    entries: 4,
  },
};

describe('gradients of the operations against central differences', () => {
  it.each(Object.entries(OPERATIONS))('[LANG-61] %s', async (_, check) => {
    const report = await checkGradients(typeof check === 'function' ? { write: check } : check);
    expect(report.wrong).toEqual([]);
    expect(Object.values(report.checked).every((count) => count > 0)).toBe(true);
  });

  it('[LANG-61] open sizes: reshapes, sums, products and slices of what is known only when the graph runs', async () => {
    const report = await checkGradients({
      write({ graph, parameter }) {
        const x = graph.input('x', ['B', 'T', 4]);
        const projected = matmul(multiply(x, parameter('gain', [4])), parameter('weight', [4, 6])); // (B, T, 6)
        const heads = transpose(reshape(projected, ['B', 'T', 2, 3]), [0, 2, 1, 3]); // (B, 2, T, 3)
        const scores = softmax(matmul(heads, flip(heads))); // (B, 2, T, T)
        const seen = reshape(transpose(matmul(scores, heads), [0, 2, 1, 3]), ['B', 'T', 6]);
        return add(slice(seen, -1, 1, 5), sum(x, [1])); // (B, T, 4)
      },
      given: { x: { shape: [2, 3, 4], data: Float32Array.from({ length: 24 }, (_, at) => Math.sin(at)) } },
      sizes: { B: 2, T: 3 },
    });
    expect(report.wrong).toEqual([]);
  });

  it('[LANG-61] any shapes that broadcast', async () => {
    /** A whole shape, and for each axis whether a and b have it or are stretched along it; b may lack the first axes. */
    const axes = fc.array(fc.record({ size: fc.integer({ min: 1, max: 3 }), a: fc.boolean(), b: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    });
    const operation = fc.constantFrom(add, subtract, multiply);
    await fc.assert(
      fc.asyncProperty(axes, fc.nat(2), operation, fc.nat(999), async (whole, lacking, combine, seed) => {
        const a = whole.map((axis) => (axis.a ? axis.size : 1));
        const b = whole.map((axis) => (axis.b ? axis.size : 1)).slice(Math.min(lacking, whole.length));
        const report = await checkGradients({ write: ofBoth(combine, a, b), entries: 3, seed });
        expect(report.wrong).toEqual([]);
      }),
      { seed: 61, numRuns: 25 },
    );
  });

  it('[LANG-61] any matrices, in batches that broadcast', async () => {
    const axis = fc.record({ size: fc.integer({ min: 1, max: 3 }), a: fc.boolean(), b: fc.boolean() });
    const size = fc.integer({ min: 1, max: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(axis, { maxLength: 2 }),
        fc.tuple(size, size, size),
        fc.nat(2),
        fc.nat(999),
        async (batch, [rows, inner, columns], lacking, seed) => {
          const a = [...batch.map((each) => (each.a ? each.size : 1)), rows, inner];
          const b = [
            ...batch.map((each) => (each.b ? each.size : 1)).slice(Math.min(lacking, batch.length)),
            inner,
            columns,
          ];
          const report = await checkGradients({ write: ofBoth(matmul, a, b), entries: 3, seed });
          expect(report.wrong).toEqual([]);
        },
      ),
      { seed: 61, numRuns: 25 },
    );
  });
});

describe('what cannot be', () => {
  it('shapes that do not fit are refused when the graph is written', async () => {
    const refused = (write: Check['write']) => checkGradients({ write });
    await expect(refused(ofBoth(add, [2, 3], [2]))).rejects.toThrow('(2,3) and (2) do not broadcast');
    await expect(refused(ofBoth(matmul, [2, 3], [2, 3]))).rejects.toThrow('(2,3) · (2,3) do not fit');
    await expect(refused(({ graph }) => reshape(graph.input('x', ['B', 'T', 4]), [4, 'B', 'T']))).rejects.toThrow(
      'B,T are open',
    );
  });
});
