import { describe, expect, it } from 'vitest';
import type { StoredIntent } from '../../src/agent/ports.ts';
import { endTurn, makeKit, OWN } from '../../src/agent/testing/kit.ts';
import { memoryGate } from '../../src/agent/testing/memory-gate.ts';
import type { Order } from '../../src/core/order.ts';
import { describeOnEachDatabase, type TestDatabase } from '../support/database.ts';
import { type Outcome, play, type World } from './support/scenario.ts';

/** All in memory; on a database, where each takes some 150 queries, the first so many of the same seeds. */
const SCHEDULES = 10_000;
const ON_A_DATABASE = { pglite: 150, postgres: 300 };
/** On a server that takes several at a time, how many go on together: one, two, three, one, … */
const TOGETHER = 3;

function sumOf(order: Order, kind: 'payment' | 'refund'): number {
  return order.payments.filter((each) => each.kind === kind).reduce((sum, { amount }) => sum + amount.amount, 0);
}

function inMemory(): World {
  const kit = memoryGate();
  const { world } = kit;
  return {
    ...kit,
    number: OWN,
    begin: async () => kit.begin(),
    async takeOver({ conversationId, epoch }) {
      world.conversations.set(conversationId, { customerId: 'customer-1', owner: 'person', epoch: epoch + 1 });
      for (const card of world.cards.values())
        if (card.conversationId === conversationId && card.state === 'open') card.state = 'cancelled';
    },
    async endTurn(scope) {
      kit.endTurn(scope);
      return true;
    },
  };
}

function onDatabase(database: TestDatabase): World {
  const kit = makeKit(database);
  return {
    ...kit,
    clock: kit.store.clock,
    number: OWN,
    begin: () => kit.begin(),
    async takeOver({ conversationId }) {
      await kit.store.conversations.personReplies(conversationId, 'Mei', '我来', kit.store.clock.now());
    },
    async notices({ conversationId }) {
      const events = await kit.store.conversations.events(conversationId, 0, 1_000);
      return events.flatMap((event) => (event.kind === 'notice-sent' ? [event.payload.reference] : []));
    },
    // After a takeover its words are refused, as they should be.
    endTurn: (scope, results) =>
      endTurn(kit, scope, results).then(
        () => true,
        () => false,
      ),
  };
}

/** What became of it was told: by a reply or by a notice, and by no two notices. */
function checkTold({ key, state }: StoredIntent, notices: readonly string[], replied: readonly string[]) {
  const noticed = notices.filter((each) => each === key).length;
  const settled = state === 'done' || state === 'refused';
  expect(noticed).toBeLessThanOrEqual(1);
  expect(noticed > 0 || replied.includes(key)).toBe(settled);
}

/** What must hold however the steps fell. */
function check(outcome: Outcome) {
  const { order, intents, effects, sent, pressed, withdrawn, approved, takenOver, takenOverAt, results } = outcome;
  const keys = effects.map(({ key }) => key);
  const byKey = new Map(intents.map((intent) => [intent.key, intent]));
  expect(sumOf(order, 'refund')).toBeLessThanOrEqual(sumOf(order, 'payment'));
  expect(sumOf(order, 'refund')).toBe(keys.length === 0 ? 0 : order.total.amount);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) {
    const intent = byKey.get(key);
    expect(pressed.has(intent?.confirmationId ?? '')).toBe(true);
    expect(withdrawn.has(intent?.confirmationId ?? '')).toBe(false);
    expect(intent?.state).toBe('done');
    if (intent?.waitsFor) expect(approved.has(key)).toBe(true);
  }
  for (const intent of intents) {
    expect(intent.state === 'done').toBe(keys.includes(intent.key));
    if (intent.conversationId !== takenOver || takenOverAt === null || intent.waitsFor) continue;
    const late = sent.filter(({ key, at }) => key === intent.key && at > takenOverAt);
    expect(late).toEqual([]);
  }
  if (outcome.notices) for (const intent of intents) checkTold(intent, outcome.notices, outcome.replied);
  // Nothing is left in doubt once the platform has answered, and nothing is told as done that is not.
  expect(intents.filter(({ state }) => ['planned', 'sent', 'unknown'].includes(state)).length).toBe(0);
  expect(intents.filter(({ state }) => state === 'awaiting-approval').length).toBe(outcome.waiting);
  if (results.some(({ status, facts }) => status === 'done' && facts[0]?.kind === 'effect'))
    expect(keys.length).toBeGreaterThan(0);
}

async function playAll(make: () => World | Promise<World>, first: number, last: number, atOnce = 1) {
  const seen = { done: 0, nothing: 0, takenOver: 0, approved: 0, doubtful: 0 };
  for (let seed = first; seed <= last; seed++) {
    const outcome = await play(await make(), seed, atOnce);
    try {
      check(outcome);
    } catch (error) {
      throw new Error(`schedule ${seed}, ${atOnce} at once: ${(error as Error).message}`, { cause: error });
    }
    seen[outcome.effects.length > 0 ? 'done' : 'nothing']++;
    if (outcome.takenOverAt !== null) seen.takenOver++;
    if (outcome.approved.size > 0) seen.approved++;
    if (outcome.results.some(({ status }) => status === 'unknown')) seen.doubtful++;
  }
  return seen;
}

describe('interleavings', () => {
  it(`[ACT-57] ${SCHEDULES} schedules of two tabs, a person and a retry`, { timeout: 120_000 }, async () => {
    const seen = await playAll(inMemory, 1, SCHEDULES);
    // The schedules reach every kind of end, else they would prove little.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(SCHEDULES / 50);
  });
});

describeOnEachDatabase('interleavings over a database', (database) => {
  const count = ON_A_DATABASE[database.kind];
  it(`[ACT-57] [ACT-66] the first ${count} of the same schedules`, { timeout: 300_000 }, async () => {
    for (let seed = 1; seed <= count; seed++) {
      const atOnce = database.kind === 'postgres' ? 1 + (seed % TOGETHER) : 1;
      await playAll(() => onDatabase(database), seed, seed, atOnce);
      await database.database.script(
        ['approvals', 'intents', 'confirmations', 'turns', 'events', 'conversations', 'audit']
          .map((table) => `delete from ${table};`)
          .join(' '),
      );
    }
  });
});
