import type { Order, OrderLine, ReturnLine, ReturnRequest } from '../../core/order.ts';

/** Pieces asked for by line; null when a line is not the order's, or a number no count of it. */
function asked(order: Order, lines: readonly ReturnLine[]): Map<string, number> | null {
  const wanted = new Map<string, number>();
  for (const { orderLineId, quantity } of lines) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) return null;
    wanted.set(orderLineId, (wanted.get(orderLineId) ?? 0) + quantity);
  }
  const known = order.lines.filter(({ id, quantity }) => (wanted.get(id) ?? Number.POSITIVE_INFINITY) <= quantity);
  return wanted.size > 0 && known.length === wanted.size ? wanted : null;
}

/** Pieces of the line that were paid back without coming back. */
function refundedOnly(line: OrderLine, returns: readonly ReturnRequest[]): number {
  return returns
    .filter(({ kind, status }) => kind === 'refund-only' && status !== 'refused' && status !== 'cancelled')
    .flatMap(({ lines }) => lines)
    .reduce((total, { orderLineId, quantity }) => total + (orderLineId === line.id ? quantity : 0), 0);
}

/** The order's lines with these pieces counted as returned; null when there are not that many left. A piece is settled once. */
export function returnedLines(
  order: Order,
  lines: readonly ReturnLine[],
  returns: readonly ReturnRequest[],
): OrderLine[] | null {
  const wanted = asked(order, lines);
  if (!wanted) return null;
  const counted = order.lines.map((line) => ({
    ...line,
    returnedQuantity: line.returnedQuantity + (wanted.get(line.id) ?? 0),
  }));
  const enough = counted.every(
    (line) => !wanted.has(line.id) || line.returnedQuantity + refundedOnly(line, returns) <= line.quantity,
  );
  return enough ? counted : null;
}

/** Whether the lines name pieces of this order. */
export function areOf(order: Order, lines: readonly ReturnLine[]): boolean {
  return asked(order, lines) !== null;
}

/** The pieces of a withdrawn request are the customer's again. */
export function keptLines(order: Order, { lines }: ReturnRequest): OrderLine[] {
  return order.lines.map((line) => {
    const back = lines.reduce((total, each) => total + (each.orderLineId === line.id ? each.quantity : 0), 0);
    return { ...line, returnedQuantity: Math.max(0, line.returnedQuantity - back) };
  });
}
