import type { OrderView } from '../../core/fact.ts';
import type { Instant } from '../../core/instant.ts';
import type { Locale } from '../../core/locale.ts';
import { localize } from '../../core/locale.ts';
import { formatMoney } from '../../core/money.ts';
import type { OrderCard } from '../../core/reply.ts';
import { optionsText } from './options.ts';
import { timeWords } from './time.ts';
import { orderStatusWord } from './words.ts';

export function orderCard({ order, images }: OrderView, locale: Locale, zone: string, now: Instant): OrderCard {
  return {
    number: order.number,
    status: orderStatusWord(order.status, locale),
    placedAt: timeWords(order.placedAt, zone, locale, now),
    total: formatMoney(order.total, locale),
    lines: order.lines.map((line) => {
      const image = images[line.productId] ?? line.image;
      return {
        title: localize(line.title, locale),
        options: optionsText(line.options, locale),
        quantity: line.quantity,
        price: formatMoney(line.unitPrice, locale),
        ...(image && { image }),
      };
    }),
  };
}
