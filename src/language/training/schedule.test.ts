import { describe, expect, it } from 'vitest';
import { shareOfRate } from './schedule.ts';

describe('the learning rate', () => {
  const schedule = { steps: 14, warmUp: 4, floor: 0.1 };

  it('[LANG-62] climbs to the peak in a straight line', () => {
    expect([0, 1, 2, 3].map((step) => shareOfRate(step, schedule))).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('[LANG-62] comes down along half a cosine to its floor', () => {
    // Five of ten steps on cos 90° = 0, so 0.1 + 0.9 · 0.5; two of ten on cos 36° = 0.8090170.
    expect(shareOfRate(4, schedule)).toBeCloseTo(1, 12);
    expect(shareOfRate(9, schedule)).toBeCloseTo(0.1 + 0.9 * 0.5, 12);
    expect(shareOfRate(6, schedule)).toBeCloseTo(0.1 + 0.9 * 0.5 * 1.809017, 6);
    expect(shareOfRate(14, schedule)).toBeCloseTo(0.1, 12);
    expect(shareOfRate(1_000, schedule)).toBeCloseTo(0.1, 12);
  });

  it('[LANG-62] begins at the peak where there is no warm-up, and needs no steps after it', () => {
    expect(shareOfRate(0, { steps: 10, warmUp: 0, floor: 0 })).toBe(1);
    expect(shareOfRate(5, { steps: 5, warmUp: 5, floor: 0 })).toBe(1);
  });
});
