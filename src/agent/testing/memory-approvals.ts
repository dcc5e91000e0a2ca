import { copied } from '../../commands/testing/copied.ts';
import { isSameOperator } from '../../core/actor.ts';
import { AppError } from '../../core/errors.ts';
import type { Instant } from '../../core/instant.ts';
import type { Approval, ApprovalChange, ApprovalStore, PlanGuard, Settlement } from '../ports.ts';
import { newestFirst } from './memory-list.ts';
import type { Append, HeldIntent, MemoryWorld } from './memory-stores.ts';

type Problem = Extract<ApprovalChange, { ok: false }>['reason'];

export function memoryApprovals({ intents, approvals }: MemoryWorld, append: Append) {
  function open(intent: HeldIntent, { approval, byHand, amount }: PlanGuard, needed: number): void {
    approvals.set(approval.id, {
      id: approval.id,
      intentKey: intent.key,
      conversationId: intent.conversationId,
      customerId: intent.customerId,
      why: byHand ? 'by-hand' : 'limit',
      command: intent.command,
      quote: intent.quote,
      amount,
      needed,
      state: 'open',
      openedAt: intent.plannedAt,
      expiresAt: byHand ? null : approval.expiresAt,
      approvedBy: [],
      refusedBy: null,
    });
  }

  function intentOf({ intentKey }: Approval): HeldIntent {
    const intent = intents.get(intentKey);
    if (!intent) throw new AppError('approval.unknown');
    return intent;
  }

  function change(id: string, work: (approval: Approval, intent: HeldIntent) => ApprovalChange): ApprovalChange {
    const approval = approvals.get(id);
    if (!approval) return { ok: false, reason: 'unknown' };
    const intent = intentOf(approval);
    if (approval.state !== 'open' || intent.state !== 'awaiting-approval') return { ok: false, reason: 'not-open' };
    return work(approval, intent);
  }

  /** Whether enough people have agreed. */
  function addVoice(approval: Approval, intent: HeldIntent, operator: string, at: Instant): boolean | Problem {
    if (approval.expiresAt !== null && approval.expiresAt <= at) return 'not-open';
    if (approval.approvedBy.some((voice) => isSameOperator(voice.operator, operator))) return 'same-operator';
    approval.approvedBy.push({ operator, at });
    if (approval.approvedBy.length < approval.needed) return false;
    approval.state = 'approved';
    intent.plannedAt = at;
    return true;
  }

  const answer = (
    approval: Approval,
    events: Extract<ApprovalChange, { ok: true }>['events'] = [],
  ): ApprovalChange => ({
    ok: true,
    approval: copied(approval),
    events,
  });

  function end(intent: HeldIntent, { state, effect, notice }: Settlement, at: Instant) {
    Object.assign(intent, { state, effect });
    return notice ? append(intent.conversationId, intent.key, notice, at) : [];
  }

  const store: ApprovalStore = {
    list: async ({ state, limit, before }) =>
      newestFirst(
        [...approvals.values()].filter((each) => !state || each.state === state),
        limit,
        before,
      ),
    listWaiting: async (conversationId, customerId, now) =>
      copied(
        [...approvals.values()]
          .toReversed()
          .filter(({ state, expiresAt }) => state === 'open' && (expiresAt === null || expiresAt > now))
          .filter(
            (each) => each.conversationId === conversationId || (customerId !== null && each.customerId === customerId),
          ),
      ),
    listLapsed: async (now) =>
      copied(
        [...approvals.values()].filter(
          ({ state, expiresAt }) => state === 'open' && expiresAt !== null && expiresAt <= now,
        ),
      ),
    get: async (id) => copied(approvals.get(id) ?? null),
    approve: async (id, operator, at) =>
      change(id, (approval, intent) => {
        const enough = addVoice(approval, intent, operator, at);
        if (typeof enough === 'string') return { ok: false, reason: enough };
        if (enough) Object.assign(intent, { state: 'planned', epoch: null });
        return answer(approval);
      }),
    fulfil: async (id, operator, settlement, at) =>
      change(id, (approval, intent) => {
        const enough = addVoice(approval, intent, operator, at);
        if (typeof enough === 'string') return { ok: false, reason: enough };
        return answer(approval, enough ? end(intent, settlement, at) : []);
      }),
    refuse: async (id, operator, reason, notice, at) =>
      change(id, (approval, intent) => {
        Object.assign(approval, { state: 'refused', refusedBy: { operator, at, reason } });
        return answer(approval, end(intent, { state: 'refused', effect: null, notice }, at));
      }),
    expire: async (id, notice, at) =>
      change(id, (approval, intent) => {
        approval.state = 'expired';
        return answer(approval, end(intent, { state: 'refused', effect: null, notice }, at));
      }),
  };
  return { open, store };
}
