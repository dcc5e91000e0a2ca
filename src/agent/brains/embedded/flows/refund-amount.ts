import { lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import { formatMoney } from '../../../../core/money.ts';
import type { Order, OrderLine } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import { orderNumbersIn } from '../read/codes.ts';
import { namesThing } from '../read/mention.ts';
import { noCountIn, tooManyIn } from '../read/no-count.ts';
import { quantityIn } from '../read/quantity.ts';
import { choice, keptSlots, part, question, type Reading } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { linesNamed, wordsFor } from '../resolve/chosen.ts';
import { gate, type Part, type Script } from '../script.ts';
import { isTried, TRIAL } from '../trial.ts';
import { beginWith } from './begun.ts';
import { isOpen } from './cancel.ts';
import { isDelivered, reasonSoFar } from './give-back.ts';
import { joined, outcomeOf } from './outcome.ts';

/** 「退的话能退多少」: worked out by the rules, and nothing is requested; a yes to it then asks for just that. */
export function* refundAmount(said: Reading): Script<Part> {
  const reading = again(said);
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
  const named = namedItems(reading, order, about);
  const odd = named.find(({ no }) => no !== null);
  if (odd) {
    const title = localize(odd.line.title, reading.locale);
    const no = reading.say('no-count', { said: odd.no ?? '', count: odd.quantity });
    const counting: Flow = { ...flow, slots: { ...flow.slots, ...slotsOf(named), [TRIAL]: true }, asking: 'quantity' };
    return question(counting, joined(reading, [no, reading.say('refund-amount.how-many', { title })]));
  }
  const items = named.map(({ line, quantity }) => ({ lineId: line.id, quantity }));
  const result = yield* gate('quote_refund', {
    orderNumber: order.number,
    ...(items.length > 0 && { items }),
    ...(why && { reasonKind: why.reasonKind }),
  });
  const estimate = lastFact(result.facts, 'refund-estimate');
  if (!estimate) return outcomeOf(reading, result, flow);
  const { refund, orderNumber } = estimate.value;
  const cancels = isOpen(order);
  const number = orderNumber;
  const amount = formatMoney(refund.amount, reading.locale);
  const deed = reading.say(cancels ? 'deed.cancel_order' : 'deed.return_items');
  const slots = { orderNumber, about, [TRIAL]: true, ...(why ?? {}), ...(cancels ? {} : slotsOf(named)) };
  return part(reading.say('refund-amount.told', { number, amount, deed }), {
    choices: [choice(reading.say(cancels ? 'choice.cancel' : 'choice.return'))],
    showing: [estimate.id],
    state: {
      flow: { command: cancels ? 'cancel_order' : 'return_items', slots, asking: 'offer' },
      shownOrders: [orderNumber],
    },
  });
}

/** 「那退两个呢」 is said of the order that was worked out last. */
function again(reading: Reading): Reading {
  const before = reading.view.state.flow;
  if (!before || !isTried(before) || namesThing(reading.text) || orderNumbersIn(reading.text).length > 0)
    return reading;
  const text = reading.text.replace(LEAD_IN, '').replace(/[\s?？呢]+$/, '');
  return { ...reading, text, flow: { ...before, asking: 'quantity' } };
}

const LEAD_IN = /^(?:and|what about|what if|how about|just|那|如果|要是)\s*/i;

interface Tried {
  line: OrderLine;
  quantity: number;
  /** What was said for its number and cannot be one. */
  no: string | null;
}

function slotsOf(tried: readonly Tried[]): Flow['slots'] {
  return tried.length === 0
    ? {}
    : {
        lines: tried.map(({ line }) => line.id),
        quantities: Object.fromEntries(tried.map(({ line, quantity }) => [line.id, quantity])),
      };
}

/** "All three" of what is spoken of. */
const ALL_OF_THEM = /\ball (?:two|three|four|five|six|\d)\b|[两俩三仨四五][个件双条]?都/i;

/** The goods that the words name, with their pieces, or those that were tried before; none: all that the order still holds. */
function namedItems(reading: Reading, order: Order, about: string): Tried[] {
  const { text } = reading;
  const tried = reading.flow?.slots.lines;
  const before = Array.isArray(tried) ? order.lines.filter(({ id }) => tried.includes(id)) : [];
  const now = before.length > 0 && ALL_OF_THEM.test(text) ? [] : linesNamed(text, order.lines, false).lines;
  const named = now.length > 0 ? now : before.length > 0 ? before : linesNamed(about, order.lines, false).lines;
  const isAgain = now.length > 0 || before.length > 0;
  const words = isAgain ? text : about;
  const [only, ...others] = order.lines;
  // 「退两个能退多少」 of an order of one kind of thing says which.
  const isClear = named.length === 0 && only && others.length === 0 && quantityIn(words, false, only.title) !== null;
  const lines = isClear ? [only] : named;
  return lines.flatMap((line) => {
    const left = line.quantity - line.returnedQuantity;
    const own = wordsFor(line, lines, words);
    const no = noCountIn(own, false, line.title) ?? tooManyIn(own, Math.max(left, 2), line.title);
    const said = quantityIn(own, isAgain, line.title) ?? left;
    return left > 0 ? [{ line, quantity: no === null ? Math.min(said, left) : left, no }] : [];
  });
}
