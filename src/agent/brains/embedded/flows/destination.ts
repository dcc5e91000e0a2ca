import { factsOf, lastFact } from '../../../../core/fact.ts';
import type { Order } from '../../../../core/order.ts';
import { quoteText } from '../../../present/passage.ts';
import { orderNumbersIn } from '../read/codes.ts';
import { part, personChoice, type Reading } from '../reading.ts';
import { findOrder, ownOrders } from '../resolve/order.ts';
import { pointedAt } from '../resolve/pointed.ts';
import { gate, type Part, type Script } from '../script.ts';
import { isDelivered } from './give-back.ts';
import { isOpenRequest } from './returns.ts';

/** 「订单寄到哪里」 speaks of what the shop sends, 「退货寄到哪」 of what goes back. */
const SENT_BY_SHOP =
  /订单|包裹|这单|那单|给我|收货|\b(?:my|the) (?:order|parcel|package)\b|\b(?:is|are|will) (?:it|they) (?:being )?(?:sent|going|shipped|delivered)\b/i;
const SENT_BACK = /退|换|寄回|送回|\b(?:return|back|exchange)\b|\b(?:do|should|can|must) i\b/i;

/** 「寄到哪里」: after a return to where the goods go back, else to which address an order goes. */
export function* destination(reading: Reading): Script<Part> {
  const { text } = reading;
  const orders = yield* ownOrders(reading);
  const isNumbered = orderNumbersIn(text).length > 0 || pointedAt(reading, orders).length > 0;
  if (!SENT_BACK.test(text) && (SENT_BY_SHOP.test(text) || isNumbered)) return yield* goesTo(reading, orders);
  if (SENT_BACK.test(text)) return yield* goesBackTo(reading);
  const [shown, ...others] = orders.filter(({ number }) => reading.view.state.shownOrders.includes(number));
  const returns = factsOf((yield* gate('list_returns', {})).facts, 'returns').flatMap(({ value }) => value.returns);
  const standing = returns.some((each) => isOpenRequest(each) && each.orderNumber === shown?.number);
  return shown && others.length === 0 && !standing && !isDelivered(shown)
    ? yield* goesTo(reading, orders)
    : yield* goesBackTo(reading);
}

function* goesTo(reading: Reading, orders: readonly Order[]): Script<Part> {
  const [shown, ...others] = orders.filter(({ number }) => reading.view.state.shownOrders.includes(number));
  const named = pointedAt(reading, orders);
  const order =
    shown && others.length === 0 && named.length === 0
      ? shown
      : yield* findOrder(reading, {
          command: 'get_order',
          slots: {},
          fits: (each) => !isDelivered(each) && each.status !== 'cancelled',
          which: 'which-order.detail',
          none: 'no-order.at-all',
        });
  const { province, city, district, street } = order.address;
  const address =
    reading.locale === 'zh'
      ? `${province === city ? '' : province}${city}${district}${street}`
      : [street, district, city, province === city ? '' : province].filter(Boolean).join(', ');
  return part(reading.say('order.goes-to', { number: order.number, address }), {
    state: {
      flow: { command: 'get_order', slots: { orderNumber: order.number }, asking: null },
      shownOrders: [order.number],
    },
  });
}

const OF_ADDRESS = /地址|\baddress\b/i;
const BACK_TO: Record<'zh' | 'en', string> = { zh: '退货 商品 寄回 售后地址', en: 'return send goods to the address' };

/** What the shop wrote of it; where it wrote nothing, that is said. */
function* goesBackTo(reading: Reading): Script<Part> {
  const result = yield* gate('search_knowledge', { text: BACK_TO[reading.locale], topic: 'ask_return_policy' });
  const fact = lastFact(result.facts, 'passages');
  const lines = (fact?.value.passages ?? [])
    .flatMap((passage) => quoteText(passage).split('\n'))
    .filter((line) => OF_ADDRESS.test(line));
  const [line] = lines;
  if (!fact || !line) {
    const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
    return part(reading.say('return-address.unknown'), { choices: [personChoice(reading)], state: { flow } });
  }
  const text = line.replace(/^(?:·|\d+[.、])\s*/, '');
  return part(text, { showing: [fact.id], state: {} });
}
