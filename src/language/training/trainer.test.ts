import { describe, expect, it } from 'vitest';
import { largest } from '../inference/decode.ts';
import type { Predictor } from '../inference/predictor.ts';
import { loadRuntime } from '../network/runtime.ts';
import { withDropout } from './input-dropout.ts';
import type { Trained, TrainingData, TrainingHooks, TrainingOptions, TrainingState } from './options.ts';
import { madeUp, OPTIONS } from './testing/made-up.ts';
import { train } from './trainer.ts';

const { labels, messages, shape } = madeUp();

/** Each epoch hides other tokens and n-grams, so that a run also depends on its stream of random numbers. */
const data: TrainingData = {
  labels,
  messages: (_, random) =>
    messages.map((message) =>
      withDropout(message, { tokenDropout: 0.1, featureDropout: 0.1, hintDropout: 0 }, 3, random),
    ),
};

/** Never the same twice: no weight may depend on it. */
let now = 0;

/** Share of the messages whose likeliest intent is theirs. */
async function accuracy(predictor: Predictor): Promise<number> {
  const predictions = await predictor.predict(messages);
  const right = predictions.filter(({ intents }, at) => messages[at]?.intents[0] === largest(intents));
  return right.length / messages.length;
}

async function run(
  options: Partial<TrainingOptions> = {},
  hooks: Partial<TrainingHooks> = {},
  score?: TrainingData['score'],
): Promise<Trained> {
  const given = score ? { ...data, score } : data;
  return train(await loadRuntime(), shape, given, { ...OPTIONS, ...options }, { now: () => now++, ...hooks });
}

describe('training', () => {
  it('[LANG-64] the loss falls and the messages are learned', async () => {
    expect(messages).toHaveLength(60);
    const { curve, chosen } = await run({ epochs: 8 }, {}, accuracy);
    const losses = curve.map(({ loss }) => loss);
    expect(losses.every((loss) => Number.isFinite(loss))).toBe(true);
    expect(losses.at(-1)).toBeLessThan(0.7 * (losses[0] ?? 0));
    expect(curve.at(-1)?.score).toBe(1);
    expect(chosen).toBe('best');
  });

  it('[LANG-64] plain gradient descent learns too', async () => {
    const { curve } = await run({ optimizer: 'gradient-descent', rate: 0.5, tableRate: 5, epochs: 6 });
    expect(curve.at(-1)?.loss).toBeLessThan(0.8 * (curve[0]?.loss ?? 0));
  });

  it('[LANG-64] the same seed gives the same weights, another seed others', async () => {
    const one = await run({ epochs: 2 });
    expect((await run({ epochs: 2 })).parameters).toEqual(one.parameters);
    expect((await run({ epochs: 2, seed: 8 })).parameters).not.toEqual(one.parameters);
  });

  it('[LANG-64] a run that broke off goes on to the same weights as one that did not', async () => {
    const options = { averaged: 2 };
    const whole = await run(options, {}, accuracy);
    const kept: TrainingState[] = [];
    const broken = run(
      options,
      {
        onEpoch: (state) => {
          kept.push(structuredClone(state));
          if (state.epoch === 3) throw new Error('the power went');
        },
      },
      accuracy,
    );
    await expect(broken).rejects.toThrow('the power went');
    // From the last whole epoch, and from the one before, as if that were all that had been saved.
    for (const from of kept.slice(1)) {
      const resumed = await run(options, { from }, accuracy);
      expect(resumed.parameters).toEqual(whole.parameters);
      expect(resumed.chosen).toBe(whole.chosen);
      expect(resumed.curve.map(({ loss, score }) => [loss, score])).toEqual(
        whole.curve.map(({ loss, score }) => [loss, score]),
      );
    }
  });

  it('[LANG-71] what was kept of another network is not gone on from', async () => {
    const fresh = await run({ epochs: 2 });
    const kept: TrainingState[] = [];
    await run({ epochs: 2, averaged: 2 }, { onEpoch: (state) => void kept.push(structuredClone(state)) }, accuracy);
    const begun = async (change: (state: TrainingState) => void) => {
      const from = structuredClone(kept[0] as TrainingState);
      change(from);
      let epochs = -1;
      const { parameters } = await run({ epochs: 2 }, { from, onBegin: (there) => (epochs = there) });
      return {
        epochs,
        isFresh: parameters.get('summary.bias')?.join() === fresh.parameters.get('summary.bias')?.join(),
      };
    };
    expect((await begun(() => {})).epochs).toBe(1);
    for (const change of [
      (state) => state.parameters.set('summary.bias', new Float32Array(999)),
      (state) => state.parameters.delete('summary.bias'),
      (state) => state.parameters.set('another', new Float32Array(1)),
      (state) => state.moments.set('m:summary.bias', new Float32Array(999)),
      (state) => state.best?.parameters.delete('summary.bias'),
      (state) => state.average.set('summary.bias', new Float32Array(999)),
    ] satisfies ((state: TrainingState) => void)[])
      expect(await begun(change)).toEqual({ epochs: 0, isFresh: true });
  });

  it('[LANG-64] stops where patience ends, and takes the best epoch', async () => {
    const scores = [0.1, 0.3, 0.2, 0.3, 0.2, 0.9];
    const kept: TrainingState[] = [];
    const { curve, chosen, parameters } = await run(
      { epochs: 6, patience: 2 },
      { onEpoch: (state) => void kept.push(structuredClone(state)) },
      async () => scores.shift() ?? 0,
    );
    // The second epoch was the best; two more were no better.
    expect(curve.map(({ score }) => score)).toEqual([0.1, 0.3, 0.2, 0.3]);
    expect(chosen).toBe('best');
    expect(parameters).toEqual(kept[1]?.parameters);
  });

  it('[LANG-64] averages the last epochs where nothing says that another is better', async () => {
    const kept: TrainingState[] = [];
    const { parameters, chosen } = await run(
      { epochs: 3, averaged: 2 },
      { onEpoch: (state) => void kept.push(structuredClone(state)) },
    );
    expect(chosen).toBe('average');
    const [, second, third] = kept;
    for (const [name, values] of parameters)
      for (const [at, value] of values.entries()) {
        const ends = [second, third].map((state) => state?.parameters.get(name)?.[at] ?? Number.NaN);
        expect(value).toBeCloseTo(((ends[0] ?? 0) + (ends[1] ?? 0)) / 2, 5);
      }
  });

  it('[LANG-64] begins with the weights that it is given, where they fit', async () => {
    const begun: Partial<TrainingHooks> = { start: (await run({ epochs: 2 })).parameters };
    const [cold, warm] = [await run({ epochs: 1 }), await run({ epochs: 1 }, begun)];
    expect(warm.curve[0]?.loss).toBeLessThan(cold.curve[0]?.loss ?? 0);
    const strange = { start: new Map([['summary.bias', new Float32Array(999)]]) };
    expect((await run({ epochs: 1 }, strange)).parameters).toEqual(cold.parameters);
  });

  it('[LANG-64] tells how far it is', async () => {
    let clock = 0;
    const told: [number, number, number, number][] = [];
    const { tokensPerSecond } = await run(
      { epochs: 2 },
      {
        now: () => (clock += 500),
        onStep: ({ epoch, step, steps, tokensPerSecond: pace }) =>
          void told.push([epoch, step, steps, Math.sign(pace)]),
      },
    );
    expect(told).toEqual([0, 1].flatMap((epoch) => [1, 2, 3, 4].map((step) => [epoch, step, 4, 1])));
    expect(tokensPerSecond).toBeGreaterThan(0);
  });
});
