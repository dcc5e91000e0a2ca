import { describe, expect, it } from 'vitest';
import { percentile, points } from './support.ts';

describe('figures in tables', () => {
  it('percentiles of figures in any order, of none none', () => {
    const figures = Array.from({ length: 100 }, (_, at) => 99 - at);
    expect([0.5, 0.95, 0.99, 1].map((share) => percentile(figures, share))).toEqual([50, 95, 99, 99]);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('points between two shares carry their sign', () => {
    expect([points(0.5, 0.514), points(0.514, 0.5), points(0.5, 0.5), points(null, 0.5)]).toEqual([
      '+1.4',
      '−1.4',
      '+0.0',
      '–',
    ]);
  });
});
