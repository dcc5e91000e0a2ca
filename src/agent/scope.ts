import type { Actor } from '../core/actor.ts';
import type { Instant } from '../core/instant.ts';
import type { Locale } from '../core/locale.ts';
import type { Order } from '../core/order.ts';
import type { GrantStore, TurnScope } from './ports.ts';

/** For whom, when and how far the gate may act. Made by the turn from verified identity, never by a brain. */
export interface GateScope extends TurnScope {
  actor: Actor;
  locale: Locale;
  now: Instant;
  /** The stateless doors read and never write. */
  mode: 'full' | 'read-only';
}

/** Whose order is it? The signed-in customer's own, or one that this conversation has verified. */
export async function owns(order: Order, scope: GateScope, grants: GrantStore): Promise<boolean> {
  if (scope.actor.kind === 'customer' && order.customerId === scope.actor.customerId) return true;
  return grants.has(scope.conversationId, order.id);
}
