import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/clock.ts';
import { withDropout } from './input-dropout.ts';
import type { LabelledMessage } from './targets.ts';

const MASK = 3;
const PREFIX = 3;
const COUNT = 2_000;

const message: LabelledMessage = {
  tokens: Int32Array.from({ length: PREFIX + COUNT }, (_, at) => 10 + at),
  prefix: PREFIX,
  spans: Array.from({ length: COUNT }, (_, at) => ({ start: at, end: at + 1 })),
  features: { numbers: Int32Array.from({ length: COUNT }, (_, at) => at), weights: new Float32Array(COUNT).fill(0.5) },
  hints: Array.from({ length: COUNT }, (_, at) => ({ kind: 0, from: at, to: at + 1 })),
  intents: [1],
  boundaries: new Int32Array(COUNT),
  names: new Int32Array(COUNT).fill(-1),
  act: 0,
  tones: [],
  weight: 1,
};
const NONE = { tokenDropout: 0, featureDropout: 0, hintDropout: 0 };
const dropped = (shares: Partial<typeof NONE>, seed = 1) =>
  withDropout(message, { ...NONE, ...shares }, MASK, seededRandom(seed).next);

describe('dropout of the input', () => {
  it('hides about its share of the text’s tokens, never the prefix', () => {
    const { tokens } = dropped({ tokenDropout: 0.2 });
    expect(tokens).toHaveLength(PREFIX + COUNT);
    expect(tokens.slice(0, PREFIX)).toEqual(message.tokens.slice(0, PREFIX));
    const hidden = tokens.slice(PREFIX).filter((token) => token === MASK).length;
    expect(Math.abs(hidden / COUNT - 0.2)).toBeLessThan(0.03);
    expect(tokens.every((token, at) => token === MASK || token === message.tokens[at])).toBe(true);
  });

  it('leaves out about its share of the features, and scales the others so that their sum stays', () => {
    const { features } = dropped({ featureDropout: 0.5 });
    expect(Math.abs(features.numbers.length / COUNT - 0.5)).toBeLessThan(0.05);
    expect([...features.weights].every((weight) => weight === 1)).toBe(true);
    expect(features.weights).toHaveLength(features.numbers.length);
  });

  it('leaves out about its share of the hints', () => {
    const { hints } = dropped({ hintDropout: 0.3 });
    expect(Math.abs(hints.length / COUNT - 0.7)).toBeLessThan(0.05);
  });

  it('leaves all as it is for a share of 0, and the right answers in any case', () => {
    expect(dropped({})).toEqual(message);
    const { intents, boundaries, names, act, spans } = dropped({
      tokenDropout: 0.9,
      featureDropout: 0.9,
      hintDropout: 0.9,
    });
    expect({ ...message, intents, boundaries, names, act, spans }).toEqual(message);
  });

  it('[LANG-64] is the same for the same seed', () => {
    const shares = { tokenDropout: 0.2, featureDropout: 0.2, hintDropout: 0.2 };
    expect(dropped(shares, 4)).toEqual(dropped(shares, 4));
    expect(dropped(shares, 5)).not.toEqual(dropped(shares, 4));
  });
});
