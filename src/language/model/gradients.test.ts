import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../network/graph.ts';
import { add } from '../network/operations/arithmetic.ts';
import { type Check, checkGradients } from '../network/testing/check-gradients.ts';
import { ids, type NumbersByName, numbers } from '../network/testing/evaluate.ts';
import { HIDDEN, multiHeadAttention, scaledDotProductAttention } from './attention.ts';
import { causalMask, decoder, decoderBlock, type Masks } from './decoder.ts';
import { encoder, encoderBlock, feedForward } from './encoder.ts';
import { linear, norm } from './linear.ts';
import {
  declareInputs,
  largestOver,
  meanOver,
  type NetworkShape,
  readTokens,
  understandingNetwork,
} from './network.ts';

const STACK = { layers: 2, heads: 2, hidden: 5 };
/** The second row is a place shorter. */
const padding = numbers([[[[0, 0, 0]]], [[[0, 0, HIDDEN]]]]);
const present = numbers([
  [[1], [1], [1]],
  [[1], [1], [0]],
]);
const causal = { shape: [1, 1, 3, 3], data: causalMask(3) };
const masksOf = (graph: Graph): Masks => ({
  self: graph.input('causal', causal.shape),
  memory: graph.input('padding', padding.shape),
});

const LAYERS: Record<string, Check> = {
  linear: { write: (build) => linear(build, 'l', build.parameter('x', [2, 3, 4]), 5) },
  norm: { write: (build) => norm(build, 'n', build.parameter('x', [2, 3, 4])) },
  'feed-forward': { write: (build) => feedForward(build, 'f', build.parameter('x', [2, 3, 4]), 6) },
  'scaled dot-product attention': {
    write: ({ graph, parameter }) =>
      scaledDotProductAttention(
        parameter('q', [2, 2, 3, 4]),
        parameter('k', [2, 2, 3, 4]),
        parameter('v', [2, 2, 3, 4]),
        graph.input('padding', padding.shape),
      ),
    given: { padding },
  },
  'attention of several heads over itself': {
    write: (build) => {
      const x = build.parameter('x', [2, 3, 4]);
      return multiHeadAttention(build, 'a', x, x, build.graph.input('padding', padding.shape), 2);
    },
    given: { padding },
  },
  'attention of several heads over a memory of another length': {
    write: (build) => {
      const [x, memory] = [build.parameter('x', [2, 2, 4]), build.parameter('memory', [2, 3, 4])];
      return multiHeadAttention(build, 'a', x, memory, build.graph.input('padding', padding.shape), 2);
    },
    given: { padding },
  },
  'an encoder block': {
    write: (build) =>
      encoderBlock(build, 'e', build.parameter('x', [2, 3, 4]), build.graph.input('padding', padding.shape), STACK),
    given: { padding },
  },
  'an encoder': {
    write: (build) =>
      encoder(build, 'e', build.parameter('x', [2, 3, 4]), build.graph.input('padding', padding.shape), STACK),
    given: { padding },
    entries: 2,
  },
  'a feed-forward network with dropout around it, the masks fixed by their seeds': {
    write: (build) => {
      const x = build.parameter('x', [2, 3, 4]);
      return add(x, build.dropout(feedForward(build, 'f', build.dropout(norm(build, 'n', x)), 6)));
    },
    dropout: 0.3,
    entries: 1,
  },
  'a decoder block with causal and cross attention': {
    write: (build) => {
      const [x, memory] = [build.parameter('x', [2, 3, 4]), build.parameter('memory', [2, 3, 4])];
      return decoderBlock(build, 'd', x, memory, masksOf(build.graph), STACK);
    },
    given: { causal, padding },
  },
  'a decoder': {
    write: (build) => {
      const [x, memory] = [build.parameter('x', [2, 3, 4]), build.parameter('memory', [2, 3, 4])];
      return decoder(build, 'd', x, memory, masksOf(build.graph), STACK);
    },
    given: { causal, padding },
    entries: 1,
  },
  'the mean over the places that are there': {
    write: ({ graph, parameter }) => meanOver(parameter('x', [2, 3, 4]), graph.input('present', [2, 3, 1])),
    given: { present },
  },
  'the largest over the places that are there': {
    write: ({ graph, parameter }) => largestOver(parameter('x', [2, 3, 4]), graph.input('present', [2, 3, 1])),
    given: { present },
    between: [-9, 9],
  },
};

describe('gradients of the layers against central differences', () => {
  it.each(Object.entries(LAYERS))('[LANG-61] %s', async (_, check) => {
    const report = await checkGradients(check);
    expect(report.wrong).toEqual([]);
    expect(Object.values(report.checked).every((count) => count > 0)).toBe(true);
  });

  it('[LANG-61] encoder blocks of any small shape', async () => {
    const shapes = fc.record({
      batch: fc.integer({ min: 1, max: 3 }),
      length: fc.integer({ min: 1, max: 4 }),
      heads: fc.integer({ min: 1, max: 3 }),
      perHead: fc.integer({ min: 1, max: 3 }),
      hidden: fc.integer({ min: 1, max: 6 }),
      seed: fc.nat(999),
    });
    await fc.assert(
      fc.asyncProperty(shapes, async ({ batch, length, heads, perHead, hidden, seed }) => {
        // Over a single number the norm has nothing to compare: it gives 0 and its slope is none.
        fc.pre(heads * perHead > 1);
        const report = await checkGradients({
          write: (build) => {
            const x = build.parameter('x', [batch, length, heads * perHead]);
            const open = build.graph.constant(new Float32Array(length), [1, 1, 1, length]);
            return encoderBlock(build, 'e', x, open, { layers: 1, heads, hidden });
          },
          entries: 1,
          seed,
        });
        expect(report.wrong).toEqual([]);
      }),
      { seed: 61, numRuns: 8 },
    );
  });
});

describe('gradients of the whole network against central differences', () => {
  const shape: NetworkShape = {
    ...{
      layers: 1,
      heads: 2,
      hidden: 6,
      width: 4,
      longest: 8,
      vocabulary: 6,
      features: 5,
      featuresHidden: 3,
      hints: 2,
    },
    ...{ intents: 3, slots: 3, acts: 2, tones: 2, sentence: 3 },
  };
  const given: NumbersByName = {
    tokens: ids([
      [2, 4, 5, 3],
      [2, 5, 0, 0],
    ]),
    mask: numbers([[[[0, 0, 0, 0]]], [[[0, 0, HIDDEN, HIDDEN]]]]),
    present: numbers([
      [[1], [1], [1], [1]],
      [[1], [1], [0], [0]],
    ]),
    hints: numbers([
      [
        [0, 0, 0, 0],
        [1, 0, 0, 1],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
      ],
      [
        [0, 0, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
    ]),
    features: ids([1, 4, 2, 3]),
    featureWeights: numbers([
      [0.6, -0.8, 0.5, 0],
      [0, 0.3, 0, 1],
    ]),
  };

  it.each(['intents', 'boundaries', 'names', 'acts', 'tones', 'sentence'] as const)(
    '[LANG-61] the head for %s',
    async (head) => {
      const report = await checkGradients({
        write: (build) => understandingNetwork(build, declareInputs(build.graph, shape), shape)[head],
        given,
        sizes: { B: 2, T: 4 },
        entries: 2,
      });
      expect(report.wrong).toEqual([]);
      expect(report.checked).toHaveProperty(['encoder.0.attention.query.weight'], 2);
      expect(report.checked).toHaveProperty(['wording.table'], 2);
      expect(report.checked).toHaveProperty(['phrasing.table'], 2);
      expect(report.checked).toHaveProperty(['hints.weight'], 2);
    },
  );

  it('[LANG-61] without a layer the n-grams alone tell the intent', async () => {
    const report = await checkGradients({
      write: (build) => {
        const bare = { ...shape, layers: 0 };
        return understandingNetwork(build, declareInputs(build.graph, bare), bare).intents;
      },
      given,
      sizes: { B: 2, T: 4 },
      entries: 2,
    });
    expect(report.wrong).toEqual([]);
    expect(report.checked).toHaveProperty(['wording.table'], 2);
    expect(report.checked).not.toHaveProperty(['meaning.weight']);
  });

  it.each([{ featuresHidden: 0 }, { features: 0 }])(
    '[LANG-61] without a hidden layer over n-grams: %o',
    async (less) => {
      const report = await checkGradients({
        write: (build) => {
          const smaller = { ...shape, ...less };
          return understandingNetwork(build, declareInputs(build.graph, smaller), smaller).intents;
        },
        given,
        sizes: { B: 2, T: 4 },
        entries: 1,
      });
      expect(report.wrong).toEqual([]);
      expect(Object.keys(report.checked).filter((name) => name.startsWith('phrasing'))).toEqual([]);
    },
  );

  it('[LANG-61] the table of the tokens', async () => {
    const report = await checkGradients({
      write: (build) => readTokens(build, declareInputs(build.graph, shape), shape).states,
      given,
      sizes: { B: 2, T: 4 },
      entries: 12,
    });
    expect(report.wrong).toEqual([]);
  });
});
