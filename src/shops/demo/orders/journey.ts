import type { Instant } from '../../../core/instant.ts';
import { DAY, HOUR, instant, MINUTE, plus } from '../../../core/instant.ts';
import type { Area } from '../people/places.ts';
import { shopDate, shopTime } from '../shop-info.ts';

export interface Dice {
  next(): number;
  below(limit: number): number;
}

/** When everything about an order would happen if nobody interfered. The orders show the part of it that lies before now. */
export interface Journey {
  placedAt: Instant;
  paidAt: Instant;
  shippedAt: Instant;
  /** The scans of the parcel, oldest first; the last is the delivery. */
  scans: Scan[];
  deliveredAt: Instant;
}

export interface Scan {
  kind: 'picked-up' | 'left-origin' | 'transit' | 'at-hub' | 'out-for-delivery' | 'delivered';
  at: Instant;
}

/** Orders paid before 16:00 leave the same day: the promise of the delivery article. */
const CUT_OFF_HOUR = 16;
/** Days from shipping to the door, inclusive, as the delivery article says. */
export const TRANSIT_DAYS: Record<Area, readonly [number, number]> = { near: [1, 2], standard: [2, 4], remote: [5, 7] };

export function addDays(date: string, days: number): string {
  return instant(Date.parse(`${date}T00:00:00Z`) + days * DAY).slice(0, 10);
}

function minutesOfDay(at: Instant): number {
  return (Date.parse(at) - Date.parse(shopTime(shopDate(at), 0))) / MINUTE;
}

/** An hour at which people shop: some over the day, most in the evening, nobody between one and seven at night. */
export function shoppingTime(date: string, dice: Dice): Instant {
  const evening = dice.next() < 0.55;
  const minutes = evening ? 18 * 60 + dice.below(350) : 7 * 60 + 30 + dice.below(630);
  return shopTime(date, minutes, dice.below(60));
}

export function planJourney(placedAt: Instant, area: Area, dice: Dice): Journey {
  const paidAt = plus(placedAt, MINUTE + dice.below(11 * 60) * 1_000);
  const shipDate = addDays(shopDate(paidAt), minutesOfDay(paidAt) < CUT_OFF_HOUR * 60 ? 0 : 1);
  const shippedAt = shopTime(shipDate, 17 * 60 + dice.below(200), dice.below(60));
  const [least, most] = TRANSIT_DAYS[area];
  const days = least + dice.below(most - least + 1);
  const arrival = addDays(shipDate, days);
  const scans: Scan[] = [
    { kind: 'picked-up', at: shippedAt },
    { kind: 'left-origin', at: plus(shippedAt, 2 * HOUR + dice.below(100) * MINUTE) },
  ];
  for (let day = 1; day < days; day++) {
    scans.push({ kind: 'transit', at: shopTime(addDays(shipDate, day), 11 * 60 + dice.below(300), dice.below(60)) });
  }
  scans.push({ kind: 'at-hub', at: shopTime(arrival, 3 * 60 + dice.below(150), dice.below(60)) });
  scans.push({ kind: 'out-for-delivery', at: shopTime(arrival, 7 * 60 + 40 + dice.below(70), dice.below(60)) });
  const deliveredAt = shopTime(arrival, 9 * 60 + 30 + dice.below(570), dice.below(60));
  scans.push({ kind: 'delivered', at: deliveredAt });
  return { placedAt, paidAt, shippedAt, scans, deliveredAt };
}
