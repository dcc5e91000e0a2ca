import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../../src/core/clock.ts';
import type { Order } from '../../src/core/order.ts';
import { findSecret } from '../../src/identity/secrets.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createPolicies } from '../../src/policy/published.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type Running, startServer, temporaryFolder } from '../support/server.ts';
import { type Visitor, visit } from '../support/visitor.ts';

const ENVIRONMENT = { XIAOER_BURST_WINDOW_MS: '50', XIAOER_TRUSTED_PROXIES: '127.0.0.1', XIAOER_LOG_LEVEL: 'error' };
const DEFAULT = fileURLToPath(new URL('../../policies/china-7-days.yml', import.meta.url));
const cleanup: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

async function withStore<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const config = loadConfig({ dataDir: folder, env: {} });
  const store = await openStore({ config, clock: systemClock, random: systemRandom(), log: silentLog });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A demo customer with an order that has been paid and not sent; and from now on a person decides on every refund. */
function prepare(folder: string): Promise<{ customerId: string; order: Order }> {
  return withStore(folder, async (store) => {
    const yaml = readFileSync(DEFAULT, 'utf8').replace(/per-action: \d+/, 'per-action: 1');
    await createPolicies({ versions: store.policies, clock: systemClock }).publish(yaml, 'test', '');
    for (const { id: customerId } of (await store.shopTables.listCustomers({ limit: 100 })).items) {
      const { items } = await store.shopTables.listOrders(customerId, { limit: 100 });
      const order = items.find(({ status }) => status === 'paid');
      if (order) return { customerId, order };
    }
    throw new Error('no demo customer has a paid order');
  });
}

async function signIn(url: string, customerId: string): Promise<string> {
  const body = JSON.stringify({ customerId });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/demo/sign-in`, { method: 'POST', headers, body });
  return ((await answer.json()) as { shopToken: string }).shopToken;
}

/** Over the door of the command line. */
function local(server: Running, folder: string, method: string, path: string, body?: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${findSecret(folder, 'local')}`, 'content-type': 'application/json' };
  return fetch(`${server.url}/local${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function start(folder: string, failpoint?: string): Promise<Running> {
  const server = await startServer(folder, { ...ENVIRONMENT, ...(failpoint && { XIAOER_FAILPOINT: failpoint }) });
  cleanup.push(() => server.stop());
  return server;
}

async function noticesTo(visitor: Visitor, atLeast: number): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const { events } = await visitor.events(0);
    const notices = events.flatMap((event) => (event.kind === 'notice' ? [event.text] : []));
    if (notices.length >= atLeast || tries > 100) return notices;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('an approved write that is killed', () => {
  const prepared = temporaryFolder();
  let order: Order;
  let shopper: Visitor;
  let approval: string;

  /** A folder in which a customer has confirmed what now waits for a person. */
  beforeAll(async () => {
    await (await startServer(prepared.path, ENVIRONMENT)).stop();
    const found = await prepare(prepared.path);
    order = found.order;
    const server = await startServer(prepared.path, ENVIRONMENT);
    shopper = await visit(server.url, await signIn(server.url, found.customerId));
    await shopper.ask(`订单 ${order.number} 不想要了，取消吧`);
    const told = await shopper.ask('确认');
    expect(told.kind === 'reply' && told.reply.text).toContain('还没有办理');
    const open = (await (await local(server, prepared.path, 'GET', '/approvals?state=open')).json()) as {
      approvals: { id: string }[];
    };
    approval = open.approvals[0]?.id ?? '';
    await server.stop();
  });
  afterAll(() => prepared.remove());

  it.each([['intent.sent'], ['intent.executed'], ['intent.settled'], [undefined]] as const)(
    '[ACT-61] at %s: after a restart the shop holds the effect once and the customer was told once',
    async (failpoint) => {
      const folder = temporaryFolder();
      cleanup.push(() => folder.remove());
      cpSync(prepared.path, folder.path, { recursive: true });

      const doomed = await start(folder.path, failpoint);
      const answer = await local(doomed, folder.path, 'POST', `/approvals/${approval}/approve`, {}).catch(() => null);
      expect(answer?.status ?? 'killed').toBe(failpoint ? 'killed' : 200);
      if (failpoint) await doomed.exited;
      else await doomed.stop();

      const again = await start(folder.path);
      const notices = await noticesTo(shopper.at(again.url), 1);
      const late = await local(again, folder.path, 'POST', `/approvals/${approval}/approve`, {});
      expect(late.status).toBe(409);
      expect(await noticesTo(shopper.at(again.url), 2)).toEqual(notices);
      await again.stop();
      expect(notices).toEqual([expect.stringMatching(/^办好了：/)]);

      const after = await withStore(folder.path, (store) => store.shopTables.getOrder(order.id));
      const refunds = after?.payments.filter(({ kind }) => kind === 'refund') ?? [];
      expect(after?.status).toBe('cancelled');
      expect(refunds.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(order.total.amount);
      expect(after?.version).toBe(order.version + 1);
    },
  );
});
