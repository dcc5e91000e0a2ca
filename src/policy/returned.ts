import { allocate, money } from '../core/money.ts';
import type { Order, OrderLine, ReturnRequest } from '../core/order.ts';

/** Requests that still hold goods: neither refused nor withdrawn. */
export function standing(returns: readonly ReturnRequest[]): ReturnRequest[] {
  return returns.filter((request) => request.status !== 'refused' && request.status !== 'cancelled');
}

/** Pieces of a line that came back, are on their way back or were paid back. Platforms count at request or at receipt: the larger figure holds. */
export function takenBack(line: OrderLine, returns: readonly ReturnRequest[]): number {
  const requested = standing(returns)
    .filter(({ kind }) => kind !== 'price-protection')
    .flatMap((request) => request.lines)
    .filter((item) => item.orderLineId === line.id)
    .reduce((total, item) => total + item.quantity, 0);
  return Math.min(line.quantity, Math.max(line.returnedQuantity, requested));
}

/** Minor units that open requests will still pay back. */
export function promisedBack(order: Order, returns: readonly ReturnRequest[]): number {
  return standing(returns)
    .filter((request) => request.orderId === order.id && request.status !== 'completed')
    .reduce((total, request) => total + (request.refund?.amount ?? 0), 0);
}

/** Minor units of a line's price that price protection has paid back, for the whole of its pieces. */
export function protectedBack(order: Order, line: OrderLine, returns: readonly ReturnRequest[]): number {
  return standing(returns)
    .filter(({ kind, orderId }) => kind === 'price-protection' && orderId === order.id)
    .reduce((total, { lines, refund }) => total + shareOf(order, line, lines, refund?.amount ?? 0), 0);
}

/** By price, as a request over several lines has one sum. */
function shareOf(order: Order, line: OrderLine, lines: ReturnRequest['lines'], amount: number): number {
  const weights = lines.map(({ orderLineId, quantity }) => {
    const bought = order.lines.find(({ id }) => id === orderLineId);
    return (bought?.unitPrice.amount ?? 0) * quantity;
  });
  const shares = allocate(money(amount, order.total.currency), weights);
  return lines.reduce(
    (total, { orderLineId }, index) => total + (orderLineId === line.id ? (shares[index]?.amount ?? 0) : 0),
    0,
  );
}
