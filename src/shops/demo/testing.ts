import { demoShop } from './demo-shop.ts';

/** Instants at which the clock of a demo may stand: mid-day, midnight, around the cut-off, in the night, at a year's turn and on a leap day. */
export const NOWS = [
  '2026-11-25T09:20:00.000Z',
  '2026-11-24T16:00:00.000Z',
  '2026-06-10T08:00:01.000Z',
  '2026-06-10T10:59:00.000Z',
  '2026-03-01T19:30:00.000Z',
  '2026-12-31T13:05:00.000Z',
  '2027-01-01T01:31:00.000Z',
  '2028-02-29T23:59:59.000Z',
] as const;

export const SHOPS = NOWS.map((now) => ({ now, shop: demoShop(now) }));
