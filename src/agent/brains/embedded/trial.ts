import type { Flow } from '../../brain.ts';

/** What is offered was worked out before it was asked for. */
export const TRIAL = 'trial';

export function isTried(flow: Flow | null): boolean {
  return flow?.slots[TRIAL] === true && flow.asking !== 'confirm';
}
