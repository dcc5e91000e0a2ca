import { percentile } from '../../support.ts';

/** p50, p95 and p99. */
export function spreadOf(figures: readonly number[]): [number, number, number] {
  return [percentile(figures, 0.5), percentile(figures, 0.95), percentile(figures, 0.99)];
}
