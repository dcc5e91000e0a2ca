import type { Order } from '../../../../core/order.ts';
import { keptSlots, type Reading } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { linesNamed } from '../resolve/chosen.ts';
import type { Part, Script } from '../script.ts';
import { beginWith } from './begun.ts';
import { propose } from './outcome.ts';
import { answerQuestion } from './question.ts';

function isPaid({ status }: Order): boolean {
  return status !== 'awaiting-payment' && status !== 'cancelled';
}

/** 「有价保吗」「价保几天」 ask for the rule; 「降价了，补差价」 asks for the money. */
const ASKS_RULE =
  /(?:价保|保价).{0,6}(?:几天|多久|多少天|规则|政策|吗|么|怎么|期)|有没有(?:价保|保价)|\b(?:how long|do you (?:have|offer|do)|is there|what(?:'s| is)) .{0,20}price (?:protection|guarantee|match)/i;

/** Today's price is lower than what was paid: which goods and how much, the rules work out. */
export function* protectPrice(reading: Reading): Script<Part> {
  const isNew = reading.flow?.command !== 'price_protection';
  if (isNew && ASKS_RULE.test(reading.text)) return yield* answerQuestion(reading, 'price_protection');
  const about = aboutSoFar(reading);
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'price_protection',
    slots: { ...keptSlots(reading), about },
    fits: isPaid,
    which: 'which-order.price',
    none: 'no-order.price',
  });
  const named = order.lines.length > 1 ? linesNamed(about, order.lines, false).lines : [];
  const items = named
    .map((line) => ({ lineId: line.id, quantity: line.quantity - line.returnedQuantity }))
    .filter(({ quantity }) => quantity > 0);
  const input = { orderNumber: order.number, ...(items.length > 0 && { items }) };
  return yield* propose(reading, flow, input, opening);
}
