import { createHash } from 'node:crypto';
import { commandByName } from '../commands/registry.ts';
import type { CommandCall, CommandResult } from '../core/command.ts';
import type { CardDecision } from '../core/conversation.ts';
import type { Fact, FactDraft } from '../core/fact.ts';
import type { Json } from '../core/json.ts';
import type { Order } from '../core/order.ts';
import type { Quote } from '../core/quote.ts';
import { allow, refuse } from '../core/verdict.ts';
import { type CarriedOut, carryOut } from './carry-out.ts';
import { done, orderNotFound, refused, stamp } from './decision.ts';
import { audit, type GateDeps, ownOrder } from './gate-context.ts';
import { guardOf } from './guard.ts';
import { type AnyWrite, hashQuote, quoteNow, quoteWrite } from './offer.ts';
import type { StoredConfirmation } from './ports.ts';
import { readingOnce } from './read-once.ts';
import { REFUSALS } from './refusals.ts';
import type { GateScope } from './scope.ts';

/** The effect's key comes from the confirmation, not from the attempt: however often it is tried, it is the same effect. */
export function intentKey(confirmationId: string): string {
  return createHash('sha256').update(`intent:${confirmationId}`).digest('hex');
}

/** The customer pressed the card (or plainly said yes to the only one). The one place where an effect is begun. */
export async function redeem(
  deps: GateDeps,
  scope: GateScope,
  action: CardDecision,
  callId: string,
): Promise<CommandResult> {
  const confirmation = await deps.confirmations.get(action.token);
  // A card of another conversation is none here: not even what it was for is told.
  const own = confirmation?.conversationId === scope.conversationId ? confirmation : null;
  const command = own?.quote.command ?? 'confirm';
  const input = { decision: action.decision, ...(action.said && { said: true }) };
  const call: CommandCall = { id: callId, name: command, input };
  const result = await decide(readingOnce(deps), scope, call, action, own);
  await audit(deps, scope, result, own ? recordOf(own) : null);
  return result;
}

/** Ties the decision to what the card showed and to the effect's own key. */
function recordOf({ id, quoteHash, quote }: StoredConfirmation): Json {
  const { orderNumber, refund, charge } = quote;
  const sums = { refund: refund?.amount ?? null, charge: charge?.amount ?? null };
  return { quoteHash, intent: intentKey(id), orderNumber, ...sums } as unknown as Json;
}

async function decide(
  deps: GateDeps,
  scope: GateScope,
  call: CommandCall,
  action: CardDecision,
  confirmation: StoredConfirmation | null,
): Promise<CommandResult> {
  const no = (reason: keyof typeof REFUSALS) =>
    refused(call, refuse(`confirmation.${reason}`, REFUSALS[reason]), scope.now);
  if (!confirmation || scope.mode === 'read-only') return no('not-open');
  const { quote } = confirmation;

  if (action.decision === 'cancel') {
    if (!(await deps.confirmations.cancel(confirmation.id))) return no('not-open');
    return done(call, stamp(call, [cancelled(quote)], scope.now));
  }

  const known = await deps.intents.get(intentKey(confirmation.id));
  if (known) {
    const unsettled = known.state === 'planned' || known.state === 'sent' || known.state === 'unknown';
    return tell(call, unsettled ? await carryOut(deps, scope, known, scope.turnId) : { intent: known }, scope);
  }
  if (confirmation.state !== 'open') return no('not-open');
  if (confirmation.expiresAt <= scope.now) return no('expired');

  const command = commandByName(quote.command);
  if (command?.effect !== 'write') return no('not-open');
  const order = quote.orderNumber === null ? null : await ownOrder(deps, scope, quote.orderNumber);
  if (quote.orderNumber !== null && !order) return orderNotFound(call, scope.now);
  const changed = await changedSince(deps, scope, call, command, confirmation, order);
  if (changed) return changed;

  const { turnId, conversationId, now: plannedAt } = scope;
  const key = intentKey(confirmation.id);
  const intent = { key, confirmationId: confirmation.id, turnId, conversationId, command: quote.command, quote };
  const planned = await deps.intents.plan(scope, { ...intent, plannedAt }, await guardOf(deps, scope, quote, order));
  if (!planned.ok) return no(planned.reason);
  const waits = planned.intent.state !== 'planned' && planned.intent.state !== 'sent';
  return tell(call, waits ? planned : await carryOut(deps, scope, planned.intent, scope.turnId), scope);
}

/** The card is bound to what it showed: when that is not what would be done now, nothing is done and a new card is shown. */
async function changedSince(
  deps: GateDeps,
  scope: GateScope,
  call: CommandCall,
  command: AnyWrite,
  { quote, quoteHash }: StoredConfirmation,
  order: Order | null,
): Promise<CommandResult | null> {
  const fresh = await quoteNow(deps, scope, command, quote.input, order);
  if (!fresh.ok) return refused(call, fresh.verdict, scope.now);
  // The stored quote is what will be carried out: it, too, has to be what was shown.
  if ([fresh.quote, quote].every((each) => hashQuote(each) === quoteHash)) return null;
  const again = await quoteWrite(deps, scope, { ...call, input: quote.input }, command, order);
  const void_ = refused(call, refuse('confirmation.changed', REFUSALS.changed), scope.now);
  return { ...void_, facts: [...void_.facts, ...again.facts.map((fact) => ({ ...fact, id: `${fact.id}q` }))] };
}

/** Intents whose outcome these facts tell: what waits, and what is not known, is none yet. */
export function outcomesIn(facts: readonly Fact[]): string[] {
  const ended = facts.filter(({ kind, source }) => source.kind === 'shop' && (kind === 'effect' || kind === 'refused'));
  return ended.map(({ source }) => source.ref);
}

/** What an intent has come to, as facts. */
function tell(call: CommandCall, { intent, refusal }: CarriedOut, scope: GateScope): CommandResult {
  const source = { kind: 'shop', ref: intent.key } as const;
  const { command, quote } = intent;
  const about = { command, orderNumber: quote.orderNumber };
  if (intent.state === 'done' && intent.effect) {
    return done(call, stamp(call, [{ kind: 'effect', value: intent.effect, source }], scope.now));
  }
  if (intent.state === 'refused') {
    const reason = refusal ?? 'not-done';
    const said = refused(call, refuse(`shop.${refusal ?? 'not-possible'}`, REFUSALS[reason]), scope.now);
    return { ...said, facts: said.facts.map((fact) => ({ ...fact, source })) };
  }
  const waits = intent.state === 'awaiting-approval';
  const draft: FactDraft = waits
    ? { kind: 'handed-to-person', value: { ...about, title: quote.title, why: intent.waitsFor ?? 'limit' }, source }
    : { kind: 'unknown-outcome', value: about, source };
  const status = waits ? 'awaiting-person' : 'unknown';
  const facts = stamp(call, [draft], scope.now);
  return { callId: call.id, name: call.name, input: call.input, status, verdict: allow(), facts };
}

function cancelled(quote: Quote): FactDraft {
  const { command, orderNumber, title } = quote;
  return {
    kind: 'quote-cancelled',
    value: { command, orderNumber, title },
    source: { kind: 'gate', ref: 'cancelled' },
  };
}
