export interface Schedule {
  steps: number;
  /** Steps in which the rate grows from nothing. */
  warmUp: number;
  /** Where the cosine ends, as a share of the peak. */
  floor: number;
}

/** Share of the peak rate at a step: a straight climb, then half a cosine down (Loshchilov & Hutter 2017). */
export function shareOfRate(step: number, { steps, warmUp, floor }: Schedule): number {
  if (step < warmUp) return (step + 1) / warmUp;
  const progress = Math.min(1, (step - warmUp) / Math.max(1, steps - warmUp));
  return floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * progress));
}
