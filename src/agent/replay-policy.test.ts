import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeOnEachDatabase, type TestDatabase } from '../../tests/support/database.ts';
import type { Order } from '../core/order.ts';
import type { Policy } from '../policy/policy.ts';
import { DEFAULT_POLICY } from '../policy/shipped.ts';
import { parsePolicy } from '../policy/yaml/parse.ts';
import { createEmbeddedBrain } from './brains/embedded/brain.ts';
import { type Replayed, replayTurn } from './replay.ts';
import { comparePolicies } from './replay-policy.ts';
import { ABSENT, FOREIGN, OWN } from './testing/kit.ts';
import { recordedTalk } from './testing/recorded-talk.ts';
import { ask, say, scriptedBrain } from './testing/scripted-brain.ts';

const YAML = readFileSync(new URL('../../policies/china-7-days.yml', import.meta.url), 'utf8');

function rules(change: (yaml: string) => string): Policy {
  const parsed = parsePolicy(change(YAML), 'next');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

const FIFTEEN_DAYS = rules((yaml) => yaml.replaceAll(/(within|after) 7\b/g, '$1 15'));
const SAME = rules((yaml) => yaml);

const RETURN = { orderNumber: OWN, items: [{ lineId: 'line-1', quantity: 1 }], reason: '不合适' };
const delivered = (days: number): Partial<Order> => ({
  status: 'delivered',
  deliveredAt: new Date(Date.parse('2026-11-12T02:00:00.000Z') - days * 86_400_000).toISOString(),
});

describeOnEachDatabase('recorded conversations under other rules', (database) => {
  const compare = (talk: Awaited<ReturnType<typeof recordedTalk>>, next: Policy, since?: string) =>
    comparePolicies(
      {
        journal: talk.store.journal,
        policies: { current: async () => DEFAULT_POLICY, byDigest: async () => DEFAULT_POLICY },
        embedded: (policies) => createEmbeddedBrain({ policies }),
      },
      next,
      since,
    );

  /** Returns asked for by a language model, after so many days. */
  async function returns(given: TestDatabase, ...days: number[]) {
    const talks = [];
    for (const day of days) {
      const brain = scriptedBrain('llm', [ask('return_items', RETURN), say('请看卡片。')]);
      const talk = await recordedTalk(given, { brain, own: delivered(day) });
      talks.push({ talk, spoken: await talk.say('想退货') });
    }
    return talks;
  }

  it('[TURN-50] fifteen days in place of seven: exactly the return that was refused', async () => {
    const [early, late, tooLate] = await returns(database, 2, 10, 20);
    if (!early || !late || !tooLate) throw new Error('three talks');
    const diff = await compare(late.talk, FIFTEEN_DAYS);
    expect(diff).toMatchObject({ turns: 3, decisions: 3, decided: 1, answered: 1, undecidable: 0, leftOut: {} });
    expect(diff.changed.filter(({ change }) => change === 'decided')).toMatchObject([
      {
        turnId: late.spoken.turnId,
        conversationId: late.talk.conversationId,
        decisions: [
          {
            command: 'return_items',
            before: { status: 'refused', rules: ['return.window-over'], refund: null },
            after: { status: 'confirmation-needed', rules: [], refund: { currency: 'CNY' } },
          },
        ],
      },
    ]);
    // Refused as before, and told that it is fifteen days.
    const answered = diff.changed.find(({ change }) => change === 'answered');
    expect(answered?.turnId).toBe(tooLate.spoken.turnId);
    expect(JSON.stringify(answered?.decisions[0]?.before.says)).not.toContain('15 天');
    expect(JSON.stringify(answered?.decisions[0]?.after.says)).toContain('15 天');
  });

  it('[TURN-50] the same rules change nothing, and what was before the day asked for is not looked at', async () => {
    const [late] = await returns(database, 10);
    if (!late) throw new Error('one talk');
    expect(await compare(late.talk, SAME)).toMatchObject({ turns: 1, decisions: 1, changed: [] });
    expect(await compare(late.talk, FIFTEEN_DAYS, '2026-11-12T02:00:00.000Z')).toMatchObject({ turns: 1, decided: 1 });
    expect(await compare(late.talk, FIFTEEN_DAYS, '2026-11-12T02:00:00.001Z')).toMatchObject({ turns: 0, changed: [] });
  });

  it('[TURN-50] what the embedded brain would say then is shown beside what it says now', async () => {
    const talk = await recordedTalk(database);
    await talk.say(`订单 ${OWN} 不想要了，帮我取消`);
    const person = rules((yaml) =>
      yaml.replace('then: allow, rule: before-shipping', 'then: person, rule: in-warehouse'),
    );
    const diff = await compare(talk, person);
    expect(diff).toMatchObject({
      decided: 1,
      changed: [{ change: 'decided', decisions: [{ command: 'cancel_order' }] }],
    });
    expect(diff.changed[0]?.decisions[0]).toMatchObject({
      before: { status: 'confirmation-needed', refund: { amount: 38_600 } },
      after: { status: 'refused', rules: ['cancel.in-warehouse'], refund: null },
    });
    expect(diff.changed[0]?.answer?.before).not.toBe(diff.changed[0]?.answer?.after);
  });

  it('[TURN-47] a turn runs again under the rules that were in force; where they are no longer kept, it says so', async () => {
    const talk = await recordedTalk(database, { own: delivered(10), policy: FIFTEEN_DAYS });
    const { turnId, trace } = await talk.say(`订单 ${OWN} 我要退货`);
    expect(trace.commands.map(({ name }) => name)).not.toContain('return_items');
    const steps = await talk.store.journal.read(turnId);
    const replay = (kept: Policy | null) =>
      replayTurn(
        {
          policies: {
            current: async () => DEFAULT_POLICY,
            byDigest: async (digest) => (digest === kept?.digest ? kept : null),
          },
          embedded: (policies) => createEmbeddedBrain({ policies }),
        },
        turnId,
        steps,
      );
    expect(await replay(FIFTEEN_DAYS)).toMatchObject({ outcome: 'equal', policy: FIFTEEN_DAYS.version, notes: [] });
    const without = await replay(null);
    expect(without).toMatchObject({ outcome: 'different', notes: [`policy.not-kept ${FIFTEEN_DAYS.version}`] });
    const asked = (without as Replayed).differences.find(({ place }) => place === 'calls');
    expect(asked).toMatchObject({ recorded: null, now: [{ name: 'return_items' }] });
  });

  it('[TURN-51] nothing is done and nothing is kept by it', async () => {
    const [late] = await returns(database, 10);
    if (!late) throw new Error('one talk');
    const { talk } = late;
    const cards = async () => talk.store.confirmations.listOpen(talk.conversationId, talk.store.clock.now());
    const before = [await talk.store.audit.verify(), await cards(), await talk.store.journal.read(late.spoken.turnId)];
    await compare(talk, FIFTEEN_DAYS);
    expect([await talk.store.audit.verify(), await cards(), await talk.store.journal.read(late.spoken.turnId)]).toEqual(
      before,
    );
  });

  it('[TURN-51] an erased conversation is counted and not shown', async () => {
    const [late] = await returns(database, 10);
    if (!late) throw new Error('one talk');
    await late.talk.store.erase('customer:customer-1');
    expect(await compare(late.talk, FIFTEEN_DAYS)).toMatchObject({ turns: 1, changed: [], leftOut: { erased: 1 } });
  });

  it('[TURN-52] of an order that was not found, or is somebody else’s, nothing lies in the record', async () => {
    for (const number of [FOREIGN, ABSENT]) {
      const brain = scriptedBrain('llm', [ask('cancel_order', { orderNumber: number }), say('没有查到。')]);
      const talk = await recordedTalk(database, { brain });
      const { turnId } = await talk.say('取消');
      const record = JSON.stringify(await talk.store.journal.read(turnId));
      expect(record).toContain('not-found');
      expect(record).not.toContain('ground');
      expect(record).not.toContain('customer-2');
      expect(await compare(talk, FIFTEEN_DAYS)).toMatchObject({ decisions: 0, changed: [] });
    }
  });
});
