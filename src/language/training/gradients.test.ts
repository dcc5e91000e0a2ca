import { describe, expect, it } from 'vitest';
import { clip, type GradientsByName, gatherRows } from './gradients.ts';

describe('gradients', () => {
  it('[LANG-62] rows that were read more than once are added up, over all places that read them', () => {
    const gathered = gatherRows(
      [
        { ids: Int32Array.of(5, 2, 5), values: Float32Array.of(1, 2, 10, 20, 100, 200) },
        { ids: Int32Array.of(2, 7), values: Float32Array.of(1000, 2000, 3, 4) },
      ],
      2,
    );
    expect(gathered).toEqual({
      kind: 'rows',
      width: 2,
      rows: Int32Array.of(5, 2, 7),
      values: Float32Array.of(101, 202, 1010, 2020, 3, 4),
    });
  });

  const threeFourTwelve = (): GradientsByName =>
    new Map([
      ['a', { kind: 'dense', values: Float32Array.of(3, 4) }],
      ['b', { kind: 'rows', width: 1, rows: Int32Array.of(9), values: Float32Array.of(12) }],
    ]);

  it('[LANG-62] what is too long is shortened as a whole, its direction kept', () => {
    // √(9 + 16 + 144) = 13, brought to 6.5.
    const gradients = threeFourTwelve();
    expect(clip(gradients, 6.5)).toBeCloseTo(13, 6);
    expect([...gradients.values()].map(({ values }) => [...values])).toEqual([[1.5, 2], [6]]);
  });

  it('[LANG-62] what is short enough stays', () => {
    const gradients = threeFourTwelve();
    expect(clip(gradients, 13)).toBeCloseTo(13, 6);
    expect(gradients).toEqual(threeFourTwelve());
  });
});
