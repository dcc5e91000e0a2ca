import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeOnEachDatabase, storeOn, type TestStore } from '../../tests/support/database.ts';
import { EMPTY_STATE } from '../agent/brain.ts';
import { freeGuard } from '../agent/testing/gate-settings.ts';
import { money } from '../core/money.ts';
import type { Quote } from '../core/quote.ts';
import { CONFORMANCE_SHOP } from '../shops/conformance/fixture.ts';
import type { Database } from './database.ts';

const AT = '2026-06-01T08:00:00.000Z';
const QUOTE = { orderId: 'paid', input: {} } as unknown as Quote;

/** Says what happened to the database, in order. */
function watched(database: Database, happened: string[]): Database {
  return {
    ...database,
    async transaction(work, isolation) {
      const result = await database.transaction(work, isolation);
      happened.push('committed');
      return result;
    },
    async durable() {
      await database.durable();
      happened.push('on the disk');
    },
  };
}

describeOnEachDatabase('what carries a promise', (given) => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoer-promises-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const scope = { turnId: 't1', conversationId: 'c1', epoch: 1 };
  const intent = { ...scope, key: 'k1', confirmationId: 'card1', command: 'x', quote: QUOTE, plannedAt: AT };
  const card = {
    id: 'card1',
    conversationId: 'c1',
    quote: QUOTE,
    quoteHash: 'h',
    createdAt: AT,
    expiresAt: '2026-06-02T00:00:00.000Z',
  };
  const reply = { locale: 'zh' as const, text: '好', blocks: [], citations: [] };
  const order = { orderId: 'paid', expectedVersion: 1 };

  const accept = (store: TestStore) =>
    store.conversations.accept('c1', { clientMessageId: 'm', text: '嗯' }, { turnId: 't1', at: AT, dueAt: AT });
  const running = async (store: TestStore) => {
    await accept(store);
    await store.conversations.claimTurn(AT, 'me', AT);
    await store.confirmations.open(scope, card);
  };
  const planned = async (store: TestStore) => {
    await running(store);
    await store.intents.plan(scope, intent, freeGuard(AT));
  };
  const commit = {
    ...{ ...scope, reply, brain: 'b', state: EMPTY_STATE, locale: 'zh' as const, handOff: null },
    ...{ tells: [], at: AT },
  };

  const promises: Record<
    string,
    { before?: (store: TestStore) => Promise<unknown>; act: (store: TestStore) => Promise<unknown> }
  > = {
    'an accepted message': { act: accept },
    'the same message again': { before: accept, act: accept },
    'a committed turn': { before: running, act: (store) => store.conversations.commitTurn(commit) },
    'a person’s reply': { act: (store) => store.conversations.personReplies('c1', '小王', '您好', AT) },
    'a change of owner': { act: (store) => store.conversations.setOwner('c1', 'person', '小王', 'x', AT) },
    'a planned effect': { before: running, act: (store) => store.intents.plan(scope, intent, freeGuard(AT)) },
    'a settled effect': {
      before: planned,
      act: (store) => store.intents.settle('k1', { state: 'done', effect: null }, AT),
    },
    'an audit entry': {
      act: (store) => store.audit.append({ ...scope, at: AT, command: 'x', decision: 'y', payload: null }),
    },
    'an import': { act: (store) => store.shopTables.replace(CONFORMANCE_SHOP, 'csv') },
    'a cancelled order': {
      before: (store) => store.shopTables.replace(CONFORMANCE_SHOP, 'csv'),
      act: (store) => store.shopTables.cancelOrder({ ...order, key: 'k', reason: '', refund: money(0, 'CNY') }),
    },
    'an erased customer': { before: accept, act: (store) => store.erase('conversation:c1') },
  };

  for (const [what, { before, act }] of Object.entries(promises)) {
    it(`[STORE-5] ${what} is on the disk before it is reported`, async () => {
      const happened: string[] = [];
      const store = storeOn(watched(given.database, happened), folder);
      await store.conversations.create({ id: 'c1', customerId: null, channel: 'web', locale: null, at: AT });
      await before?.(store);
      happened.length = 0;
      await act(store);
      expect(happened).toEqual(['committed', 'on the disk']);
    });
  }
});
