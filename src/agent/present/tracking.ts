import type { TrackingView } from '../../core/fact.ts';
import type { Instant } from '../../core/instant.ts';
import type { Locale } from '../../core/locale.ts';
import { localize } from '../../core/locale.ts';
import type { Block } from '../../core/reply.ts';
import { dateWords, timeWords } from './time.ts';
import { orderStatusWord, parcelStatusWord } from './words.ts';

export function trackingBlock(tracking: TrackingView, locale: Locale, zone: string, now: Instant): Block | null {
  if (tracking.parcels.length === 0) return null;
  return {
    kind: 'tracking',
    tracking: {
      orderNumber: tracking.orderNumber,
      status: orderStatusWord(tracking.status, locale),
      parcels: tracking.parcels.map((parcel) => ({
        carrier: localize(parcel.carrier, locale),
        trackingNumber: parcel.trackingNumber,
        status: parcelStatusWord(parcel.status, locale),
        ...(parcel.expectedAt &&
          parcel.status !== 'delivered' && { expected: dateWords(parcel.expectedAt, zone, locale, now) }),
        events: parcel.events.toReversed().map((event) => ({
          at: timeWords(event.at, zone, locale, now),
          place: localize(event.place, locale),
          text: localize(event.text, locale),
        })),
      })),
    },
  };
}
