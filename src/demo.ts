import type { Clock } from './core/clock.ts';
import { DAY, elapsed } from './core/instant.ts';
import type { DemoSignIn } from './identity/demo.ts';
import type { Log } from './platform/log.ts';
import type { Demo } from './server/deps.ts';
import { DEMO_CUSTOMERS, demoGuestOrders } from './shops/demo/demo.ts';
import { demoShop } from './shops/demo/shop.ts';
import { productPicture } from './shops/demo/pictures/pictures.ts';
import type { ShopTables } from './shops/sql/ports.ts';

/** The demo's orders tell of the last 90 days; after this they are written anew, before their return windows close. */
const FRESH_FOR = 2 * DAY;

const ORIGIN = /^demo (\S+)$/;

/** When the demo shop in these tables was written; null when they hold another shop or none. */
async function writtenAt(tables: ShopTables): Promise<string | null> {
  return ORIGIN.exec((await tables.origin()) ?? '')?.[1] ?? null;
}

/** Puts the demo shop into an empty folder, and writes it anew when its dates have grown old. A real shop is never touched. */
export async function refreshDemo(tables: ShopTables, clock: Clock, log: Log): Promise<void> {
  const origin = await tables.origin();
  const written = await writtenAt(tables);
  if (origin !== null && (written === null || elapsed(written, clock.now()) < FRESH_FOR)) return;
  const now = clock.now();
  await tables.replace(demoShop(now), `demo ${now}`);
  log.info('demo.written', { again: written !== null });
}

export function createDemo(deps: { tables: ShopTables; sign: DemoSignIn['sign']; clock: Clock }): Demo {
  return {
    async offer() {
      const written = await writtenAt(deps.tables);
      if (written === null) return null;
      return { customers: DEMO_CUSTOMERS, guestOrders: demoGuestOrders(written) };
    },
    sign: deps.sign,
    picture: productPicture,
  };
}
