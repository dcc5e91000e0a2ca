import { describe, expect, it } from 'vitest';
import { fitTemperature, fitThreshold } from './calibration.ts';

/** Ten messages with logits (5, 0), of which `right` are of intent 0. */
function sure(right: number) {
  const held = Array.from({ length: 10 }, (_, at) => ({ intents: [at < right ? 0 : 1] }));
  return { held, predictions: held.map(() => ({ intents: Float32Array.of(5, 0) })) };
}

describe('temperature', () => {
  it('[LANG-46] makes the model as sure as it is right', () => {
    const { predictions, held } = sure(8);
    // 8 of 10 are right where 1 / (1 + e^(−5/τ)) = 0.8, so τ = 5 / ln 4.
    expect(fitTemperature(predictions, held) / (5 / Math.log(4))).toBeCloseTo(1, 2);
  });

  it('a message without an intent that the model knows changes nothing', () => {
    const { predictions, held } = sure(8);
    const strange = { intents: Float32Array.of(-20, 20) };
    expect(fitTemperature([strange, ...predictions], [{ intents: [] }, ...held])).toBe(
      fitTemperature(predictions, held),
    );
  });

  it('stays 1 where nothing can be judged', () => {
    expect(fitTemperature([], [])).toBe(1);
    expect(fitTemperature([{ intents: Float32Array.of(1, 0) }], [{ intents: [] }])).toBe(1);
  });
});

describe('a tone’s threshold', () => {
  const predictions = [4, 2, 1, -1, -3].map((logit) => ({ tones: Float32Array.of(logit) }));
  const meant = (...places: number[]) => predictions.map((_, at) => ({ tones: places.includes(at) ? [0] : [] }));

  it('lies midway between the last that is heard and the first that is not', () => {
    expect(fitThreshold(predictions, meant(0, 1), 0)).toBe(1.5);
    expect(fitThreshold(predictions, meant(0, 1, 3), 0)).toBe(-2);
  });

  it('lies below the last where all are meant, and is 0 where nobody uses the tone', () => {
    expect(fitThreshold(predictions, meant(0, 1, 2, 3, 4), 0)).toBeLessThan(-3);
    expect(fitThreshold(predictions, meant(), 0)).toBe(0);
  });
});
