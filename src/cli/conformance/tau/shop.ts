import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Brain } from '../../../agent/brain.ts';
import { type App, createApp } from '../../../app.ts';
import type { Json } from '../../../core/json.ts';
import { loadConfig } from '../../../platform/config.ts';
import { silentLog } from '../../../platform/log.ts';
import { importShop } from '../../../shops/importers/import-shop.ts';
import type { ShopData } from '../../../shops/sql/ports.ts';
import { type Difference, differences, type EndState } from './compare.ts';
import { endStateOf } from './end-state.ts';

const POLICY = fileURLToPath(new URL('../../../../policies/tau-retail.yml', import.meta.url));

/** The benchmark's shop under its rules, as it is imported. */
export interface TauShop {
  app: App;
  /** As it was imported, in the benchmark's form. */
  start: EndState;
  /** Where that differs from the files. */
  importDifferences: Difference[];
  /** How it stands now. What has changed since the import is put back. */
  settle(): Promise<EndState>;
  close(): Promise<void>;
}

/** `brain`: in place of the embedded one, which answers with no endpoint configured. */
export async function openTauShop(directory: string, brain?: Brain): Promise<TauShop> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-tau-'));
  const config = loadConfig({ dataDir: folder, env: { XIAOER_BURST_WINDOW_MS: '0' } });
  const app = await createApp(config, { ...(brain && { brain }), log: silentLog });
  const close = async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { data } = await importShop({ from: 'tau-bench', directory });
    await app.store.shopTables.replace(data, 'tau-bench');
    const published = await app.policies.publish(readFileSync(POLICY, 'utf8'), 'conformance', 'tau-bench retail');
    if (!published.ok) throw new Error(`${POLICY} is not right: ${published.problems[0]?.text.en}`);
    await app.conversations.start();
    const start = endStateOf(data);
    return {
      app,
      start,
      importDifferences: differences(filesOf(directory), start),
      async settle() {
        const found = await app.store.shopTables.exportShop();
        await putBack(app, data, found);
        return endStateOf(found);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Only what was changed is written anew: the next one finds the shop as it was imported. */
async function putBack({ store }: App, data: ShopData, found: ShopData): Promise<void> {
  const versions = new Map(found.orders.map(({ id, version }) => [id, version]));
  for (const order of data.orders) if (versions.get(order.id) !== order.version) await store.shopTables.putOrder(order);
  const customers = new Map(found.customers.map((customer) => [customer.id, JSON.stringify(customer)]));
  for (const customer of data.customers)
    if (customers.get(customer.id) !== JSON.stringify(customer)) await store.shopTables.putCustomer(customer);
}

function filesOf(directory: string): EndState {
  const of = (file: string) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as Record<string, Json>;
  return sortedUsers({ orders: of('orders.json'), users: of('users.json') });
}

export function sortedUsers(state: { orders: Record<string, unknown>; users: Record<string, unknown> }): EndState {
  const users = Object.entries(state.users as Record<string, { orders: string[] } & Record<string, Json>>);
  return {
    orders: state.orders as Record<string, Json>,
    users: Object.fromEntries(users.map(([id, user]) => [id, { ...user, orders: [...user.orders].sort() }])),
  };
}
