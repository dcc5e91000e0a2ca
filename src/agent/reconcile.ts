import type { Clock } from '../core/clock.ts';
import type { Log } from '../platform/log.ts';
import { carryOut } from './carry-out.ts';
import { auditIntent, type GateDeps } from './gate-context.ts';
import { lapsedNotice } from './notices.ts';
import { scopeOf } from './scope.ts';

/**
 * Settles the intents that a crash or a silent shop left without an outcome: each again under its own key, or by what the platform's own
 * record says of it. What is found out is told in the conversation. Returns how many were settled.
 */
export async function reconcile(deps: GateDeps, clock: Clock, log: Log): Promise<number> {
  let settled = 0;
  for (const intent of await deps.intents.listUnsettled()) {
    try {
      const { intent: after } = await carryOut(deps, scopeOf(intent, clock.now()), intent, null);
      if (after.state !== 'done' && after.state !== 'refused') continue;
      await auditIntent(deps, after, after.state);
      settled++;
    } catch (error) {
      log.error('intent.unsettled', { intent: intent.key, error: String(error) });
    }
  }
  return settled;
}

/** A request that no person has decided in its time is refused, and that is told. Returns how many were. */
export async function expireApprovals(deps: GateDeps, clock: Clock): Promise<number> {
  const now = clock.now();
  let expired = 0;
  for (const { id, quote, ...approval } of await deps.approvals.listLapsed(now)) {
    const change = await deps.approvals.expire(id, lapsedNotice(quote), now);
    if (!change.ok) continue;
    deps.announce(change.events);
    await auditIntent(deps, { ...approval, key: approval.intentKey }, 'lapsed');
    expired++;
  }
  return expired;
}
