import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/clock.ts';
import { batchesOf } from './batches.ts';

const LENGTHS = Array.from({ length: 203 }, (_, at) => 1 + ((at * 37) % 60));
const batches = (seed: number) => batchesOf([...LENGTHS.keys()], 8, (at) => LENGTHS[at] ?? 0, seededRandom(seed).next);

describe('batches', () => {
  it('hold every item once, none more than fit', () => {
    expect(
      batches(1)
        .flat()
        .sort((a, b) => a - b),
    ).toEqual([...LENGTHS.keys()]);
    expect(batches(1).every(({ length }) => length > 0 && length <= 8)).toBe(true);
    expect(batchesOf([], 8, () => 1, seededRandom(1).next)).toEqual([]);
  });

  it('hold items of like length', () => {
    const spread = (batch: readonly number[]) => {
      const lengths = batch.map((at) => LENGTHS[at] ?? 0);
      return Math.max(...lengths) - Math.min(...lengths);
    };
    const mean = batches(1).reduce((sum, batch) => sum + spread(batch), 0) / batches(1).length;
    expect(mean).toBeLessThan(5);
  });

  it('[LANG-64] are the same for the same seed, others for another', () => {
    expect(batches(2)).toEqual(batches(2));
    expect(batches(3)).not.toEqual(batches(2));
  });
});
