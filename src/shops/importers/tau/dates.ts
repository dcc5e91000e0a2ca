import { seededRandom } from '../../../core/clock.ts';
import type { Instant } from '../../../core/instant.ts';
import { DAY, HOUR, MINUTE } from '../../../core/instant.ts';
import type { OrderStatus } from '../../../core/order.ts';
import { instantInZone } from '../local-time.ts';

export interface OrderDates {
  placedAt: Instant;
  paidAt: Instant;
  shippedAt?: Instant;
  deliveredAt?: Instant;
  cancelledAt?: Instant;
}

/** FNV-1a, 32 bit: the same order always gets the same dates. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/**
 * Dates for an order that has none, all before the reference date and between 9:00 and 21:00 in the zone. Delivered orders arrived 1 to 6 days
 * before it: the data's own rules let every one of them be returned, so on the reference date the window of each is open.
 */
export function datesFor(orderId: string, status: OrderStatus, referenceDate: string, zone: string): OrderDates {
  const random = seededRandom(seedOf(orderId));
  const between = (from: number, to: number) => from + random.below(to - from + 1);
  const on = (daysBefore: number): number =>
    Date.parse(referenceDate) - daysBefore * DAY + between(9, 20) * HOUR + between(0, 59) * MINUTE;
  const at = (wall: number) => instantInZone(zone, wall);
  const placed = (daysBefore: number) => {
    const wall = on(daysBefore);
    return { placedAt: at(wall), paidAt: at(wall + between(1, 5) * MINUTE) };
  };
  if (status === 'delivered') {
    const arrived = between(1, 6);
    const sent = arrived + between(2, 4);
    return { ...placed(sent + between(1, 3)), shippedAt: at(on(sent)), deliveredAt: at(on(arrived)) };
  }
  if (status === 'cancelled') {
    const cancelled = between(2, 40);
    return { ...placed(cancelled + 1), cancelledAt: at(on(cancelled)) };
  }
  return placed(status === 'processing' ? between(2, 4) : between(1, 2));
}
