import { describe, expect, it } from 'vitest';
import { evaluate } from '../network/testing/evaluate.ts';
import { addPositions, sinusoids } from './positions.ts';
import { expectClose } from './testing/expect-close.ts';
import oracle from './testing/oracle.json' with { type: 'json' };

const rowOf = (table: Float32Array, position: number, width: number) => [
  ...table.slice(position * width, (position + 1) * width),
];

describe('positions', () => {
  it('[LANG-60] width 4: sine and cosine of p, then of p / 10000^(2/4) = p / 100', () => {
    const table = sinusoids(4, 4);
    expectClose(rowOf(table, 0, 4), [0, 1, 0, 1]);
    // sin 1, cos 1, sin 0.01, cos 0.01
    expectClose(rowOf(table, 1, 4), [0.841471, 0.5403023, 0.0099998, 0.99995]);
    // sin 3, cos 3, sin 0.03, cos 0.03
    expectClose(rowOf(table, 3, 4), [0.14112, -0.9899925, 0.0299955, 0.99955]);
  });

  it('[LANG-60] as a second way of writing them gives them (testing/oracle.py)', () => {
    expectClose(sinusoids(7, 6), oracle.sinusoids.flat());
  });

  it('[LANG-60] k places on is the same turn of every pair, wherever one stands', () => {
    const width = 8;
    const table = sinusoids(40, width);
    for (const k of [1, 5, 13])
      for (const position of [0, 3, 26]) {
        const here = rowOf(table, position, width);
        const turned = here.map((_, at) => {
          const pair = at - (at % 2);
          const angle = k / 10_000 ** (pair / width);
          const [sine = 0, cosine = 0] = here.slice(pair, pair + 2);
          // sin(a + b) = sin a·cos b + cos a·sin b, cos(a + b) = cos a·cos b − sin a·sin b.
          return at % 2 === 0
            ? sine * Math.cos(angle) + cosine * Math.sin(angle)
            : cosine * Math.cos(angle) - sine * Math.sin(angle);
        });
        expectClose(rowOf(table, position + k, width), turned, 5);
      }
  });

  it('[LANG-60] every row of a batch gets the waves of its places, and a text beyond the longest is refused', async () => {
    const x = (length: number) => ({ shape: [2, length, 4], data: new Float32Array(2 * length * 4).fill(10) });
    const { shape, data } = await evaluate({ x: x(3) }, (input) => addPositions(input('x'), 5));
    expect(shape).toEqual([2, 3, 4]);
    const waves = [...sinusoids(3, 4)].map((wave) => wave + 10);
    expectClose(data, [...waves, ...waves], 5);
    await expect(evaluate({ x: x(6) }, (input) => addPositions(input('x'), 5))).rejects.toThrow(
      'Incompatible dimensions',
    );
  });
});
