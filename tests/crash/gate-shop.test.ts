import { afterEach, describe, expect, it } from 'vitest';
import type { Answering } from '../../src/agent/testing/keyless-shop.ts';
import { type App, createApp } from '../../src/app.ts';
import type { ConversationEvent } from '../../src/core/conversation.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { silentLog } from '../../src/platform/log.ts';
import type { Shop, WriteResult } from '../../src/shops/shop.ts';
import { hostileShop, ME, OWN_ORDERS } from '../hostile/support/canaries.ts';
import { temporaryFolder } from '../support/server.ts';

const cleanup: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

/** After this long the platform has done a write or will not do it any more, seconds. */
const SETTLING = 1;

interface Ledger {
  /** Every time that the order was really cancelled and paid back. */
  done: string[];
  asked: number;
}

/** The embedded shop behind a line that breaks as the script says; what it has done outlives a restart of the application. */
function brokenLine(kind: 'native-key' | 'read-back', script: Answering[], ledger: Ledger) {
  return (shop: Shop): Shop => ({
    ...shop,
    info: async () => ({ ...(await shop.info()), idempotency: kind }),
    async cancelOrder(write): Promise<WriteResult<never>> {
      ledger.asked++;
      const answering = script.shift() ?? 'answers';
      const act = async () => {
        // A platform without keys of its own takes each for a new one.
        const key = kind === 'native-key' ? write.key : `${write.key}#${ledger.asked}`;
        const answer = await shop.cancelOrder({ ...write, key });
        if (answer.ok && !answer.repeated) ledger.done.push(write.key);
        return answer as WriteResult<never>;
      };
      if (answering === 'answers') return act();
      if (answering === 'loses-answer') await act();
      if (answering === 'does-it-late') setTimeout(() => void act().catch(() => undefined), 300);
      throw new Error(answering === 'loses-answer' ? 'HTTP 500' : 'time-out');
    },
    findWrite: async (key) => (ledger.done.includes(key) ? { done: true, reference: null } : null),
  });
}

async function play(kind: 'native-key' | 'read-back', script: Answering[]) {
  const folder = temporaryFolder();
  cleanup.push(() => folder.remove());
  const ledger: Ledger = { done: [], asked: 0 };
  const config = loadConfig({
    dataDir: folder.path,
    env: {},
    overrides: { burstWindowMs: 0, budget: { settlingSeconds: SETTLING } },
  });
  const open = async (): Promise<App> => {
    const app = await createApp(config, { log: silentLog, wrapShop: brokenLine(kind, script, ledger) });
    cleanup.push(() => app.close().catch(() => undefined));
    return app;
  };
  let app = await open();
  await app.store.shopTables.replace(hostileShop().data, 'test');
  const start = () => app.fetch(new Request('http://localhost/health'));
  await start();
  const { id } = await app.conversations.open({ customerId: ME, channel: 'web', locale: 'zh' });
  const say = async (text: string) => {
    const { event } = await app.conversations.post(id, { clientMessageId: text, text });
    const reply = await app.conversations.replyTo(id, event.sequence, AbortSignal.timeout(20_000));
    return reply?.kind === 'reply-sent' ? reply.payload.reply : null;
  };
  await say(`订单 ${OWN_ORDERS.unsent} 不想要了，取消吧`);
  const told = await say('确认');
  // Restarted until nothing is left in doubt, twice at most.
  for (let restart = 0; restart < 2 && (await app.store.intents.listUnsettled()).length > 0; restart++) {
    await new Promise((resolve) => setTimeout(resolve, SETTLING * 1_000 + 400));
    await app.close();
    app = await open();
    await start();
  }
  const events = await app.conversations.events(id, 0, 100);
  const order = await app.shop.findOrder(OWN_ORDERS.unsent);
  await app.close();
  return { told, events, order, ledger };
}

const noticesIn = (events: ConversationEvent[]) =>
  events.flatMap((event) => (event.kind === 'notice-sent' ? [event.payload.text] : []));

describe('a shop that loses its answer', () => {
  it.each<['native-key' | 'read-back', Answering[]]>([
    ['native-key', ['loses-answer']],
    ['native-key', ['loses-answer', 'loses-answer']],
    ['native-key', ['loses-answer', 'loses-answer', 'loses-answer']],
    ['native-key', ['does-it-late', 'does-nothing']],
    ['native-key', ['does-nothing', 'does-nothing', 'does-nothing', 'loses-answer']],
    ['read-back', ['loses-answer']],
    ['read-back', ['does-it-late']],
    ['read-back', ['does-nothing', 'loses-answer']],
    ['read-back', ['does-nothing', 'answers']],
  ])('[ACT-61] %s, %j: paid back once, and the customer is told once that it is done', async (kind, script) => {
    const { told, events, order, ledger } = await play(kind, script);
    expect(ledger.done).toHaveLength(1);
    expect(order?.status).toBe('cancelled');
    const refunds = order?.payments.filter((payment) => payment.kind === 'refund') ?? [];
    expect(refunds.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(order?.total.amount);
    const doneInReply = told?.blocks.some((block) => block.kind === 'done') ?? false;
    const notices = noticesIn(events);
    if (!doneInReply) expect(told?.text).toContain('不能说已经办好');
    expect(notices).toEqual(doneInReply ? [] : [expect.stringMatching(/^办好了：/)]);
    expect(events.filter((event) => event.kind === 'reply-sent')).toHaveLength(2);
  });
});
