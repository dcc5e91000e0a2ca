import { cpSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../../src/core/clock.ts';
import type { Order } from '../../src/core/order.ts';
import type { ConfirmationCard, WireEvent } from '../../src/core/wire.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { FAILPOINTS } from '../../src/platform/failpoints.ts';
import { silentLog } from '../../src/platform/log.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type Running, startServer, temporaryFolder } from '../support/server.ts';
import { type Visitor, visit } from '../support/visitor.ts';

const ENVIRONMENT = { XIAOER_BURST_WINDOW_MS: '50', XIAOER_TRUSTED_PROXIES: '127.0.0.1', XIAOER_LOG_LEVEL: 'error' };
const cleanup: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

async function start(folder: string, failpoint?: string): Promise<Running> {
  const server = await startServer(folder, { ...ENVIRONMENT, ...(failpoint && { XIAOER_FAILPOINT: failpoint }) });
  cleanup.push(() => server.stop());
  return server;
}

async function signIn(url: string, customerId: string): Promise<string> {
  const answer = await fetch(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customerId }),
  });
  return ((await answer.json()) as { shopToken: string }).shopToken;
}

async function withStore<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const config = loadConfig({ dataDir: folder, env: {} });
  const store = await openStore({ config, clock: systemClock, random: systemRandom(), log: silentLog });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The demo customer who has a paid order that has not left yet, and that order. */
function payingCustomer(folder: string): Promise<{ customerId: string; order: Order }> {
  return withStore(folder, async (store) => {
    for (const customer of (await store.shopTables.listCustomers({ limit: 100 })).items) {
      const { items } = await store.shopTables.listOrders(customer.id, { limit: 100 });
      const order = items.find((found) => found.status === 'paid');
      if (order) return { customerId: customer.id, order };
    }
    throw new Error('no demo customer has a paid order');
  });
}

async function orderIn(folder: string, id: string): Promise<Order> {
  const order = await withStore(folder, (store) => store.shopTables.getOrder(id));
  if (!order) throw new Error(`order ${id} is gone`);
  return order;
}

function cardIn(event: WireEvent): ConfirmationCard {
  const blocks = event.kind === 'reply' ? event.reply.blocks : [];
  const block = blocks.find((found) => found.kind === 'confirmation');
  if (!block) throw new Error(`no card in ${JSON.stringify(event)}`);
  return block.card;
}

/** All events once the clerk has gone quiet. */
async function settled(visitor: Visitor, replies: number): Promise<WireEvent[]> {
  for (let tries = 0; tries < 300; tries++) {
    const { events } = await visitor.events(0);
    if (events.filter((event) => event.kind === 'reply').length >= replies) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return (await visitor.events(0)).events;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`fewer than ${replies} replies`);
}

describe('a turn that is killed', () => {
  const prepared = temporaryFolder();
  let order: Order;
  let shopper: Visitor;
  let card: ConfirmationCard;

  /** A folder in which a customer has just been shown the card: each case begins from a copy of it. */
  beforeAll(async () => {
    const first = await startServer(prepared.path, ENVIRONMENT);
    await first.stop();
    const found = await payingCustomer(prepared.path);
    order = found.order;
    const server = await startServer(prepared.path, ENVIRONMENT);
    shopper = await visit(server.url, await signIn(server.url, found.customerId));
    card = cardIn(await shopper.ask(`订单 ${order.number} 不想要了，取消吧`));
    await server.stop();
  });
  afterAll(() => prepared.remove());

  const pressed = FAILPOINTS.map((failpoint) => ['the card', failpoint] as const);
  const said = (['turn.journalled', 'intent.executed', 'intent.settled'] as const).map(
    (failpoint) => ['a plain yes', failpoint] as const,
  );
  it.each([...pressed, ...said])(
    '[CONV-10] by %s, at %s: after a restart one reply and one effect',
    async (by, failpoint) => {
      const folder = temporaryFolder();
      cleanup.push(() => folder.remove());
      cpSync(prepared.path, folder.path, { recursive: true });
      expect(card.orderNumber).toBe(order.number);

      const doomed = await start(folder.path, failpoint);
      const press = { card: { token: card.token, decision: 'confirm' as const } };
      const confirm = { clientMessageId: 'confirm-1', ...(by === 'the card' && press) };
      await shopper
        .at(doomed.url)
        .say('确认', confirm)
        .catch(() => undefined);
      await doomed.exited;

      const again = await start(folder.path);
      const returned = shopper.at(again.url);
      // The customer's page sends again what was not acknowledged: the same id, so the same message.
      await returned.say('确认', confirm);
      const events = await settled(returned, 2);
      await again.stop();

      expect(events.filter((event) => event.kind === 'message')).toHaveLength(2);
      const replies = events.filter((event) => event.kind === 'reply');
      expect(replies).toHaveLength(2);
      const last = replies.at(-1);
      expect(last?.kind === 'reply' && last.reply.blocks.some((block) => block.kind === 'done')).toBe(true);
      expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1));

      const after = await orderIn(folder.path, order.id);
      expect(after.status).toBe('cancelled');
      const refunds = after.payments.filter((payment) => payment.kind === 'refund');
      expect(refunds.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(order.total.amount);
      expect(after.version).toBe(order.version + 1);
    },
  );

  it.each(['intent.settled', 'turn.before-commit'] as const)(
    '[ACT-66] at %s, and taken over by a person before it is gone on with: told once, by a notice',
    async (failpoint) => {
      const folder = temporaryFolder();
      cleanup.push(() => folder.remove());
      cpSync(prepared.path, folder.path, { recursive: true });

      const doomed = await start(folder.path, failpoint);
      const message = { clientMessageId: 'confirm-1', card: { token: card.token, decision: 'confirm' as const } };
      await shopper.at(doomed.url).say('确认', message);
      await doomed.exited;
      await withStore(folder.path, async ({ conversations }) => {
        const [mine] = await conversations.list({ limit: 1 });
        await conversations.personReplies(mine?.id ?? '', 'Mei', '我来看看', systemClock.now());
      });

      // However often it is started again.
      for (const _ of [1, 2]) {
        const again = await start(folder.path);
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        const { events } = await shopper.at(again.url).events(0);
        await again.stop();
        expect(events.filter(({ kind }) => kind === 'reply')).toHaveLength(1);
        const notices = events.flatMap((event) => (event.kind === 'notice' ? [event.text] : []));
        expect(notices).toEqual([expect.stringMatching(/^办好了：/)]);
      }
      expect(await orderIn(folder.path, order.id)).toMatchObject({ status: 'cancelled', version: order.version + 1 });
    },
  );
});
