import { expect } from 'vitest';
import { type Nested, numbers } from '../../network/testing/evaluate.ts';

/** Number by number, to so many decimals. */
export function expectClose(found: ArrayLike<number>, expected: Nested, decimals = 5): void {
  const { data } = numbers(expected);
  expect(found.length).toBe(data.length);
  for (const [at, value] of data.entries()) expect(found[at], `number ${at}`).toBeCloseTo(value, decimals);
}
