import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '../../../app.ts';
import { seededRandom } from '../../../core/clock.ts';
import type { Json } from '../../../core/json.ts';
import { loadConfig } from '../../../platform/config.ts';
import { silentLog } from '../../../platform/log.ts';
import { importShop } from '../../../shops/importers/import-shop.ts';
import type { ShopData } from '../../../shops/sql/ports.ts';
import { commandFor, orderNumberOf } from './calls.ts';
import { type ReferenceBrain, referenceBrain } from './clerk.ts';
import { type Difference, differences, type EndState, expectedEnd } from './compare.ts';
import { endStateOf } from './end-state.ts';
import type { Task } from './tasks.ts';

/** What became of one task. */
export interface TaskOutcome {
  index: number;
  /** One a call: done, refused and why, or not needed. */
  calls: { name: string; outcome: string }[];
  differences: Difference[];
  /** A call that had to be refused was done, or the reverse. */
  misjudged: number[];
}

const POLICY = fileURLToPath(new URL('../../../../policies/tau-retail.yml', import.meta.url));

/** The imported shop with the benchmark's rules, and a way to play one task after the other against it. */
export interface TauStage {
  /** Where the imported shop differs from the files before anything was done. */
  importDifferences: Difference[];
  play(task: Task): Promise<TaskOutcome>;
  close(): Promise<void>;
}

export async function openTauStage(directory: string): Promise<TauStage> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-tau-'));
  const brain = referenceBrain();
  const config = loadConfig({ dataDir: folder, env: { XIAOER_BURST_WINDOW_MS: '0' } });
  const app = await createApp(config, { brain, log: silentLog });
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
      importDifferences: differences(filesOf(directory), start),
      play: (task) => play({ app, brain, data, start }, task),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Played {
  app: App;
  brain: ReferenceBrain;
  data: ShopData;
  start: EndState;
}

async function play({ app, brain, data, start }: Played, task: Task): Promise<TaskOutcome> {
  const random = seededRandom(task.index + 1);
  const { id } = await app.conversations.open({ customerId: task.userId, channel: 'conformance', locale: 'en' });
  const calls: TaskOutcome['calls'] = [];
  const misjudged: number[] = [];
  for (const [at, call] of task.actions.entries()) {
    const number = orderNumberOf(call);
    const asked = commandFor(call, number === null ? null : await app.shop.findOrder(number));
    const outcome = asked === null ? 'not needed' : await say({ app, brain }, id, asked, () => random.id());
    calls.push({ name: call.name, outcome });
    if (outcome !== 'not needed' && task.refused.includes(at) === (outcome === 'done')) misjudged.push(at);
  }
  const found = await app.store.shopTables.exportShop();
  const outcome = { index: task.index, calls, misjudged };
  const different = differences(expectedEnd(start, sortedUsers(task.changed)), endStateOf(found));
  await putBack(app, data, found);
  return { ...outcome, differences: different };
}

/** The customer says what he wants; to a card he says yes by pressing it. */
async function say(
  { app, brain }: Pick<Played, 'app' | 'brain'>,
  conversationId: string,
  asked: NonNullable<ReferenceBrain['next']>,
  messageId: () => string,
): Promise<string> {
  brain.next = asked;
  brain.last = null;
  await turn(app, conversationId, { clientMessageId: messageId(), text: 'Please do this for me.' });
  const offered = brain.last as ReferenceBrain['last'];
  const card = offered?.facts.find((fact) => fact.kind === 'quote');
  if (offered?.status !== 'confirmation-needed' || card?.kind !== 'quote') return wordOf(offered);
  brain.last = null;
  const press = { token: card.value.token, decision: 'confirm' } as const;
  await turn(app, conversationId, { clientMessageId: messageId(), text: 'Yes', card: press });
  return wordOf(brain.last);
}

async function turn(app: App, id: string, message: Parameters<App['conversations']['post']>[1]): Promise<void> {
  const { event } = await app.conversations.post(id, message);
  await app.conversations.replyTo(id, event.sequence, AbortSignal.timeout(30_000));
}

function wordOf(result: ReferenceBrain['last']): string {
  if (!result) return 'no answer';
  const [reason] = result.verdict.reasons;
  return result.status === 'done' ? 'done' : [result.status, reason?.rule].filter(Boolean).join(': ');
}

/** Only what a task changed is written anew: the next one finds the shop as it was imported. */
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

function sortedUsers(state: { orders: Record<string, unknown>; users: Record<string, unknown> }): EndState {
  const users = Object.entries(state.users as Record<string, { orders: string[] } & Record<string, Json>>);
  return {
    orders: state.orders as Record<string, Json>,
    users: Object.fromEntries(users.map(([id, user]) => [id, { ...user, orders: [...user.orders].sort() }])),
  };
}
