import type { Instant } from '../../../core/instant.ts';
import { DAY, elapsed, HOUR, plus } from '../../../core/instant.ts';
import type { Area } from '../people/places.ts';
import { shopDate, shopDays, shopTime } from '../shop-info.ts';
import type { Dice, Journey } from './journey.ts';
import { addDays, planJourney, shoppingTime } from './journey.ts';
import type { Stage } from './order-plan.ts';
import { FAILED_AFTER } from './tracking.ts';

/** Days for which goods are taken back, counted from the day after receipt: as the articles say. */
export const RETURN_WINDOW_DAYS = 7;
/** The history reaches this far back. */
export const HISTORY_DAYS = 90;
const ATTEMPTS = 20_000;

interface StageRule {
  /** How many days ago it may have been placed. */
  from: number;
  to: number;
  holds(journey: Journey, now: Instant): boolean;
}

function windowOpen(journey: Journey, now: Instant): boolean {
  return shopDays(journey.deliveredAt, now) <= RETURN_WINDOW_DAYS;
}

const unshipped: StageRule = { from: 0, to: 1, holds: ({ paidAt, shippedAt }, now) => paidAt < now && now < shippedAt };

const RULES: Record<Stage, StageRule> = {
  'awaiting-payment': { from: 0, to: 1, holds: ({ placedAt }, now) => elapsed(placedAt, now) < DAY },
  paid: unshipped,
  processing: unshipped,
  'partially-shipped': { from: 0, to: 3, holds: ({ shippedAt }, now) => shippedAt < now },
  shipped: { from: 0, to: 9, holds: ({ shippedAt, deliveredAt }, now) => shippedAt < now && now < deliveredAt },
  'delivery-failed': { from: 1, to: 10, holds: (journey, now) => failedLately(journey, now) },
  delivered: { from: 1, to: 15, holds: (journey, now) => journey.deliveredAt < now && windowOpen(journey, now) },
  completed: {
    from: 9,
    to: HISTORY_DAYS,
    holds: (journey, now) => journey.deliveredAt < now && !windowOpen(journey, now),
  },
  cancelled: { from: 0, to: HISTORY_DAYS, holds: ({ paidAt }, now) => elapsed(paidAt, now) > 3 * HOUR },
  'never-paid': { from: 1, to: HISTORY_DAYS, holds: ({ placedAt }, now) => elapsed(placedAt, now) > DAY },
};

/** The carrier tried lately and has not tried again. */
function failedLately({ scans }: Journey, now: Instant): boolean {
  const attempt = scans.find(({ kind }) => kind === 'out-for-delivery');
  if (!attempt) return false;
  return plus(attempt.at, FAILED_AFTER) < now && now < shopTime(addDays(shopDate(attempt.at), 1), 20 * 60);
}

/** Draws journeys until one stands at `stage` now. */
export function findJourney(
  stage: Stage,
  area: Area,
  now: Instant,
  dice: Dice,
  accept: (journey: Journey, now: Instant) => boolean = () => true,
): Journey {
  const { from, to, holds } = RULES[stage];
  const today = shopDate(now);
  const oldest = plus(now, -HISTORY_DAYS * DAY);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const placedAt = shoppingTime(addDays(today, -(from + dice.below(to - from + 1))), dice);
    if (placedAt >= now || placedAt < oldest) continue;
    const journey = planJourney(placedAt, area, dice);
    if (holds(journey, now) && accept(journey, now)) return journey;
  }
  throw new RangeError(`no journey ends at ${stage} for ${area} at ${now}`);
}
