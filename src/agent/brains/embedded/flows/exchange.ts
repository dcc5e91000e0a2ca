import { saysUse } from '../read/use-said.ts';
import type { Reading } from '../reading.ts';
import { keptSlots } from '../reading.ts';
import { chosenSlots, findLines } from '../resolve/lines.ts';
import { meansChoices, ownMeans, settleSlot } from '../resolve/means.ts';
import type { Part, Script } from '../script.ts';
import { beginWith } from './begun.ts';
import { isOpen } from './cancel.ts';
import { changeItems } from './change-items.ts';
import { findOpened, findReason, isDelivered, isPast, mostLikely, reasonSoFar, saysUsed } from './give-back.ts';
import { propose, proposeOrAsk } from './outcome.ts';
import { findReplacements, findSettlement, SHORT, variantSlots, wishWords } from './replace.ts';

export function* exchangeItems(reading: Reading): Script<Part> {
  const said = reasonSoFar(reading);
  const about = wishWords(reading);
  const kept = {
    ...keptSlots(reading),
    ...settleSlot(reading),
    ...said,
    ...(about && { about }),
    ...(saysUse(reading.text) && { used: true }),
  };
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'exchange_items',
    slots: kept,
    fits: isDelivered,
    prefers: mostLikely(reading),
    which: 'which-order.exchange',
    none: 'no-order.exchange',
  });
  // Nothing was sent that could come back: the order itself becomes what is wished for.
  if (isOpen(order)) return yield* changeItems({ ...reading, flow: { ...flow, asking: reading.flow?.asking ?? null } });
  const [first] = order.lines;
  if (first && isPast(reading, order, 'exchange')) {
    const items = [{ lineId: first.id, quantity: 1, variantId: first.variantId }];
    const why = said ?? { reason: reading.say('reason.no-reason'), reasonKind: 'no-reason' };
    return yield* propose(reading, flow, { orderNumber: order.number, items, ...why }, opening);
  }
  const chosen = yield* findLines(reading, order, flow, { which: 'which-line.exchange', howMany: 'how-many.exchange' });
  Object.assign(flow.slots, chosenSlots(chosen));
  const lines = chosen.map(({ line }) => line);
  const found = yield* findReplacements(reading, chosen, flow, about ?? '', said);
  flow.slots.variants = variantSlots(found);
  const why = yield* findReason(reading, flow, lines);
  Object.assign(flow.slots, why);
  const opened = yield* findOpened(reading, flow, lines, why);
  if (opened !== null) flow.slots.opened = opened;
  const used = saysUsed(reading, flow);
  if (used) flow.slots.used = true;
  const means = yield* findSettlement(reading, order, flow, found);
  const items = found.map(({ lineId, quantity, variantId }) => {
    return { lineId, quantity, variantId, ...(opened !== null && { opened }), ...(used && { used }) };
  });
  const input = { orderNumber: order.number, items, ...why, ...(means && { paymentMethodId: means.id }) };
  const others = meansChoices(reading, means ? (yield* ownMeans(reading)).filter(({ id }) => id !== means.id) : []);
  return yield* proposeOrAsk(reading, flow, input, SHORT, opening, others);
}
