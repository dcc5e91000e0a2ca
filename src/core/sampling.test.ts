import { describe, expect, it } from 'vitest';
import { seededRandom } from './clock.ts';
import { normal, pick, shuffle } from './sampling.ts';

describe('sampling', () => {
  it('picks every item, and none of none', () => {
    const { next } = seededRandom(1);
    expect(new Set(Array.from({ length: 100 }, () => pick(['a', 'b', 'c'], next)))).toEqual(new Set(['a', 'b', 'c']));
    expect(pick([], next)).toBeUndefined();
  });

  it('shuffles in place and loses nothing', () => {
    const items = Array.from({ length: 50 }, (_, at) => at);
    expect(shuffle(items, seededRandom(2).next)).toBe(items);
    expect(items).not.toEqual([...items].sort((a, b) => a - b));
    expect([...items].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at));
  });

  it('draws from the normal distribution', () => {
    const { next } = seededRandom(3);
    const drawn = Array.from({ length: 4_000 }, () => normal(next));
    const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
    const variance = drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.abs(variance - 1)).toBeLessThan(0.1);
  });
});
