import type { CommandName } from '../../core/command.ts';
import type { Fact } from '../../core/fact.ts';
import { factsOf } from '../../core/fact.ts';
import type { Order, OrderStatus, Parcel, ReturnRequest } from '../../core/order.ts';
import { orderNumberKey } from '../../core/order-number.ts';
import type { Product } from '../../core/product.ts';
import type { Effect } from '../../core/quote.ts';

/** What the facts say of orders, goods and deeds; where a sentence names orders, of those alone. */
export interface Proven {
  facts: readonly Fact[];
  /** Keys of the order numbers that the sentence names; empty: of any order in the facts. */
  named: readonly string[];
  /** What the shop itself wrote: articles, reasons, effects. */
  texts: readonly string[];
}

function isMeant({ named }: Proven, number: string | null): boolean {
  return named.length === 0 || (number !== null && named.includes(orderNumberKey(number)));
}

export function effects(proven: Proven, ...commands: CommandName[]): Effect[] {
  return factsOf(proven.facts, 'effect')
    .map(({ value }) => value)
    .filter(
      ({ command, orderNumber }) =>
        isMeant(proven, orderNumber) && (commands.length === 0 || commands.some((each) => each === command)),
    );
}

export function orders(proven: Proven): Order[] {
  return factsOf(proven.facts, 'order')
    .map(({ value }) => value.order)
    .filter(({ number }) => isMeant(proven, number));
}

export function parcels(proven: Proven): Parcel[] {
  const tracked = factsOf(proven.facts, 'tracking').filter(({ value }) => isMeant(proven, value.orderNumber));
  return [...tracked.flatMap(({ value }) => value.parcels), ...orders(proven).flatMap((order) => order.parcels)];
}

export function hasStatus(proven: Proven, ...wanted: OrderStatus[]): boolean {
  const found = proven.facts.flatMap((fact): OrderStatus[] => {
    if (fact.kind === 'order') return isMeant(proven, fact.value.order.number) ? [fact.value.order.status] : [];
    if (fact.kind === 'orders')
      return fact.value.orders.filter(({ number }) => isMeant(proven, number)).map(({ status }) => status);
    return fact.kind === 'tracking' && isMeant(proven, fact.value.orderNumber) ? [fact.value.status] : [];
  });
  return found.some((status) => wanted.includes(status));
}

export function hasRefundPayment(proven: Proven): boolean {
  return orders(proven).some((order) => order.payments.some(({ kind }) => kind === 'refund'));
}

/** Returns and exchanges as they stand. */
export function hasReturn(proven: Proven, is: (request: ReturnRequest) => boolean): boolean {
  return factsOf(proven.facts, 'returns').some(({ value }) =>
    value.returns.some(({ request, orderNumber }) => isMeant(proven, orderNumber) && is(request)),
  );
}

export function hasFact(proven: Proven, ...kinds: Fact['kind'][]): boolean {
  return proven.facts.some(({ kind }) => kinds.includes(kind));
}

export function hasNotes({ facts }: Proven): boolean {
  return facts.some((fact) => fact.kind === 'tickets' && fact.value.tickets.length > 0);
}

export function products({ facts }: Proven): Product[] {
  return facts.flatMap((fact): Product[] => {
    if (fact.kind === 'product') return [fact.value];
    if (fact.kind === 'product-matches') return fact.value.matches.map(({ product }) => product);
    return fact.kind === 'comparison' ? fact.value.products : [];
  });
}
