import type { ProductFinder } from '../advice/need.ts';
import type { CommandContext } from '../commands/command.ts';
import type { Clock, Random } from '../core/clock.ts';
import type { CommandResult } from '../core/command.ts';
import type { ConversationEvent } from '../core/conversation.ts';
import type { Json } from '../core/json.ts';
import type { AmountLimits } from '../core/limits.ts';
import type { Order } from '../core/order.ts';
import { orderNumberWithZeros } from '../core/order-number.ts';
import type { KnowledgeSearch } from '../knowledge/search.ts';
import type { Log } from '../platform/log.ts';
import type { Policy, PolicySource } from '../policy/policy.ts';
import type { Shop } from '../shops/shop.ts';
import type { CustomerIdentifier, GuestVerifier } from './guests.ts';
import type {
  AlertStore,
  ApprovalStore,
  AuditLog,
  ConfirmationStore,
  GrantStore,
  IntentStore,
  StoredIntent,
  TicketStore,
} from './ports.ts';
import { customerOf, type GateScope, owns } from './scope.ts';

export interface GateDeps {
  shop: Shop;
  finder: ProductFinder;
  knowledge: KnowledgeSearch;
  policies: PolicySource;
  confirmations: ConfirmationStore;
  intents: IntentStore;
  approvals: ApprovalStore;
  tickets: TicketStore;
  alerts: AlertStore;
  audit: AuditLog;
  grants: GrantStore;
  verifier: GuestVerifier;
  identifier: CustomerIdentifier;
  clock: Clock;
  random: Random;
  log: Log;
  confirmationMinutes: number;
  budget: Budget;
  /** What the clerk may pay out without a person, by these rules. */
  limits(policy: Policy, currency: string): AmountLimits;
  /** Shows the open streams what was told outside of a turn. */
  announce(events: readonly ConversationEvent[]): void;
}

/** How much may be tried, and how long is waited. */
export interface Budget {
  /** Commands of one turn. Equal ones run once. */
  callsPerTurn: number;
  /** Writes, and likewise notes and alerts, of one conversation. */
  writesPerHour: number;
  /** After so long a platform that can be read back has done a write or will not do it any more. */
  settlingSeconds: number;
  /** After so long without a decision of a person a write is refused. */
  approvalHours: number;
}

/** The limits by the shop's rules of now. */
export async function limitsNow(deps: GateDeps): Promise<AmountLimits> {
  return deps.limits(await deps.policies.current(), (await deps.shop.info()).currency);
}

/** What a command is given. The guest checks are the conversation's own, so that attempts are counted against it. */
export async function commandContext(deps: GateDeps, scope: GateScope): Promise<CommandContext> {
  const { conversationId } = scope;
  return {
    shop: deps.shop,
    info: await deps.shop.info(),
    finder: deps.finder,
    knowledge: deps.knowledge,
    policy: await deps.policies.current(),
    actor: scope.actor,
    locale: scope.locale,
    now: scope.now,
    customerId: await customerOf(scope, deps.grants),
    verifiedOrderIds: await deps.grants.list(conversationId),
    // A guest who has shown who he is sees no words of other conversations.
    ownTickets: () =>
      deps.tickets.listOf(conversationId, scope.actor.kind === 'customer' ? scope.actor.customerId : null),
    ownWaiting: () => ownWaiting(deps, scope),
    verifyGuest: async (orderNumber, contact) => {
      const answer = await deps.verifier.verify({ conversationId, orderNumber, contact });
      if (answer.ok) await deps.grants.add(conversationId, answer.orderId, scope.now);
      return answer;
    },
    identify: async (query) => {
      const answer = await deps.identifier.identify({ conversationId, query });
      if (answer.ok) await deps.grants.addCustomer(conversationId, answer.customer.id, scope.now);
      return answer;
    },
  };
}

/** @param card what was decided about a card: which one, and what it was for */
export async function audit(deps: GateDeps, scope: GateScope, result: CommandResult, card?: Json): Promise<void> {
  const shown = result.facts.flatMap((fact) => (fact.kind === 'quote' ? [fact.source.ref] : []));
  const payload = {
    ...{ actor: scope.actor, input: result.input, reasons: result.verdict.reasons },
    ...(shown.length > 0 && { quoteHash: shown[0] }),
    ...(card !== undefined && { card }),
  } as unknown as Json;
  const { conversationId, turnId, now } = scope;
  await deps.audit.append({ at: now, conversationId, turnId, command: result.name, decision: result.status, payload });
}

/** A decision about an intent outside of its turn: a person's, a clock's, or the platform's late answer. */
export async function auditIntent(
  deps: Pick<GateDeps, 'audit' | 'clock'>,
  { key, conversationId, command }: Pick<StoredIntent, 'key' | 'conversationId' | 'command'>,
  decision: string,
  payload: Json = {},
): Promise<void> {
  const at = deps.clock.now();
  await deps.audit.append({ at, conversationId, turnId: `intent:${key}`, command, decision, payload });
}

/** The order under that number, if it exists and is the actor's; null says no more than that. */
export async function ownOrder(deps: GateDeps, scope: GateScope, number: string): Promise<Order | null> {
  const literal = await deps.shop.findOrder(number);
  // A letter O written for a zero is looked up only where the number as it stands is nobody's.
  const meant = literal ? null : orderNumberWithZeros(number);
  const order = meant === null ? literal : await deps.shop.findOrder(meant);
  return order && (await owns(order, scope, deps.grants)) ? order : null;
}

async function ownWaiting(deps: GateDeps, { actor, conversationId, now }: GateScope) {
  const own = actor.kind === 'customer' ? actor.customerId : null;
  const waiting = await deps.approvals.listWaiting(conversationId, own, now);
  return waiting.map(({ id, command, quote: { orderNumber, title }, why }) => ({
    kind: 'handed-to-person' as const,
    value: { command, orderNumber, title, why },
    source: { kind: 'gate' as const, ref: `approval:${id}` },
  }));
}
