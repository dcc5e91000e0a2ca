import type { Clock } from './core/clock.ts';
import { DAY, elapsed } from './core/instant.ts';
import type { DemoSignIn } from './identity/demo.ts';
import type { Log } from './platform/log.ts';
import type { Demo } from './server/deps.ts';
import { demoShop } from './shops/demo/demo-shop.ts';
import { DEMO_GUEST_ORDERS } from './shops/demo/guest-orders.ts';
import { DEMO_CUSTOMERS } from './shops/demo/people/customers.ts';
import { productPicture } from './shops/demo/pictures/picture.ts';
import type { ShopTables } from './shops/sql/ports.ts';

/** The demo's orders tell of the last 90 days; after this they are written anew, before their return windows close. */
const FRESH_FOR = 2 * DAY;

const ORIGIN = /^demo (\S+)$/;

/** When the demo shop in these tables was written; null when they hold another shop or none. */
function writtenAt(origin: string | null): string | null {
  return ORIGIN.exec(origin ?? '')?.[1] ?? null;
}

/** Puts the demo shop into an empty folder, and writes it anew when its dates have grown old. A real shop is never touched. */
export async function refreshDemo(tables: ShopTables, clock: Clock, log: Log): Promise<void> {
  const origin = await tables.origin();
  const written = writtenAt(origin);
  if (origin !== null && (written === null || elapsed(written, clock.now()) < FRESH_FOR)) return;
  const now = clock.now();
  const replaced = await tables.replace(demoShop(now), `demo ${now}`, undefined, { onlyIf: origin });
  if (replaced) log.info('demo.written', { again: written !== null });
}

export function createDemo(tables: ShopTables, sign: DemoSignIn['sign']): Demo {
  return {
    async offer() {
      if (writtenAt(await tables.origin()) === null) return null;
      const orders = await Promise.all(DEMO_GUEST_ORDERS.map(({ orderId }) => tables.getOrder(orderId)));
      const guestOrders = DEMO_GUEST_ORDERS.flatMap(({ contact, about }, index) => {
        const number = orders[index]?.number;
        return number === undefined ? [] : [{ number, contact, about }];
      });
      return { customers: DEMO_CUSTOMERS.map(({ id, name, about }) => ({ id, name, about })), guestOrders };
    },
    sign,
    picture: productPicture,
  };
}
