import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passGate } from '../src/agent/gate.ts';
import { commandContext, type GateDeps } from '../src/agent/gate-context.ts';
import { redeem } from '../src/agent/redeem.ts';
import type { GateScope } from '../src/agent/scope.ts';
import { GATE_SETTINGS } from '../src/agent/testing/gate-settings.ts';
import { getOrder } from '../src/commands/get-order.ts';
import { sample, UNSENT } from '../src/commands/testing/sample-shop.ts';
import { systemClock, systemRandom } from '../src/core/clock.ts';
import type { CommandResult } from '../src/core/command.ts';
import { HOUR, plus } from '../src/core/instant.ts';
import { loadConfig } from '../src/platform/config.ts';
import { silentLog } from '../src/platform/log.ts';
import { DEFAULT_POLICY } from '../src/policy/shipped.ts';
import { sqlShop } from '../src/shops/sql/shop.ts';
import { openStore } from '../src/store/store.ts';
import { describeMachine, milliseconds, percentile, printTable } from './support.ts';

const TIMES = 400;
const WARM_UP = 50;

async function timed(times: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const figures: number[] = [];
  for (let index = 0; index < times; index++) {
    const started = performance.now();
    await work(index);
    if (index >= WARM_UP) figures.push(performance.now() - started);
  }
  return figures;
}

function tokenOf(result: CommandResult): string {
  const fact = result.facts.find(({ kind }) => kind === 'quote');
  return fact?.kind === 'quote' ? fact.value.token : '';
}

/** What the gate adds to a command, and what a write costs from the card to the effect, over the database that the environment names. */
async function measure(databaseUrl?: string): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'));
  const config = loadConfig({ dataDir: folder, env: databaseUrl ? { DATABASE_URL: databaseUrl } : {} });
  const random = systemRandom();
  const store = await openStore({ config, clock: systemClock, random, log: silentLog });
  try {
    const example = sample(UNSENT);
    const [info, order] = [await example.shop.info(), await example.order()];
    const products = (await example.shop.listProducts({ limit: 100 })).items;
    const empty = { categories: [], customers: [], returns: [], coupons: [], articles: [] };
    await store.shopTables.replace({ ...empty, info, products, orders: [order] }, 'bench');
    const { intents, confirmations, approvals, tickets, alerts, audit, grants } = store;
    const gate: GateDeps = {
      ...{ ...GATE_SETTINGS, intents, confirmations, approvals, tickets, alerts, audit, grants, random },
      ...{ finder: example.context.finder, knowledge: example.context.knowledge, confirmationMinutes: 15 },
      shop: sqlShop(store.shopTables),
      policies: { current: async () => DEFAULT_POLICY },
      budget: { ...GATE_SETTINGS.budget, writesPerHour: 1_000_000 },
      limits: () => ({ perAction: 1e9, perCustomerPerDay: 1e9, perShopPerDay: 1e9 }),
      verifier: { verify: async () => ({ ok: false, reason: 'no-match' }) },
    };
    const at = systemClock.now();
    const { id } = await store.conversations.create({
      ...{ id: random.id(), customerId: order.customerId, channel: 'bench', locale: 'zh', at },
    });
    const message = { clientMessageId: 'm', text: '…' };
    await store.conversations.accept(id, message, { turnId: random.id(), at, dueAt: at });
    const turn = await store.conversations.claimTurn(at, 'bench', plus(at, HOUR));
    const scope: GateScope = {
      ...{ turnId: turn?.id ?? '', conversationId: id, epoch: turn?.epoch ?? 1, locale: 'zh', now: at, mode: 'full' },
      actor: { kind: 'customer', customerId: order.customerId ?? '' },
    };
    const look = { id: '1.1', name: 'get_order', input: { orderNumber: order.number } };
    const context = await commandContext(gate, scope);
    const bare = await timed(TIMES, async () => getOrder.run(look.input, context, await example.order()));
    const read = await timed(TIMES, () => passGate(gate, scope, look));
    const offer = (index: number) =>
      passGate(gate, scope, {
        ...{ id: '1.1', name: 'change_order_address' },
        input: { orderNumber: order.number, address: { street: `新街 ${index} 号` } },
      });
    const quoted = await timed(TIMES, offer);
    const confirmed: number[] = [];
    for (let index = 0; index < TIMES; index++) {
      const token = tokenOf(await offer(index));
      const started = performance.now();
      const result = await redeem(gate, scope, { token, decision: 'confirm' }, 'k1');
      if (result.status !== 'done') throw new Error(`write ${index} was ${result.status}`);
      if (index >= WARM_UP) confirmed.push(performance.now() - started);
    }
    const row = (name: string, figures: number[]) => [
      ...[store.kind, name, milliseconds(percentile(figures, 0.5)), milliseconds(percentile(figures, 0.99))],
      (1_000 / (figures.reduce((sum, each) => sum + each, 0) / figures.length)).toFixed(0),
    ];
    return [
      row('a read without the gate', bare),
      row('the same read through the gate', read),
      row('a write to its card', quoted),
      row('a card to its effect', confirmed),
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function benchGate(): Promise<void> {
  console.log(`\n## Gate\n\n${describeMachine()}`);
  const rows = await measure();
  const { databaseUrl } = loadConfig();
  if (databaseUrl) rows.push(...(await measure(databaseUrl)));
  printTable('What the gate costs', ['database', 'what', 'p50', 'p99', 'a second'], rows);
}
