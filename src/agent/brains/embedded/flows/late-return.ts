import { factsOf } from '../../../../core/fact.ts';
import { goodsSentences, lateSentence, neverSentence } from '../../../../policy/wording-of-goods.ts';
import { mentioned } from '../read/mention.ts';
import { reasonIn } from '../read/reason.ts';
import { choice, isGuest, part, type Reading } from '../reading.ts';
import { ownOrders } from '../resolve/order.ts';
import { pointedAt } from '../resolve/pointed.ts';
import { call, gateAll, type Part, type Script } from '../script.ts';
import { isDelivered, isPast } from './give-back.ts';
import { joined } from './outcome.ts';
import { returnItems } from './return.ts';

/** 「七天过了还能退吗」: of an order that is named as its own days have it, else the rule, and what is left after it. */
export function* lateReturn(reading: Reading): Script<Part> {
  const orders = isGuest(reading) ? [] : yield* ownOrders(reading);
  const named = mentioned(orders, ({ lines }) => lines.map(({ title }) => title), reading.text);
  const [order, ...others] = named.length > 0 ? named : pointedAt(reading, orders);
  if (order && others.length === 0 && (isPast(reading, order, 'return') || !isDelivered(order)))
    return yield* returnItems({
      ...reading,
      flow: { command: 'return_items', slots: { orderNumber: order.number }, asking: 'late' },
    });
  const { number = '' } = order ?? {};
  if (order && others.length === 0) {
    const next = choice(reading.say('choice.return'));
    const slots = { orderNumber: number, ...(reasonIn(reading.text) && { about: reading.text }) };
    const flow = { command: 'return_items' as const, slots, asking: 'offer' };
    return part(reading.say('late-return.in-time', { number }), {
      choices: [next],
      state: { flow, shownOrders: [number] },
    });
  }
  const results = yield* gateAll([call('get_policy', { rule: 'return' })]);
  const facts = results.flatMap((result) => factsOf(result.facts, 'rules'));
  const { policy } = reading.deps;
  const [usual] = goodsSentences(policy, 'return')?.reasons ?? [];
  const sentences = [usual ?? neverSentence(policy, 'return'), lateSentence(policy, 'return')].flatMap(
    (each) => each ?? [],
  );
  const rule = sentences.map((each) => each[reading.locale]);
  const text = joined(reading, [...rule, reading.say('late-return.which')]);
  return part(text, { showing: facts.map(({ id }) => id) });
}
