import type { PaymentMethodView } from '../../../../core/after-sales.ts';
import { localize } from '../../../../core/locale.ts';
import type { Order } from '../../../../core/order.ts';
import type { GiveBackItem } from '../../../../policy/item.ts';
import { mayReturn } from '../../../../policy/return.ts';
import type { Reading } from '../reading.ts';
import { keptSlots } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { chosenSlots, findLines } from '../resolve/lines.ts';
import { paidWith, refundMeans } from '../resolve/means.ts';
import type { Part, Script } from '../script.ts';
import { beginWith } from './begun.ts';
import {
  findOpened,
  findReason,
  isDelivered,
  isPast,
  mostLikely,
  reasonSoFar,
  saysUsed,
  type Why,
} from './give-back.ts';
import { joined, propose } from './outcome.ts';

/** Why the money cannot go where the customer wants it, when that alone stands in the way: it then goes back the way it was paid. */
function wrongTarget(
  { deps, view, locale }: Reading,
  order: Order,
  items: readonly GiveBackItem[],
  { reasonKind }: Why,
  to: PaymentMethodView,
): string | null {
  const context = { now: view.now, timeZone: view.shop.timeZone, returns: [], reason: reasonKind };
  if (!mayReturn(order, items, deps.policy, context).allowed) return null;
  const verdict = mayReturn(order, items, deps.policy, context, to);
  const [reason] = verdict.allowed ? [] : verdict.reasons;
  return reason ? localize(reason.text, locale) : null;
}

export function* returnItems(reading: Reading): Script<Part> {
  const said = reasonSoFar(reading);
  const to = yield* refundMeans(reading);
  const kept = { ...keptSlots(reading), about: aboutSoFar(reading), ...said, ...(to && { refundTo: to.id }) };
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'return_items',
    slots: kept,
    fits: isDelivered,
    prefers: mostLikely(reading),
    which: 'which-order.return',
    none: 'no-order.return',
  });
  const [first] = order.lines;
  if (first && isPast(reading, order, 'return')) {
    const items = [{ lineId: first.id, quantity: 1 }];
    const why = said ?? { reason: reading.say('reason.no-reason'), reasonKind: 'no-reason' };
    return yield* propose(reading, flow, { orderNumber: order.number, items, ...why }, opening);
  }
  const chosen = yield* findLines(reading, order, flow, { which: 'which-line.return', howMany: 'how-many.return' });
  Object.assign(flow.slots, chosenSlots(chosen));
  const lines = chosen.map(({ line }) => line);
  const why = yield* findReason(reading, flow, lines);
  Object.assign(flow.slots, why);
  const opened = yield* findOpened(reading, flow, lines, why);
  if (opened !== null) flow.slots.opened = opened;
  const used = saysUsed(reading, flow);
  if (used) flow.slots.used = true;
  const items = chosen.map(({ line, quantity }) => {
    return { lineId: line.id, quantity, ...(opened !== null && { opened }), ...(used && { used }) };
  });
  const wrong = to && wrongTarget(reading, order, items, why, to);
  if (wrong) delete flow.slots.refundTo;
  const target = (wrong ? null : to) ?? (yield* paidWith(reading, order));
  const input = { orderNumber: order.number, items, ...why, ...(target && { refundTo: target.id }) };
  return yield* propose(reading, flow, input, joined(reading, [opening, wrong ?? '']));
}
