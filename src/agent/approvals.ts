import { AppError } from '../core/errors.ts';
import type { Json } from '../core/json.ts';
import { carryOut } from './carry-out.ts';
import { auditIntent, type GateDeps } from './gate-context.ts';
import { declinedNotice, doneNotice } from './notices.ts';
import type { Approval, ApprovalChange, ApprovalStore, IntentState } from './ports.ts';
import { effectDone } from './read-back.ts';
import { scopeOf } from './scope.ts';

/** What a person's word has come to: the approval, and the state of what was asked for. */
export interface Decided {
  approval: Approval;
  intent: IntentState;
}

/** Confirmed writes that wait for the shop's people. */
export interface Approvals {
  /** Newest first; without a state those of any. */
  list: ApprovalStore['list'];
  /**
   * One person's yes. With the last one needed it is carried out, or (by hand) counts as done, and the customer is told in the conversation.
   * @param reference the shop's own number of what was done by hand
   * @throws AppError `approval.unknown`, `approval.not-open`, `approval.same-operator`
   */
  approve(id: string, operator: string, reference?: string | null): Promise<Decided>;
  /** Nothing is done, and the customer is told so with the reason. @throws as above */
  refuse(id: string, operator: string, reason: string): Promise<Decided>;
}

const PROBLEM_STATUS = { unknown: 404, 'not-open': 409, 'same-operator': 409 } as const;

function given(change: ApprovalChange): Extract<ApprovalChange, { ok: true }> {
  if (change.ok) return change;
  throw new AppError(`approval.${change.reason}`, { status: PROBLEM_STATUS[change.reason] });
}

export function createApprovals(deps: GateDeps): Approvals {
  async function note(approval: Approval, operator: string, decision: string, reason = ''): Promise<void> {
    const payload: Json = { operator, approval: approval.id, reason, voices: approval.approvedBy.length };
    await auditIntent(deps, { ...approval, key: approval.intentKey }, decision, payload);
  }

  async function knownBy(id: string): Promise<Approval> {
    const known = await deps.approvals.get(id);
    if (!known) throw new AppError('approval.unknown', { status: PROBLEM_STATUS.unknown });
    return known;
  }

  async function stateOf({ intentKey }: Approval): Promise<IntentState> {
    return (await deps.intents.get(intentKey))?.state ?? 'unknown';
  }

  /** Nobody doubts a person who did it: that is the outcome. */
  async function fulfil(approval: Approval, operator: string, reference: string | null): Promise<Approval> {
    const at = deps.clock.now();
    const effect = effectDone(approval.quote, reference, at);
    const settlement = { state: 'done', effect, notice: doneNotice(effect) } as const;
    const change = given(await deps.approvals.fulfil(approval.id, operator, settlement, at));
    deps.announce(change.events);
    return change.approval;
  }

  async function carryOutApproved({ intentKey }: Approval): Promise<void> {
    const intent = await deps.intents.get(intentKey);
    if (intent?.state !== 'planned') return;
    const { intent: after } = await carryOut(deps, scopeOf(intent, deps.clock.now()), intent, null);
    await auditIntent(deps, after, after.state);
  }

  return {
    list: (listing) => deps.approvals.list(listing),

    async approve(id, operator, reference = null) {
      const known = await knownBy(id);
      const approval =
        known.why === 'by-hand'
          ? await fulfil(known, operator, reference)
          : given(await deps.approvals.approve(id, operator, deps.clock.now())).approval;
      await note(approval, operator, approval.state === 'approved' ? 'approved' : 'seconded');
      if (approval.state === 'approved' && approval.why === 'limit') await carryOutApproved(approval);
      return { approval, intent: await stateOf(approval) };
    },

    async refuse(id, operator, reason) {
      const notice = declinedNotice((await knownBy(id)).quote, reason);
      const change = given(await deps.approvals.refuse(id, operator, reason, notice, deps.clock.now()));
      deps.announce(change.events);
      await note(change.approval, operator, 'declined', reason);
      return { approval: change.approval, intent: await stateOf(change.approval) };
    },
  };
}
