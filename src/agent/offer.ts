import { createHash } from 'node:crypto';
import type { CustomerWriteCommand, WriteCommand } from '../commands/command.ts';
import type { CommandCall, CommandResult } from '../core/command.ts';
import { MINUTE, plus } from '../core/instant.ts';
import { canonicalJson } from '../core/json.ts';
import { voicesNeeded } from '../core/limits.ts';
import type { Localized } from '../core/locale.ts';
import type { Order } from '../core/order.ts';
import type { Quote } from '../core/quote.ts';
import { allow, type Refusal } from '../core/verdict.ts';
import { refused, stamp } from './decision.ts';
import { APPROVED_FIRST, BY_HAND } from './foretold.ts';
import { commandContext, type GateDeps, limitsNow } from './gate-context.ts';
import type { GateScope } from './scope.ts';

export type AnyWrite = WriteCommand<never> | CustomerWriteCommand<never>;

/** sha-256 of exactly what the card shows: any other value is another quote. */
export function hashQuote(quote: Quote): string {
  return createHash('sha256').update(canonicalJson(quote)).digest('hex');
}

/** Said beforehand where it is certain that a person has to act; limits of the day are only known when it is confirmed. */
async function foretold(deps: GateDeps, quote: Quote): Promise<Quote> {
  const tell = (effect: Localized): Quote => ({ ...quote, effects: [...quote.effects, effect] });
  if ((await deps.shop.info()).idempotency === 'none') return tell(BY_HAND);
  const voices = voicesNeeded(quote.refund?.amount.amount ?? 0, await limitsNow(deps), { account: 0, shop: 0 });
  return voices > 0 ? tell(APPROVED_FIRST) : quote;
}

/** What the write would do now, as a card would show it. */
export async function quoteNow(
  deps: GateDeps,
  scope: GateScope,
  command: AnyWrite,
  input: unknown,
  order: Order | null,
): Promise<{ ok: true; quote: Quote } | { ok: false; verdict: Refusal }> {
  const context = await commandContext(deps, scope);
  const outcome =
    'orderNumber' in command
      ? await command.quote(input as never, context, order as Order)
      : await command.quote(input as never, context);
  return outcome.ok ? { ok: true, quote: await foretold(deps, outcome.quote) } : outcome;
}

/** Shows what a write would do and waits. Nothing has been done when this returns. */
async function offer(deps: GateDeps, scope: GateScope, call: CommandCall, quote: Quote): Promise<CommandResult> {
  const id = deps.random.token(16);
  const expiresAt = plus(scope.now, deps.confirmationMinutes * MINUTE);
  const quoteHash = hashQuote(quote);
  const { conversationId } = scope;
  await deps.confirmations.open(scope, { id, conversationId, quote, quoteHash, createdAt: scope.now, expiresAt });
  const source = { kind: 'gate', ref: quoteHash } as const;
  const facts = stamp(call, [{ kind: 'quote', value: { quote, token: id, expiresAt }, source }], scope.now);
  return {
    callId: call.id,
    name: call.name,
    input: call.input,
    status: 'confirmation-needed',
    verdict: allow(),
    facts,
  };
}

export async function quoteWrite(
  deps: GateDeps,
  scope: GateScope,
  call: CommandCall,
  command: AnyWrite,
  order: Order | null,
): Promise<CommandResult> {
  const outcome = await quoteNow(deps, scope, command, call.input, order);
  return outcome.ok ? offer(deps, scope, call, outcome.quote) : refused(call, outcome.verdict, scope.now);
}
