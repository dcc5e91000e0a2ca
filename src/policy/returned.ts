import type { Order, OrderLine, ReturnRequest } from '../core/order.ts';

/** Requests that still hold goods: neither refused nor withdrawn. */
function standing(returns: readonly ReturnRequest[]): ReturnRequest[] {
  return returns.filter((request) => request.status !== 'refused' && request.status !== 'cancelled');
}

/** Pieces of a line that came back or are on their way back. Platforms count at request or at receipt: the larger figure holds. */
export function takenBack(line: OrderLine, returns: readonly ReturnRequest[]): number {
  const requested = standing(returns)
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
