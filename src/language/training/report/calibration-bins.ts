import type { Judged } from '../../evaluation/metrics.ts';

/** The messages whose first intent was given a probability from `from` up to `to`. */
export interface CalibrationBin {
  from: number;
  to: number;
  count: number;
  /** Mean probability, and the share that was right; null of none. */
  probability: number | null;
  right: number | null;
}

const BINS = 10;

export function calibrationBins(judged: readonly Judged[]): CalibrationBin[] {
  const binOf = ({ probability }: Judged) => Math.min(BINS - 1, Math.floor(probability * BINS));
  const grouped = Map.groupBy(judged, binOf);
  return Array.from({ length: BINS }, (_, at) => {
    const some = grouped.get(at) ?? [];
    const mean = (value: (each: Judged) => number) =>
      some.length === 0 ? null : some.reduce((sum, each) => sum + value(each), 0) / some.length;
    return {
      from: at / BINS,
      to: (at + 1) / BINS,
      count: some.length,
      probability: mean(({ probability }) => probability),
      right: mean(({ isRight }) => (isRight ? 1 : 0)),
    };
  });
}
