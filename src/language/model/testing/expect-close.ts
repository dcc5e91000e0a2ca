import { expect } from 'vitest';
import type { Nested } from '../../network/testing/evaluate.ts';

/** Number by number, to so many decimals. */
export function expectClose(found: ArrayLike<number>, expected: Nested, decimals = 5): void {
  const numbers = [expected].flat(Number.POSITIVE_INFINITY) as number[];
  expect(found.length).toBe(numbers.length);
  for (const [at, value] of numbers.entries()) expect(found[at], `number ${at}`).toBeCloseTo(value, decimals);
}
