import type { Shuffler } from '../contestant.ts';

/** In place (Fisher and Yates). */
export function shuffle(order: Int32Array, random: Shuffler): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
