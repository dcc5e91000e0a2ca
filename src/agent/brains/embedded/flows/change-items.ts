import { saysOption } from '../read/option.ts';
import { keptSlots, part, personChoice, type Reading } from '../reading.ts';
import { chosenSlots, findLines } from '../resolve/lines.ts';
import { meansChoices, ownMeans, settleSlot } from '../resolve/means.ts';
import type { Part, Script } from '../script.ts';
import { beginWith } from './begun.ts';
import { isOpen } from './cancel.ts';
import { propose, proposeOrAsk } from './outcome.ts';
import { findReplacements, findSettlement, SHORT, variantSlots, wishWords } from './replace.ts';

/** 「多加一件」「数量改成两个」「把杯子去掉」: more or fewer pieces, and no other option of what was bought. */
const MORE_OR_LESS =
  /加(?:一|两|上|个|件|双|点|购)|多(?:加|要|买|拍|来)|少(?:要|买|来|一|拍)|减|去掉|删掉|不要(?:其中|那|这)|数量|\b(?:add|remove|leave out|take\b.{1,24}\b(?:off|out)|(?:make it|should be) (?:two|three|four|five|six)|quantity|extra|one more|two more|fewer|instead of (?:one|two|three|\d))\b/i;

/** Other options of goods that were not sent yet. */
export function* changeItems(reading: Reading): Script<Part> {
  if (reading.flow?.command !== 'change_order_items' && MORE_OR_LESS.test(reading.text) && !saysOption(reading.text)) {
    const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
    return part(reading.say('items.options-only'), { choices: [personChoice(reading)], state: { flow } });
  }
  const about = wishWords(reading);
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'change_order_items',
    slots: { ...keptSlots(reading), ...settleSlot(reading), ...(about && { about }) },
    fits: isOpen,
    which: 'which-order.items',
    none: 'no-order.items',
  });
  const [first] = order.lines;
  if (!isOpen(order) && first) {
    // The rules say why not before anybody has to name goods or a size.
    const items = [{ lineId: first.id, variantId: first.variantId }];
    return yield* propose(reading, flow, { orderNumber: order.number, items }, opening);
  }
  const chosen = yield* findLines(reading, order, flow, { which: 'which-line.items', howMany: null });
  Object.assign(flow.slots, chosenSlots(chosen));
  const found = yield* findReplacements(reading, chosen, flow, about ?? '', null);
  flow.slots.variants = variantSlots(found);
  const means = yield* findSettlement(reading, order, flow, found);
  const items = found.map(({ lineId, variantId }) => ({ lineId, variantId }));
  const input = { orderNumber: order.number, items, ...(means && { paymentMethodId: means.id }) };
  const others = meansChoices(reading, means ? (yield* ownMeans(reading)).filter(({ id }) => id !== means.id) : []);
  return yield* proposeOrAsk(reading, flow, input, SHORT, opening, others);
}
