import { createEmbeddedBrain } from '../src/agent/brains/embedded/brain.ts';
import type { RecordedTurn } from '../src/agent/ports.ts';
import { replayTurn } from '../src/agent/replay.ts';
import { comparePolicies } from '../src/agent/replay-policy.ts';
import { type App, createApp } from '../src/app.ts';
import type { OrderStatus } from '../src/core/order.ts';
import { loadConfig } from '../src/platform/config.ts';
import { silentLog } from '../src/platform/log.ts';
import type { PolicySource } from '../src/policy/policy.ts';
import { openPglite } from '../src/store/pglite.ts';
import { temporaryFolder } from '../tests/support/server.ts';
import { describeMachine, printTable } from './support.ts';

const PER_KIND = 20;

interface Script {
  what: string;
  /** Whose order in this state it is about; absent: a guest's question. */
  status?: OrderStatus;
  lines: (orderNumber: string) => string[];
}

const SCRIPTS: Script[] = [
  { what: 'a question that an article answers', lines: () => ['我想了解您的商品的配送时间'] },
  { what: 'a search for goods', lines: () => ['想买双两百左右的跑鞋，42码，送爸爸'] },
  { what: 'where an order is', status: 'shipped', lines: (number) => [`订单 ${number} 到哪了`] },
  { what: 'a cancellation, up to its card', status: 'paid', lines: (number) => [`订单 ${number} 不想要了，帮我取消`] },
  { what: 'a return, up to the question for why', status: 'delivered', lines: (number) => [`订单 ${number} 我要退货`] },
  { what: 'the thirtieth turn of a conversation', lines: () => [...Array(29).fill('一般几天能到'), '可以开发票吗'] },
];

async function orderIn(app: App, status: OrderStatus): Promise<{ customerId: string; number: string }> {
  const tables = app.store.shopTables;
  for (const { id } of (await tables.listCustomers({ limit: 100 })).items)
    for (const order of (await tables.listOrders(id, { limit: 100 })).items)
      if (order.status === status) return { customerId: id, number: order.number };
  throw new Error(`no demo customer has an order that is ${status}`);
}

/** The turn of the script's last line. */
async function speak(app: App, { status, lines }: Script): Promise<string> {
  const about = status ? await orderIn(app, status) : null;
  const { conversations } = app;
  const { id } = await conversations.open({ customerId: about?.customerId ?? null, channel: 'bench', locale: 'zh' });
  let turnId = '';
  for (const [index, text] of lines(about?.number ?? '').entries()) {
    const { event } = await conversations.post(id, { clientMessageId: `m${index}`, text });
    const reply = await conversations.replyTo(id, event.sequence, new AbortController().signal);
    if (reply?.kind === 'reply-sent') turnId = reply.payload.turnId;
  }
  return turnId;
}

interface Sizes {
  steps: number;
  bytes: number;
}

/** As they lie in the database: sealed, every step of the turn. */
async function sizesOf(dataDir: string): Promise<Map<string, Sizes>> {
  const database = await openPglite(dataDir);
  const rows = await database.query<{ turn_id: string; steps: number; bytes: number }>(
    'select turn_id, count(*) as steps, sum(octet_length(payload)) as bytes from journal group by turn_id',
  );
  await database.close();
  return new Map(rows.map(({ turn_id: turn, steps, bytes }) => [turn, { steps: Number(steps), bytes: Number(bytes) }]));
}

async function allTurns(app: App): Promise<RecordedTurn[]> {
  const turns: RecordedTurn[] = [];
  for (let after: RecordedTurn | undefined; ; after = turns.at(-1)) {
    const page = await app.store.journal.list({ ...(after && { after }), limit: 100 });
    turns.push(...page);
    if (page.length < 100) return turns;
  }
}

async function replays(app: App): Promise<string[][]> {
  const embedded = (policies: PolicySource) => createEmbeddedBrain({ policies });
  const deps = { policies: app.policies, embedded, journal: app.store.journal };
  const turns = await allTurns(app);
  let equal = 0;
  const started = performance.now();
  for (const { turnId } of turns)
    if ((await replayTurn(deps, turnId, await app.store.journal.read(turnId))).outcome === 'equal') equal++;
  const seconds = (performance.now() - started) / 1_000;
  const comparing = performance.now();
  const diff = await comparePolicies(deps, await app.policies.current());
  const compared = (performance.now() - comparing) / 1_000;
  return [
    [`replays a second, ${turns.length} turns, read from PGlite`, (turns.length / seconds).toFixed(0)],
    ['… of them equal byte for byte', `${equal}`],
    [`turns a second put to other rules, ${diff.decisions} decisions`, (diff.turns / compared).toFixed(0)],
  ];
}

/** What a turn's record weighs, and how fast records are run again. */
export async function benchAfterSales(): Promise<void> {
  const folder = temporaryFolder();
  const config = loadConfig({ dataDir: folder.path, env: { XIAOER_BURST_WINDOW_MS: '0' } });
  const app = await createApp(config, { log: silentLog });
  await app.conversations.start();
  const spoken: { what: string; turnIds: string[] }[] = [];
  for (const script of SCRIPTS) {
    const turnIds: string[] = [];
    for (let time = 0; time < PER_KIND; time++) turnIds.push(await speak(app, script));
    spoken.push({ what: script.what, turnIds });
  }
  const speed = await replays(app);
  await app.close();
  const sizes = await sizesOf(folder.path);
  folder.remove();
  const mean = (turnIds: string[], of: (sizes: Sizes) => number) =>
    turnIds.reduce((sum, id) => sum + of(sizes.get(id) ?? { steps: 0, bytes: 0 }), 0) / turnIds.length;
  const rows = spoken.map(({ what, turnIds }) => [
    what,
    mean(turnIds, ({ steps }) => steps).toFixed(0),
    Math.round(mean(turnIds, ({ bytes }) => bytes)).toLocaleString('en'),
  ]);
  printTable(`Journal, sealed (${describeMachine()})`, ['turn', 'steps', 'bytes'], rows);
  printTable('Replay', ['what', 'measured'], speed);
}
