import type { Instant } from '../../../core/instant.ts';
import { shopDate, shopDays, shopTime } from '../shop-info.ts';
import type { Journey } from './journey.ts';
import { addDays } from './journey.ts';
import type { OrderPlan, PlannedLine, ReturnPlan, Stage } from './order-plan.ts';
import { couldReturn } from './returns.ts';

export interface Story {
  id: string;
  stage: Stage;
  /** Variant ids; several of one: `variant*2`. */
  lines: (string | PlannedLine)[];
  couponId?: string;
  carrier?: string;
  split?: boolean;
  note?: string;
  returned?: ReturnPlan;
  giftCard?: OrderPlan['giftCard'];
  crossBorder?: boolean;
  cancelReason?: string;
  accept?: OrderPlan['accept'];
}

type Accept = NonNullable<OrderPlan['accept']>;

export const deliveredDaysAgo =
  (days: number): Accept =>
  ({ deliveredAt }, now) =>
    shopDays(deliveredAt, now) === days;

export const underWay: Accept = ({ scans }, now) => scans.filter(({ at }) => at < now).length >= 2;

/** From noon of the first possible day a parcel may have arrived while the other is still travelling. */
export const oneArrived: Accept = ({ shippedAt }, now) => now > shopTime(addDays(shopDate(shippedAt), 1), 12 * 60);

function linesOf(lines: Story['lines']): OrderPlan['lines'] {
  return lines.map((line) => {
    if (typeof line !== 'string') return line;
    const [variantId = '', quantity = '1'] = line.split('*');
    return { variantId, quantity: Number(quantity) };
  });
}

function both(first: Accept | undefined, returned: ReturnPlan | undefined): Accept {
  const rules = [...(first ? [first] : []), ...(returned ? [couldReturn(returned)] : [])];
  return (journey: Journey, now: Instant) => rules.every((rule) => rule(journey, now));
}

export type Buyer = Pick<OrderPlan, 'customerId' | 'contact' | 'address' | 'method'>;

export function planOf(story: Story, digits: number, buyer: Buyer): OrderPlan {
  const { lines, accept, ...rest } = story;
  const { id, stage, couponId, carrier, split, note, returned, giftCard, crossBorder, cancelReason } = rest;
  return {
    ...buyer,
    id,
    digits: String(digits),
    stage,
    lines: linesOf(lines),
    ...(couponId && { couponId }),
    ...(carrier && { carrier }),
    ...(split && { split }),
    ...(note && { note }),
    ...(returned && { returned }),
    ...(giftCard && { giftCard }),
    ...(crossBorder && { crossBorder }),
    ...(cancelReason && { cancelReason }),
    accept: both(accept, returned),
  };
}
