import { describe, expect, it } from 'vitest';
import { seededRandom } from './clock.ts';

describe('randomness that repeats', () => {
  it('gives the same stream for the same seed, within its bounds', () => {
    const [one, same] = [seededRandom(7), seededRandom(7)];
    const numbers = Array.from({ length: 200 }, () => one.next());
    expect(Array.from({ length: 200 }, () => same.next())).toEqual(numbers);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(new Set(Array.from({ length: 200 }, () => one.below(3)))).toEqual(new Set([0, 1, 2]));
  });

  it('[LANG-64] goes on from where another stands', () => {
    const whole = seededRandom(7);
    for (let turn = 0; turn < 10; turn++) whole.next();
    const resumed = seededRandom(whole.state());
    expect(Array.from({ length: 20 }, () => resumed.next())).toEqual(Array.from({ length: 20 }, () => whole.next()));
  });
});
