import { createHash } from 'node:crypto';
import type { ProductFinder } from '../advice/need.ts';
import type { CommandContext, WriteCommand } from '../commands/command.ts';
import { commandByName } from '../commands/registry.ts';
import type { Random } from '../core/clock.ts';
import type { CommandCall, CommandResult } from '../core/command.ts';
import { MINUTE, plus } from '../core/instant.ts';
import type { Json } from '../core/json.ts';
import { canonicalJson } from '../core/json.ts';
import type { Order } from '../core/order.ts';
import type { Quote } from '../core/quote.ts';
import { allow, refuse } from '../core/verdict.ts';
import type { KnowledgeSearch } from '../knowledge/search.ts';
import type { Shop } from '../shops/shop.ts';
import { done, invalid, orderNotFound, refused, stamp } from './decision.ts';
import type { AuditLog, ConfirmationStore, GrantStore, GuestVerifier, IntentStore } from './ports.ts';
import type { GateScope } from './scope.ts';
import { owns } from './scope.ts';

export interface GateDeps {
  shop: Shop;
  finder: ProductFinder;
  knowledge: KnowledgeSearch;
  confirmations: ConfirmationStore;
  intents: IntentStore;
  audit: AuditLog;
  grants: GrantStore;
  verifier: GuestVerifier;
  random: Random;
  confirmationMinutes: number;
}

/** sha-256 of exactly what the card shows: any other value is another quote. */
export function hashQuote(quote: Quote): string {
  return createHash('sha256').update(canonicalJson(quote)).digest('hex');
}

/** What a command is given. The guest check is the conversation's own, so that attempts are counted against it. */
export async function commandContext(deps: GateDeps, scope: GateScope): Promise<CommandContext> {
  return {
    shop: deps.shop,
    info: await deps.shop.info(),
    finder: deps.finder,
    knowledge: deps.knowledge,
    actor: scope.actor,
    locale: scope.locale,
    now: scope.now,
    verifiedOrderIds: await deps.grants.list(scope.conversationId),
    verifyGuest: async (orderNumber, contact) => {
      const answer = await deps.verifier.verify({ conversationId: scope.conversationId, orderNumber, contact });
      if (answer.ok) await deps.grants.add(scope.conversationId, answer.orderId, scope.now);
      return answer;
    },
  };
}

export async function audit(deps: GateDeps, scope: GateScope, result: CommandResult): Promise<void> {
  const payload = { actor: scope.actor, input: result.input, reasons: result.verdict.reasons } as unknown as Json;
  const { conversationId, turnId, now } = scope;
  await deps.audit.append({ at: now, conversationId, turnId, command: result.name, decision: result.status, payload });
}

/** The order under that number, if it exists and is the actor's; null says no more than that. */
export async function ownOrder(deps: GateDeps, scope: GateScope, number: string): Promise<Order | null> {
  const order = await deps.shop.findOrder(number);
  return order && (await owns(order, scope, deps.grants)) ? order : null;
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
  command: WriteCommand<never>,
  order: Order,
): Promise<CommandResult> {
  const outcome = await command.quote(call.input as never, await commandContext(deps, scope), order);
  return outcome.ok ? offer(deps, scope, call, outcome.quote) : refused(call, outcome.verdict, scope.now);
}

/** The stateless doors have no conversation that a person could take over. */
const NOBODY_HERE = refuse('door.read-only', {
  zh: '这里没法转人工，请到店铺页面的对话里找同事。',
  en: 'I can’t fetch a person here; please ask in the chat on the shop’s page.',
});

async function decide(deps: GateDeps, scope: GateScope, call: CommandCall): Promise<CommandResult> {
  const command = commandByName(call.name);
  if (!command) return invalid(call, `unknown command ${String(call.name).slice(0, 64)}`);
  const parsed = command.input.safeParse(call.input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return invalid(call, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  }
  const input = parsed.data;
  if (scope.mode === 'read-only' && command.name === 'hand_off') return refused(call, NOBODY_HERE, scope.now);
  if (!('orderNumber' in command))
    return read(call, await command.run(input, await commandContext(deps, scope)), scope);
  const order = await ownOrder(deps, scope, command.orderNumber(input));
  if (!order) return orderNotFound(call, scope.now);
  if (command.effect === 'read')
    return read(call, await command.run(input, await commandContext(deps, scope), order), scope);
  if (scope.mode === 'read-only') {
    return refused(
      call,
      refuse('door.read-only', {
        zh: '这里只能查询。要办理请在店铺页面的对话里操作。',
        en: 'I can only look things up here. To change an order, please use the chat on the shop’s page.',
      }),
      scope.now,
    );
  }
  return quoteWrite(deps, scope, { ...call, input }, command, order);
}

function read(
  call: CommandCall,
  outcome: Awaited<ReturnType<Extract<ReturnType<typeof commandByName>, { effect: 'read' }>['run']>>,
  scope: GateScope,
): CommandResult {
  if (outcome.verdict && !outcome.verdict.allowed) {
    const result = refused(call, outcome.verdict, scope.now);
    return { ...result, facts: [...result.facts, ...stamp({ ...call, id: `${call.id}r` }, outcome.facts, scope.now)] };
  }
  return done(call, stamp(call, outcome.facts, scope.now), outcome.verdict);
}

/** The only way to run a command. A write ends here as a card; only redeem.ts goes further. */
export async function passGate(deps: GateDeps, scope: GateScope, call: CommandCall): Promise<CommandResult> {
  const result = await decide(deps, scope, call);
  await audit(deps, scope, result);
  return result;
}
