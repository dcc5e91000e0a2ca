import { createApprovals } from '../../../src/agent/approvals.ts';
import type { GateDeps } from '../../../src/agent/gate-context.ts';
import type { StoredIntent } from '../../../src/agent/ports.ts';
import { reconcile } from '../../../src/agent/reconcile.ts';
import { outcomesIn, redeem } from '../../../src/agent/redeem.ts';
import type { GateScope } from '../../../src/agent/scope.ts';
import { tokenIn } from '../../../src/agent/testing/kit.ts';
import { type Clock, type SeededRandom, seededRandom } from '../../../src/core/clock.ts';
import type { CommandResult } from '../../../src/core/command.ts';
import type { Order } from '../../../src/core/order.ts';
import { silentLog } from '../../../src/platform/log.ts';
import type { Shop } from '../../../src/shops/shop.ts';
import { createSchedule, type Schedule } from './schedule.ts';

/** One small world per schedule, in memory or on a database. */
export interface World {
  gate: GateDeps;
  clock: Clock & { advance(milliseconds: number): void };
  begin(): Promise<GateScope>;
  run(scope: GateScope, name: string, input: unknown): Promise<CommandResult>;
  takeOver(scope: GateScope): Promise<void>;
  /** @param results what its reply tells; false: its words were refused. */
  endTurn(scope: GateScope, results: CommandResult[]): Promise<boolean>;
  order(): Promise<Order>;
  /** Of which intents was told outside of turns, each as often as it was; absent: this world does not keep it. */
  notices?(scope: GateScope): Promise<string[]>;
  number: string;
}

/** What happened in a schedule, in the order in which it did. */
export interface Record {
  /** The platform was asked, under which marker, and did it. */
  effects: { key: string; at: number }[];
  /** An intent was allowed to be sent. */
  sent: { key: string; at: number }[];
  takenOverAt: number | null;
  takenOver: string;
  /** Cards that somebody pressed "confirm" on. */
  pressed: Set<string>;
  /** Cards that were called off, and told so. */
  withdrawn: Set<string>;
  /** Approved by a person. */
  approved: Set<string>;
  results: CommandResult[];
}

export interface Outcome extends Record {
  order: Order;
  intents: StoredIntent[];
  waiting: number;
  /** Keys of the intents whose outcome a reply told. */
  replied: string[];
  /** Keys of the intents of which was told outside of turns; null: not kept. */
  notices: string[] | null;
}

/** `blind` is read back and looks at nothing: it pays as often as it is asked. */
type Platform = 'native-key' | 'read-back' | 'blind';

/** Writes down what the platform really did, and loses answers by seed. */
function watched(shop: Shop, platform: Platform, record: Record, schedule: Schedule, random: SeededRandom) {
  const weather = { calm: false };
  const fateOf = () => (weather.calm ? 5 : random.below(6));
  let asked = 0;
  const done = new Set<string>();
  const wrapped: Shop = {
    ...shop,
    info: async () => ({ ...(await shop.info()), idempotency: platform === 'native-key' ? platform : 'read-back' }),
    async cancelOrder(write) {
      const fate = fateOf();
      if (fate === 0) throw new Error('nothing arrived');
      // Without keys of its own a platform sees a new write each time.
      const key = platform === 'native-key' ? write.key : `${write.key}#${asked++}`;
      const before = platform === 'blind' ? await shop.getOrder(write.orderId) : null;
      const answer = await shop.cancelOrder({ ...write, key, ...(before && { expectedVersion: before.version }) });
      if (platform === 'blind' || (answer.ok && !answer.repeated)) {
        done.add(write.key);
        record.effects.push({ key: write.key, at: schedule.now() });
      }
      if (fate === 1 || fate === 2) throw new Error('the answer was lost');
      return platform === 'blind' && before ? { ok: true, value: before, repeated: false } : answer;
    },
    findWrite: async (key) => {
      if (fateOf() === 0) throw new Error('nothing arrived');
      return done.has(key) ? { done: true, reference: null } : null;
    },
  };
  return { shop: wrapped, weather };
}

/** Two tabs, each with a card for the same order; the first tab's turn is run twice at once, as after a lost lease; a person, and a chore. */
export async function play(world: World, seed: number, atOnce = 1): Promise<Outcome> {
  const random = seededRandom(seed);
  const schedule = createSchedule(random, atOnce);
  const record: Record = {
    ...{ effects: [], sent: [], takenOverAt: null, takenOver: '', results: [] },
    ...{ pressed: new Set<string>(), withdrawn: new Set<string>(), approved: new Set<string>() },
  };
  const platform = (['native-key', 'read-back', 'blind'] as const)[random.below(3)] ?? 'blind';
  const { shop, weather } = watched(world.gate.shop, platform, record, schedule, random);
  const asks = random.below(4) === 0;
  world.gate.shop = shop;
  world.gate.limits = () => (asks ? { perAction: 1 } : {});
  const keys: string[] = [];
  const { intents } = world.gate;
  const noted = {
    ...intents,
    // Harder than in earnest: the chore also takes what a turn that still runs has planned.
    listUnsettled: async () => {
      const stored = await Promise.all([...new Set(keys)].map((key) => intents.get(key)));
      return stored.filter(
        (intent) => intent !== null && ['planned', 'sent', 'unknown'].includes(intent.state),
      ) as StoredIntent[];
    },
    plan: async (...given: Parameters<typeof intents.plan>) => {
      const planned = await intents.plan(...given);
      if (planned.ok) keys.push(planned.intent.key);
      return planned;
    },
    send: async (...given: Parameters<typeof intents.send>) => {
      const sending = await intents.send(...given);
      if (sending.verdict === 'go') record.sent.push({ key: given[0], at: schedule.now() });
      return sending;
    },
  };
  const gate: GateDeps = {
    ...world.gate,
    shop: schedule.paced(shop),
    intents: schedule.paced(noted),
    confirmations: schedule.paced(world.gate.confirmations),
    approvals: schedule.paced(world.gate.approvals),
    audit: schedule.paced(world.gate.audit),
  };

  const tabs = [await world.begin(), await world.begin()] as const;
  const cards: string[] = [];
  const told: (CommandResult | undefined)[] = [];
  for (const tab of tabs) cards.push(tokenIn(await world.run(tab, 'cancel_order', { orderNumber: world.number })));
  record.takenOver = tabs[0].conversationId;

  const press = (tab: 0 | 1, decision: 'confirm' | 'cancel') => async () => {
    const token = cards[tab] ?? '';
    if (decision === 'confirm') record.pressed.add(token);
    const result = await redeem(gate, tabs[tab], { token, decision }, 'k1');
    // Of a turn that is run twice the first result is in the journal, and that one is told.
    if (decision === 'confirm') told[tab] ??= result;
    if (result.facts[0]?.kind === 'quote-cancelled') record.withdrawn.add(token);
    record.results.push(result);
  };
  const person = async () => {
    await gate.audit.append({
      ...{ at: world.clock.now(), conversationId: record.takenOver, turnId: '-', command: 'take-over', decision: '-' },
      payload: null,
    });
    await world.takeOver(tabs[0]);
    record.takenOverAt = schedule.now();
  };
  const chore = async () => {
    world.clock.advance(random.below(3) * 31_000);
    await reconcile(gate, world.clock, silentLog);
  };
  const approver = async () => {
    const approvals = createApprovals(gate);
    // Looks again and again, as people do.
    for (let look = 0; look < 12; look++)
      for (const { id, intentKey } of (await gate.approvals.list({ state: 'open', limit: 100 })).items) {
        const yes = random.below(3) > 0;
        if (yes) record.approved.add(intentKey);
        await (yes ? approvals.approve(id, 'Mei') : approvals.refuse(id, 'Mei', '')).catch(() => undefined);
      }
  };
  const actors = [press(0, 'confirm'), press(0, 'confirm')];
  // Of two cards for one order each pays once on a platform that looks at nothing: there the second tab stays quiet.
  if (platform !== 'blind') actors.push(press(1, 'confirm'));
  if (random.below(3) === 0) actors.push(press(platform === 'blind' ? 0 : 1, 'cancel'));
  if (random.below(3) > 0) actors.push(person);
  if (random.below(2) === 0) actors.push(chore);
  if (asks) actors.push(approver, approver);
  await schedule.run(actors);

  const replied: string[] = [];
  for (const [index, tab] of tabs.entries()) {
    const results = [told[index]].filter((result) => result !== undefined);
    if (await world.endTurn(tab, results)) replied.push(...outcomesIn(results.flatMap(({ facts }) => facts)));
  }
  // In the end the platform answers.
  weather.calm = true;
  world.clock.advance(61_000);
  await reconcile({ ...world.gate, shop, intents: noted }, world.clock, silentLog);
  const stored = await Promise.all([...new Set(keys)].map((key) => intents.get(key)));
  return {
    ...record,
    order: await world.order(),
    intents: stored.filter((intent) => intent !== null),
    replied,
    notices: world.notices ? (await Promise.all(tabs.map((tab) => world.notices?.(tab) ?? []))).flat() : null,
    waiting: (await world.gate.approvals.list({ state: 'open', limit: 100 })).items.length,
  };
}
