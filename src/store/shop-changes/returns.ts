import { money } from '../../core/money.ts';
import type { Order, ReturnRequest } from '../../core/order.ts';
import type { CancelReturn, RefundOrder, RequestReturn } from '../../shops/shop.ts';
import { covers, giveBack, isAmount, isRefundable, methodOf } from './money.ts';
import { areOf, keptLines, returnedLines } from './pieces.ts';
import { type Change, hasArrived, NOT_POSSIBLE, type Scene, type StockMove } from './scene.ts';

/** The pieces sent instead; null when a line names none. */
function replacements(order: Order, { lines }: Pick<RequestReturn, 'lines'>): StockMove[] | null {
  const moves = lines.flatMap(({ orderLineId, exchangeVariantId, quantity }): StockMove[] => {
    const line = order.lines.find(({ id }) => id === orderLineId);
    return line && exchangeVariantId !== undefined
      ? [{ productId: line.productId, variantId: exchangeVariantId, pieces: -quantity }]
      : [];
  });
  return moves.length === lines.length ? moves : null;
}

/** What is promised and what will be charged. */
function isPayable(scene: Scene, { kind, refund, refundTo, difference }: RequestReturn): boolean {
  const { order } = scene;
  if (refund && !isRefundable(scene, refund)) return false;
  const method = refundTo === undefined ? undefined : methodOf(scene, refundTo);
  if (method === null) return false;
  if (difference === undefined) return true;
  const size = money(Math.abs(difference.amount), difference.currency);
  if (kind !== 'exchange' || !isAmount(size, order)) return false;
  if (refund?.amount !== Math.max(0, -difference.amount)) return false;
  return difference.amount <= 0 || (method !== undefined && covers(method, difference));
}

export const requestReturn: Change<RequestReturn> = (scene, write) => {
  const { order, returns, now } = scene;
  const lines = returnedLines(order, write.lines, returns);
  const moves = write.kind === 'exchange' ? replacements(order, write) : [];
  if (!hasArrived(order) || !lines || !moves || !isPayable(scene, write)) return NOT_POSSIBLE;
  const { kind, reason, refund, refundTo, difference } = write;
  const request: ReturnRequest = {
    id: scene.newId(),
    orderId: order.id,
    kind,
    status: 'requested',
    lines: write.lines,
    reason,
    refund,
    ...(refundTo !== undefined && { refundTo }),
    ...(difference !== undefined && { difference }),
    createdAt: now,
  };
  return { ok: true, order: { ...order, lines }, request, moves };
};

export const cancelReturn: Change<CancelReturn> = ({ order, returns }, { returnId }) => {
  const request = returns.find(({ id }) => id === returnId);
  if (request?.status !== 'requested' && request?.status !== 'approved') return NOT_POSSIBLE;
  const reserved = request.kind === 'exchange' ? replacements(order, request) : [];
  return {
    ok: true,
    order: { ...order, lines: keptLines(order, request) },
    request: { ...request, status: 'cancelled' },
    moves: (reserved ?? []).map((move) => ({ ...move, pieces: -move.pieces })),
  };
};

/** A piece that was paid back whole is not paid back or returned again; a lower price of it may be made up for in between. */
export const refundOrder: Change<RefundOrder> = (scene, { kind, lines, amount, reason }) => {
  const { order, returns, now } = scene;
  const unpaid = order.status === 'awaiting-payment' || order.status === 'cancelled';
  const pieces = kind === 'refund-only' ? returnedLines(order, lines, returns) !== null : areOf(order, lines);
  if (unpaid || !pieces || !isRefundable(scene, amount) || amount.amount === 0) return NOT_POSSIBLE;
  const books = giveBack(scene, amount, now);
  if (!books) return NOT_POSSIBLE;
  const request: ReturnRequest = {
    id: scene.newId(),
    orderId: order.id,
    kind,
    status: 'completed',
    lines,
    reason,
    refund: amount,
    createdAt: now,
  };
  return { ok: true, customer: books.customer, order: books.order, request };
};
