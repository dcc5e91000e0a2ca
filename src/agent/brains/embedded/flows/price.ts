import { factsOf } from '../../../../core/fact.ts';
import type { Order } from '../../../../core/order.ts';
import { keptSlots, type Reading } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { linesNamed } from '../resolve/chosen.ts';
import { ownOrders } from '../resolve/order.ts';
import { call, gateAll, type Part, type Script } from '../script.ts';
import { beginWith } from './begun.ts';
import { isPast } from './give-back.ts';
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
  const cheaper = isNew ? yield* cheaperToday(reading) : [];
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'price_protection',
    slots: { ...keptSlots(reading), about },
    fits: isPaid,
    first: ({ number }) => cheaper.includes(number),
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

/** Products looked up at once: a turn has only so many calls. */
const MAX_LOOKED_UP = 10;

/** Orders within the time whose goods cost less today. */
function* cheaperToday(reading: Reading): Script<string[]> {
  const orders = (yield* ownOrders(reading)).filter(
    (order) => isPaid(order) && !isPast(reading, order, 'price-protection'),
  );
  const ids = [...new Set(orders.flatMap(({ lines }) => lines.map(({ productId }) => productId)))];
  const results = yield* gateAll(ids.slice(0, MAX_LOOKED_UP).map((productId) => call('get_product', { productId })));
  const variants = results.flatMap(({ facts }) => factsOf(facts, 'product')).flatMap(({ value }) => value.variants);
  const isCheaper = ({ variantId, unitPrice }: Order['lines'][number]) =>
    variants.some(({ id, price }) => id === variantId && price.amount < unitPrice.amount);
  return orders.filter(({ lines }) => lines.some(isCheaper)).map(({ number }) => number);
}
