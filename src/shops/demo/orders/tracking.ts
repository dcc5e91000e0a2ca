import type { Instant } from '../../../core/instant.ts';
import { HOUR, plus } from '../../../core/instant.ts';
import type { Parcel, ParcelStatus, TrackingEvent } from '../../../core/order.ts';
import type { Pair } from '../pair.ts';
import type { Place } from '../people/places.ts';
import { shopDate, shopTime } from '../shop-info.ts';
import type { Dice, Journey, Scan } from './journey.ts';
import { addDays } from './journey.ts';

const ORIGIN: { town: Pair; hub: Pair } = {
  town: { zh: '嘉兴', en: 'Jiaxing' },
  hub: { zh: '嘉兴转运中心', en: 'Jiaxing sorting centre' },
};

function digits(count: number, dice: Dice): string {
  return Array.from({ length: count }, () => dice.below(10)).join('');
}

/** Carriers with the form of their tracking numbers. */
const CARRIERS: { id: string; name: Pair; number(dice: Dice): string }[] = [
  { id: 'sf', name: { zh: '顺丰速运', en: 'SF Express' }, number: (dice) => `SF1${digits(12, dice)}` },
  { id: 'zto', name: { zh: '中通快递', en: 'ZTO Express' }, number: (dice) => `78${digits(12, dice)}` },
  { id: 'jd', name: { zh: '京东快递', en: 'JD Express' }, number: (dice) => `JDVB${digits(11, dice)}` },
  { id: 'yto', name: { zh: '圆通速递', en: 'YTO Express' }, number: (dice) => `YT${digits(13, dice)}` },
  { id: 'ems', name: { zh: '邮政 EMS', en: 'EMS' }, number: (dice) => `11${digits(11, dice)}` },
];

function describe(scan: Scan, place: Place, carrier: Pair, doorstep: number): { place: Pair; text: Pair } {
  switch (scan.kind) {
    case 'picked-up':
      return {
        place: ORIGIN.town,
        text: { zh: `【嘉兴】${carrier.zh}已揽收`, en: `${carrier.en} has picked up the parcel` },
      };
    case 'left-origin':
      return {
        place: ORIGIN.hub,
        text: {
          zh: `已离开${ORIGIN.hub.zh}，发往${place.hub.zh}`,
          en: `Left the ${ORIGIN.hub.en} for the ${place.hub.en}`,
        },
      };
    case 'transit':
      return {
        place: { zh: `嘉兴—${place.town.zh}途中`, en: `Between Jiaxing and ${place.town.en}` },
        text: { zh: `运输中，下一站${place.hub.zh}`, en: `On the road; next stop: ${place.hub.en}` },
      };
    case 'at-hub':
      return { place: place.hub, text: { zh: `已到达${place.hub.zh}`, en: `Arrived at the ${place.hub.en}` } };
    case 'out-for-delivery':
      return {
        place: place.town,
        text: { zh: '快递员正在派送，请保持电话畅通', en: 'Out for delivery; please keep your phone at hand' },
      };
    case 'delivered':
      return { place: place.town, text: DELIVERED[doorstep % DELIVERED.length] ?? DELIVERED_IN_PERSON };
  }
}

const DELIVERED_IN_PERSON: Pair = { zh: '已签收，签收人：本人', en: 'Delivered and signed for by the recipient' };
const DELIVERED: Pair[] = [
  DELIVERED_IN_PERSON,
  { zh: '已放在您指定的家门口，请及时取回', en: 'Left at your door as requested' },
  { zh: '已由小区驿站代收，请凭取件码领取', en: 'Handed to the pick-up point in your compound' },
];

const FAILED: Pair = {
  zh: '派送未成功：电话无人接听，包裹暂存网点，明天再次派送',
  en: 'Delivery failed: nobody answered the phone. The parcel waits at the depot and will go out again tomorrow',
};

/** From leaving the depot to giving up at the door. */
export const FAILED_AFTER = 2 * HOUR;

const STATUS_AFTER: Record<Scan['kind'], ParcelStatus> = {
  'picked-up': 'in-transit',
  'left-origin': 'in-transit',
  transit: 'in-transit',
  'at-hub': 'in-transit',
  'out-for-delivery': 'out-for-delivery',
  delivered: 'delivered',
};

export interface ParcelPlan {
  id: string;
  journey: Journey;
  place: Place;
  lineIds: string[];
  carrier?: string;
  /** The last scan is a delivery that failed. */
  failed?: boolean;
}

/** The parcel as it stands now: later scans have not happened yet. */
export function parcelAt(now: Instant, plan: ParcelPlan, dice: Dice): Parcel {
  const { journey, place } = plan;
  const usual = place.area === 'remote' ? CARRIERS.slice(4) : CARRIERS.slice(0, 4);
  const carrier = CARRIERS.find(({ id }) => id === plan.carrier) ?? usual[dice.below(usual.length)] ?? usual[0];
  if (!carrier) throw new RangeError('no carrier');
  const trackingNumber = carrier.number(dice);
  const doorstep = dice.below(DELIVERED.length);
  const past = journey.scans.filter((scan) => scan.at <= now && !(plan.failed && scan.kind === 'delivered'));
  const events: TrackingEvent[] = past.map((scan) => ({
    at: scan.at,
    ...describe(scan, place, carrier.name, doorstep),
  }));
  const last = past.at(-1);
  const failedOn = plan.failed && last ? plus(last.at, FAILED_AFTER) : undefined;
  if (failedOn) events.push({ at: failedOn, place: place.town, text: FAILED });
  const status = plan.failed ? 'exception' : last ? STATUS_AFTER[last.kind] : 'label-created';
  return {
    id: plan.id,
    carrier: carrier.name,
    trackingNumber,
    status,
    lineIds: plan.lineIds,
    events,
    ...(status !== 'delivered' && { expectedAt: expected(journey, failedOn) }),
  };
}

/** Carriers promise a day's end, not a minute. After a failed attempt it is the next day's. */
function expected(journey: Journey, failedOn: Instant | undefined): Instant {
  const day = failedOn ? addDays(shopDate(failedOn), 1) : shopDate(journey.deliveredAt);
  return shopTime(day, 20 * 60);
}
