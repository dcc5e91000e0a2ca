import type { CommandCall, CommandResult } from '../core/command.ts';
import type { Fact, FactDraft } from '../core/fact.ts';
import type { Instant } from '../core/instant.ts';
import type { Localized } from '../core/locale.ts';
import type { Refusal, Verdict } from '../core/verdict.ts';
import { allow, refuse } from '../core/verdict.ts';

/** Gives facts their identity: unique and the same whenever the turn is run again. */
export function stamp(call: CommandCall, drafts: readonly FactDraft[], at: Instant): Fact[] {
  return drafts.map((draft, index) => ({ ...draft, id: `${call.id}.${index + 1}`, at }) as Fact);
}

export function done(call: CommandCall, facts: Fact[], verdict: Verdict = allow()): CommandResult {
  return { callId: call.id, name: call.name, input: call.input, status: 'done', verdict, facts };
}

/** A refusal carries its reasons as a fact: the brain may tell those, and nothing else. */
export function refused(call: CommandCall, verdict: Refusal, at: Instant): CommandResult {
  const value = { command: call.name, ...verdictValue(verdict) };
  const facts = stamp(
    call,
    [{ kind: 'refused', value, source: { kind: 'policy', ref: verdict.reasons[0]?.rule ?? 'gate' } }],
    at,
  );
  return { callId: call.id, name: call.name, input: call.input, status: 'refused', verdict, facts };
}

function verdictValue(verdict: Refusal) {
  return { reasons: verdict.reasons, ...(verdict.alternative && { alternative: verdict.alternative }) };
}

export function invalid(call: CommandCall, detail: string): CommandResult {
  const verdict = refuse('input.invalid', { zh: `指令不完整：${detail}`, en: `The command is incomplete: ${detail}` });
  return { callId: call.id, name: call.name, input: call.input, status: 'invalid', verdict, facts: [] };
}

const NOT_FOUND: Localized = {
  zh: '没有查到这个订单。请核对一下订单号；如果没有登录，还需要下单时留的手机号或邮箱。',
  en: 'I can’t find that order. Please check the number; if you are not signed in, I also need the phone or e-mail on it.',
};

/** One answer for an order that does not exist and for one that is somebody else's. */
export function orderNotFound(call: CommandCall, at: Instant): CommandResult {
  const verdict = refuse('order.not-found', NOT_FOUND);
  const facts = stamp(
    call,
    [{ kind: 'not-found', value: { what: 'order' }, source: { kind: 'gate', ref: 'order' } }],
    at,
  );
  return { callId: call.id, name: call.name, input: call.input, status: 'refused', verdict, facts };
}
