import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/clock.ts';
import { createPredictor, forwardGraph, type Prediction } from '../inference/predictor.ts';
import { loadRuntime } from '../network/runtime.ts';
import { evaluate, numbers } from '../network/testing/evaluate.ts';
import { drawn } from '../network/testing/slopes.ts';
import { HIDDEN } from './attention.ts';
import { causalMask, decoder } from './decoder.ts';
import type { EncodedMessage } from './input.ts';
import type { NetworkShape } from './network.ts';
import { randomWeights } from './testing/random-weights.ts';

describe('a decoder', () => {
  const [B, T, S, D] = [1, 5, 3, 4];
  const random = seededRandom(3).next;
  const x = drawn([B, T, D], [-1, 1], random);
  const memory = drawn([B, S, D], [-1, 1], random);

  async function decode(said: typeof x, read = memory): Promise<Float32Array> {
    const weights = randomWeights(7);
    const given = {
      x: said,
      memory: read,
      causal: { shape: [1, 1, T, T], data: causalMask(T) },
      padding: numbers([[[[0, 0, HIDDEN]]]]),
    };
    const { data } = await evaluate(given, (input, graph) => {
      const build = {
        graph,
        parameter: (name: string, shape: readonly number[]) => weights(graph, name, shape),
        dropout: <Same>(same: Same) => same,
      };
      const masks = { self: input('causal'), memory: input('padding') };
      return decoder(build, 'd', input('x'), input('memory'), masks, { layers: 2, heads: 2, hidden: 6 });
    });
    return data;
  }

  /** The same numbers with those of one row moved, each differently: norms take out what all have in common. */
  const movedAt = ({ shape, data }: typeof x, row: number): typeof x => ({
    shape,
    data: Float32Array.from(data, (value, at) => (Math.floor(at / D) === row ? value + (at % D) : value)),
  });

  it('[LANG-63] what is said later never changes what was said before', async () => {
    const before = await decode(x);
    for (let place = 0; place < T; place++) {
      const after = await decode(movedAt(x, place));
      expect(after.slice(0, place * D)).toEqual(before.slice(0, place * D));
      // From there on it does: otherwise nothing would be proved.
      for (let later = place; later < T; later++)
        expect(after.slice(later * D, (later + 1) * D)).not.toEqual(before.slice(later * D, (later + 1) * D));
    }
  });

  it('[LANG-63] reads the memory, but not its padding', async () => {
    const before = await decode(x);
    expect(await decode(x, movedAt(memory, 2))).toEqual(before);
    expect(await decode(x, movedAt(memory, 1))).not.toEqual(before);
  });

  it('[LANG-63] the causal mask shows the past and the present', () => {
    expect([...causalMask(3)]).toEqual([0, HIDDEN, HIDDEN, 0, 0, HIDDEN, 0, 0, 0]);
  });
});

describe('the understanding network', () => {
  const shape: NetworkShape = {
    ...{
      layers: 2,
      heads: 2,
      hidden: 8,
      width: 8,
      longest: 10,
      vocabulary: 20,
      features: 50,
      featuresHidden: 4,
      hints: 2,
    },
    ...{ intents: 4, slots: 3, acts: 2, tones: 2, sentence: 4 },
  };
  const open = async () => {
    const runtime = await loadRuntime();
    return createPredictor(runtime, await runtime.open(forwardGraph(shape, randomWeights(5)), 1), shape);
  };

  /** A message of so many tokens and n-grams. */
  function message(seed: number, tokens: number, features: number): EncodedMessage {
    const random = seededRandom(seed);
    return {
      tokens: Int32Array.from({ length: tokens }, () => random.below(shape.vocabulary)),
      prefix: 1,
      spans: Array.from({ length: tokens - 1 }, (_, at) => ({ start: at, end: at + 1 })),
      features: {
        numbers: Int32Array.from({ length: features }, () => random.below(shape.features)),
        weights: Float32Array.from({ length: features }, () => random.next()),
      },
      hints: [{ kind: seed % 2, from: 0, to: Math.min(2, tokens - 1) }],
    };
  }

  const numbersOf = ({ intents, boundaries, names, acts, tones, sentence }: Prediction) =>
    [intents, ...boundaries, ...names, acts, tones, sentence].flatMap((part) => [...part]);

  function expectSame(found: Prediction | undefined, expected: Prediction | undefined): void {
    if (!found || !expected) throw new Error('a message has no prediction');
    const [one, other] = [numbersOf(found), numbersOf(expected)];
    expect(one.length).toBe(other.length);
    // Sums of other lengths may be added up in another order.
    for (const [at, value] of one.entries()) expect(value).toBeCloseTo(other[at] ?? Number.NaN, 4);
  }

  it('[LANG-63] padding never changes what is read: alone or beside longer messages', async () => {
    const predictor = await open();
    const messages = [message(1, 1, 0), message(2, 3, 5), message(3, 4, 33), message(4, 9, 70), message(5, 10, 1)];
    const together = await predictor.predict(messages);
    for (const [at, each] of messages.entries()) {
      const [alone] = await predictor.predict([each]);
      expectSame(alone, together[at]);
    }
    await predictor.close();
  });

  it('[LANG-63] the order and the company of messages do not matter', async () => {
    const predictor = await open();
    const one = fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 40 }));
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 6 }), async (drawnMessages) => {
        const messages = drawnMessages.map(([seed, tokens, features]) => message(seed, tokens, features));
        const forwards = await predictor.predict(messages);
        const backwards = await predictor.predict(messages.toReversed());
        for (const [at, prediction] of forwards.entries()) expectSame(backwards[messages.length - 1 - at], prediction);
      }),
      { seed: 63, numRuns: 15 },
    );
    await predictor.close();
  });

  it('[LANG-63] different messages are read differently, and a sentence has length 1', async () => {
    const predictor = await open();
    const [one, other] = await predictor.predict([message(1, 5, 4), message(2, 5, 4)]);
    if (!one || !other) throw new Error('a message has no prediction');
    for (const head of ['intents', 'acts', 'tones', 'sentence'] as const) expect(one[head]).not.toEqual(other[head]);
    expect(Math.hypot(...one.sentence)).toBeCloseTo(1, 5);
    expect(await predictor.predict([])).toEqual([]);
    await predictor.close();
  });
});
