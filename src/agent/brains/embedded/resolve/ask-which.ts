import { localize } from '../../../../core/locale.ts';
import type { Order } from '../../../../core/order.ts';
import type { Choice } from '../../../../core/reply.ts';
import type { Flow } from '../../../brain.ts';
import { dateWords } from '../../../present/time.ts';
import type { Reading } from '../reading.ts';
import { choice, question } from '../reading.ts';
import { type Script, tell } from '../script.ts';

/** Orders shown as buttons at once. */
export const MAX_CHOICES = 5;

/** Which of these orders is meant: each is a button. */
export function* askWhich(reading: Reading, flow: Flow, orders: readonly Order[], text: string): Script<never> {
  const shown = orders.slice(0, MAX_CHOICES);
  return yield* tell(
    question(
      flow,
      text,
      shown.map((order) => orderChoice(reading, order)),
      { shownOrders: shown.map((order) => order.number) },
    ),
  );
}

function orderChoice(reading: Reading, order: Order): Choice {
  const { locale, view } = reading;
  const titles = order.lines.map((line) => localize(line.title, locale));
  const placed = dateWords(order.placedAt, view.shop.timeZone, locale, view.now);
  const more = titles.length > 1 ? reading.say('choice.and-more', { count: titles.length }) : '';
  return choice(`${placed} · ${titles[0] ?? ''}${more} · ${order.number}`, order.number);
}
