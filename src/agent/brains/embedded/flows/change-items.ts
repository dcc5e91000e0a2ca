import { localize } from '../../../../core/locale.ts';
import { isPlainAffirmation } from '../../../../language/affirmation.ts';
import type { Flow } from '../../../brain.ts';
import { saysOption } from '../read/option.ts';
import { saysWhole } from '../read/part-of-order.ts';
import { quantityIn } from '../read/quantity.ts';
import { choice, keptSlots, part, personChoice, question, type Reading } from '../reading.ts';
import { ALL, wordsFor } from '../resolve/chosen.ts';
import { type ChosenLine, chosenSlots, findLines } from '../resolve/lines.ts';
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
  const some =
    reading.flow?.asking === 'part' && saysAll(reading.text)
      ? undefined
      : chosen.find(isMeantInPart(about ?? '', chosen));
  if (some) return wholeLineOnly(reading, flow, some);
  const found = yield* findReplacements(reading, chosen, flow, about ?? '', null);
  flow.slots.variants = variantSlots(found);
  const means = yield* findSettlement(reading, order, flow, found);
  const items = found.map(({ lineId, variantId }) => ({ lineId, variantId }));
  const input = { orderNumber: order.number, items, ...(means && { paymentMethodId: means.id }) };
  const others = meansChoices(reading, means ? (yield* ownMeans(reading)).filter(({ id }) => id !== means.id) : []);
  return yield* proposeOrAsk(reading, flow, input, SHORT, opening, others);
}

/** 「一件换成黑色，另一件不变」 of a line of two: the rules change a line whole. */
const OTHERS_STAY =
  /(?:另|其[他它余]|剩下|别的).{0,6}(?:不变|不动|不换|不改|保持|原样|留着)|\b(?:the )?(?:other|rest|others?)(?: one)?s? (?:stays?|remains?|as (?:it is|they are)|unchanged|the same)|\bkeep the (?:other|rest)/i;

function isMeantInPart(about: string, chosen: readonly ChosenLine[]) {
  const lines = chosen.map((each) => each.line);
  return ({ line }: ChosenLine): boolean => {
    const words = wordsFor(line, lines, about);
    const count = quantityIn(words, false, line.title);
    return line.quantity > 1 && (OTHERS_STAY.test(words) || (count !== null && count < line.quantity));
  };
}

function wholeLineOnly(reading: Reading, flow: Flow, { line }: ChosenLine): Part {
  const { say, locale } = reading;
  const text = say('items.whole-line', { title: localize(line.title, locale), count: line.quantity });
  const choices = [choice(say('choice.all-of-line', { count: line.quantity })), personChoice(reading)];
  return question({ ...flow, asking: 'part' }, text, choices);
}

/** 「两件都改」「那就全改吧」 */
function saysAll(text: string): boolean {
  return saysWhole(text) || ALL.test(text) || isPlainAffirmation(text);
}
