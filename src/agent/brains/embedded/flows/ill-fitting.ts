import { mentioned } from '../read/mention.ts';
import { isGuest, type Reading } from '../reading.ts';
import { ownOrders } from '../resolve/order.ts';
import type { Part, Script } from '../script.ts';
import { exchangeItems } from './exchange.ts';
import { isDelivered } from './give-back.ts';
import { adviseSize } from './size.ts';

/** 「鞋小了」 of shoes that were delivered wants others of them; of nothing that was bought it asks about sizes. */
export function* illFitting(reading: Reading): Script<Part> {
  const orders = isGuest(reading) ? [] : yield* ownOrders(reading);
  const delivered = orders.filter(isDelivered);
  const named = mentioned(delivered, ({ lines }) => lines.map(({ title }) => title), reading.text);
  return named.length > 0 ? yield* exchangeItems(reading) : yield* adviseSize(reading);
}
