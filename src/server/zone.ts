import type { Shop } from '../shops/shop.ts';

/** The shop's time zone. A shop that does not answer keeps nobody from what the clerk itself has kept. */
export function zoneOf(shop: Pick<Shop, 'info'>): Promise<string> {
  return shop.info().then(
    ({ timeZone }) => timeZone,
    () => 'UTC',
  );
}
