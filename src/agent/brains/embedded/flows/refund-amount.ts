import { lastFact } from '../../../../core/fact.ts';
import { formatMoney } from '../../../../core/money.ts';
import type { Order } from '../../../../core/order.ts';
import { quantityIn } from '../read/quantity.ts';
import { choice, keptSlots, part, type Reading } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { linesNamed, wordsFor } from '../resolve/chosen.ts';
import { gate, type Part, type Script } from '../script.ts';
import { beginWith } from './begun.ts';
import { isOpen } from './cancel.ts';
import { isDelivered, reasonSoFar } from './give-back.ts';
import { outcomeOf } from './outcome.ts';

/** 「退的话能退多少」: worked out by the rules, and nothing is requested. */
export function* refundAmount(reading: Reading): Script<Part> {
  const about = aboutSoFar(reading);
  const why = reasonSoFar(reading);
  const { order, flow } = yield* beginWith(reading, {
    command: 'quote_refund',
    slots: { ...keptSlots(reading), about },
    fits: (each) => isOpen(each) || isDelivered(each),
    prefers: ({ status }) => status === 'delivered',
    which: 'which-order.refund-amount',
    none: 'no-order.refund-amount',
  });
  const items = namedItems(order, about);
  const result = yield* gate('quote_refund', {
    orderNumber: order.number,
    ...(items.length > 0 && { items }),
    ...(why && { reasonKind: why.reasonKind }),
  });
  const estimate = lastFact(result.facts, 'refund-estimate');
  if (!estimate) return outcomeOf(reading, result, flow);
  const { refund, orderNumber } = estimate.value;
  const text = reading.say('refund-amount.told', {
    number: orderNumber,
    amount: formatMoney(refund.amount, reading.locale),
  });
  const next = choice(reading.say(isOpen(order) ? 'choice.cancel' : 'choice.return'));
  const slots = { orderNumber, about };
  return part(text, {
    choices: [next],
    showing: [estimate.id],
    state: { flow: { command: 'get_order', slots, asking: null }, shownOrders: [orderNumber] },
  });
}

/** The goods that the words name, with their pieces; none: all that the order still holds. */
function namedItems(order: Order, about: string): { lineId: string; quantity: number }[] {
  const named = linesNamed(about, order.lines, false).lines;
  const [only, ...others] = order.lines;
  // 「退两个能退多少」 of an order of one kind of thing says which.
  const isClear = named.length === 0 && only && others.length === 0 && quantityIn(about, false) !== null;
  const lines = isClear ? [only] : named;
  return lines.flatMap((line) => {
    const left = line.quantity - line.returnedQuantity;
    const said = quantityIn(wordsFor(line, lines, about), false) ?? left;
    return left > 0 ? [{ lineId: line.id, quantity: Math.min(said, left) }] : [];
  });
}
