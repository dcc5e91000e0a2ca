import { systemClock } from '../../core/clock.ts';
import { HOUR, plus } from '../../core/instant.ts';
import { money } from '../../core/money.ts';
import { silentLog } from '../../platform/log.ts';
import { DEFAULT_POLICY } from '../../policy/shipped.ts';
import type { Budget, GateDeps } from '../gate-context.ts';
import type { PlanGuard } from '../ports.ts';

export const BUDGET: Budget = { callsPerTurn: 12, writesPerHour: 20, settlingSeconds: 60, approvalHours: 72 };

/** A gate without limits, over which nobody listens: what a test that is about something else needs. */
export const GATE_SETTINGS: Pick<
  GateDeps,
  'policies' | 'clock' | 'log' | 'budget' | 'limits' | 'announce' | 'identifier'
> = {
  policies: { current: async () => DEFAULT_POLICY },
  clock: systemClock,
  log: silentLog,
  budget: BUDGET,
  limits: () => ({}),
  announce: () => undefined,
  identifier: { identify: async () => ({ ok: false, reason: 'no-match' }) },
};

/** What an intent is planned against that has nothing to fear. */
export function freeGuard(at: string, changes: Partial<PlanGuard> = {}): PlanGuard {
  return {
    account: 'alice',
    amount: money(0, 'CNY'),
    limits: {},
    today: at,
    byHand: false,
    writesPerHour: 20,
    approval: { id: 'approval', expiresAt: plus(at, HOUR) },
    ...changes,
  };
}
