import type { Localized } from '../../core/locale.ts';
import { GUEST_STORIES } from './orders/stories.ts';

export interface GuestOrderHint {
  /** Stable; the number that the guest types carries the date of the day it was placed, and stands in the order. */
  orderId: string;
  /** The phone or e-mail on the order. */
  contact: string;
  about: Localized;
}

/** Orders that anybody may try without an account. */
export const DEMO_GUEST_ORDERS: readonly GuestOrderHint[] = GUEST_STORIES.map((story) => ({
  orderId: story.id,
  contact: story[story.contact],
  about: story.about,
}));
