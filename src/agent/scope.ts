import { type Actor, customerIdOf } from '../core/actor.ts';
import type { Instant } from '../core/instant.ts';
import type { Locale } from '../core/locale.ts';
import type { Order } from '../core/order.ts';
import type { GrantStore, StoredIntent, TurnScope } from './ports.ts';

/** For whom, when and how far the gate may act. Made by the turn from verified identity, never by a brain. */
export interface GateScope extends TurnScope {
  actor: Actor;
  locale: Locale;
  now: Instant;
  /** The stateless doors read and never write. */
  mode: 'full' | 'read-only';
}

/** The signed-in customer, or whom a guest has shown to be in this conversation; null: nobody yet. */
export async function customerOf(scope: GateScope, grants: GrantStore): Promise<string | null> {
  return customerIdOf(scope.actor) ?? (await grants.customer(scope.conversationId));
}

/** Whose order is it? The customer's own, or one that this conversation has verified. */
export async function owns(order: Order, scope: GateScope, grants: GrantStore): Promise<boolean> {
  if (order.customerId !== null && order.customerId === (await customerOf(scope, grants))) return true;
  return grants.has(scope.conversationId, order.id);
}

/** Outside of a turn: for whom an intent was confirmed. */
export function scopeOf({ turnId, conversationId, customerId }: StoredIntent, now: Instant): GateScope {
  const actor: Actor = customerId === null ? { kind: 'guest' } : { kind: 'customer', customerId };
  return { turnId, conversationId, epoch: 0, actor, locale: 'zh', now, mode: 'full' };
}
