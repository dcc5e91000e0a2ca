import type { Flow } from '../../../brain.ts';
import type { Reading } from '../reading.ts';
import { keptSlots, told } from '../reading.ts';
import { findLines } from '../resolve/lines.ts';
import { findOrder } from '../resolve/order.ts';
import type { Part, Script } from '../script.ts';
import { findReason, isDelivered, isPast, mostLikely, reasonSoFar } from './give-back.ts';
import { propose } from './outcome.ts';

export function* returnItems(reading: Reading): Script<Part> {
  const reason = reasonSoFar(reading);
  const about = told(reading, 'about') ?? reading.text.slice(0, 300);
  const kept = { ...keptSlots(reading), about, ...(reason && { reason }) };
  const order = yield* findOrder(reading, {
    command: 'return_items',
    slots: kept,
    fits: isDelivered,
    prefers: mostLikely(reading),
    which: 'which-order.return',
    none: 'no-order.return',
  });
  const flow: Flow = { command: 'return_items', slots: { ...kept, orderNumber: order.number }, asking: null };
  const [first] = order.lines;
  if (first && isPast(reading, order, 'return')) {
    const items = [{ lineId: first.id, quantity: 1 }];
    const unasked = reason ?? reading.say('reason.no-reason');
    return yield* propose(reading, flow, { orderNumber: order.number, items, reason: unasked });
  }
  const chosen = yield* findLines(reading, order, flow, {
    which: 'which-line.return',
    howMany: 'how-many.return',
    several: true,
  });
  const items = chosen.map(({ line, quantity }) => ({ lineId: line.id, quantity }));
  flow.slots.lines = items.map(({ lineId }) => lineId);
  flow.slots.quantity = items[0]?.quantity ?? 1;
  const why = yield* findReason(
    reading,
    flow,
    chosen.map(({ line }) => line),
  );
  flow.slots.reason = why;
  return yield* propose(reading, flow, { orderNumber: order.number, items, reason: why });
}
