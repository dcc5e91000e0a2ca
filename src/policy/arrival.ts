import type { Arrival, Policy } from './policy.ts';

/** Working days until a refund is there; for several means of payment (`gift-card+card`) the slowest. */
export function arrivalDays(policy: Policy, method: string): Arrival {
  const spans = method.split('+').map((each) => policy.moneyArrives[each] ?? policy.moneyArrives.others);
  return { from: Math.max(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}
