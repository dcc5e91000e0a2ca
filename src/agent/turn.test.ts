import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import type { IncomingMessage } from '../core/conversation.ts';
import { MINUTE } from '../core/instant.ts';
import type { Understander } from '../core/understanding.ts';
import { silentLog } from '../platform/log.ts';
import { EMPTY_STATE } from './brain.ts';
import type { TurnOutcome } from './clerk.ts';
import { createClerk } from './create-clerk.ts';
import { intentKey } from './redeem.ts';
import type { GateScope } from './scope.ts';
import { type Kit, makeKit, OWN, tokenIn } from './testing/kit.ts';
import { ask, fail, say, scriptedBrain } from './testing/scripted-brain.ts';

const understander: Understander = {
  name: 'none',
  understand: async () => ({ locale: 'zh', intents: [], slots: [], act: 'none', tones: [] }),
};

interface Stage {
  kit: Kit;
  brain: ReturnType<typeof scriptedBrain>;
  embedded: ReturnType<typeof scriptedBrain>;
  /** `card`: the one that the clerk's last words were about. */
  run(scope: GateScope, message: Partial<IncomingMessage>, card?: string): Promise<TurnOutcome>;
}

describeOnEachDatabase('a turn', (database) => {
  function stage(brain = scriptedBrain('scripted')): Stage {
    const kit = makeKit(database);
    const embedded = scriptedBrain('embedded');
    const { store, gate, random } = kit;
    const clerk = createClerk({
      gate,
      brain,
      embedded,
      understander,
      clock: store.clock,
      log: silentLog,
      journal: store.journal,
      random,
    });
    return {
      kit,
      brain,
      embedded,
      async run(scope, message, card) {
        const conversation = await store.conversations.get(scope.conversationId);
        if (!conversation) throw new Error('no conversation');
        const incoming = [{ clientMessageId: 'm', text: '', ...message }];
        const input = {
          turnId: scope.turnId,
          conversation,
          transcript: [],
          incoming,
          state: { ...EMPTY_STATE, card: card ?? null },
        };
        return clerk.runTurn(input, () => undefined, new AbortController().signal);
      },
    };
  }

  it('[TURN-1] run again uses what is stored, asks no brain and acts no second time', async () => {
    const first = stage();
    const scope = await first.kit.begin();
    const token = tokenIn(await first.kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    first.brain.steps.push(ask('get_order', { orderNumber: OWN }), say('查好了'));
    const message = { text: '确认', card: { token, decision: 'confirm' as const } };
    const once = await first.run(scope, message);
    expect((await first.kit.order()).status).toBe('cancelled');

    first.brain.seen.length = 0;
    first.kit.store.clock.advance(MINUTE);
    const again = await first.run(scope, message);
    expect(first.brain.seen).toEqual([]);
    expect(again.reply).toEqual(once.reply);
    expect(again.trace.facts).toEqual(once.trace.facts);
    expect((await first.kit.order()).version).toBe(4);
  });

  it('[TURN-2] runs equal commands once and at most twelve', async () => {
    const { kit, brain, run } = stage();
    const scope = await kit.begin();
    const equal = { orderNumber: OWN };
    const many = Array.from({ length: 20 }, (_, index) => ({ productId: `p${index}` }));
    brain.steps.push(ask('get_order', equal, equal), ask('get_order', equal), ask('get_product', ...many), say('好'));
    const { trace } = await run(scope, { text: '看看' });
    const facts = trace.facts.filter(({ kind }) => kind === 'order');
    expect(new Set(facts.map(({ id }) => id)).size).toBe(1);
    expect(trace.commands.filter(({ status }) => status !== 'invalid')).toHaveLength(14);
    expect(trace.commands.filter(({ status }) => status === 'invalid')).toHaveLength(9);
  });

  it.each([
    ['it is unavailable', fail('endpoint is down'), 'endpoint is down'],
    ['its draft names an amount that no fact holds', say('已经给您退了 888 元'), 'draft.withheld'],
  ])('[TURN-3] the embedded brain answers in the same turn when %s', async (_, step, reason) => {
    const { kit, embedded, run } = stage(scriptedBrain('llm', [ask('get_order', { orderNumber: OWN }), step]));
    embedded.steps.push(say('我来说'));
    const { reply, trace } = await run(await kit.begin(), { text: '我的订单' });
    expect(reply.text).toBe('我来说');
    expect(trace).toMatchObject({ brain: 'embedded', degraded: expect.stringContaining(reason) });
    expect(embedded.seen[0]?.results).toHaveLength(1);
  });

  it('[TURN-4] says so and fetches a person when no brain finds words', async () => {
    const { kit, embedded, run } = stage(scriptedBrain('llm', [fail('down')]));
    embedded.steps.push(fail('also down'));
    const { reply, handOff } = await run(await kit.begin(), { text: '在吗' });
    expect(handOff).toBe('turn.unanswered');
    expect(reply.text).toContain('同事');
  });

  it.each([
    ['the outcomes that it tells', say('订单已经取消'), true],
    ['none where no words were found', fail('down'), false],
  ] as const)('[ACT-66] a reply names %s', async (_, step, isTold) => {
    const { kit, embedded, run } = stage(scriptedBrain('llm', [step]));
    embedded.steps.push(step);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const { tells } = await run(scope, { text: '确认', card: { token, decision: 'confirm' } });
    expect((await kit.order()).status).toBe('cancelled');
    expect(tells).toEqual(isTold ? [intentKey(token)] : []);
  });

  it('[TURN-4] a brain that asks for ever is stopped', async () => {
    const endless = scriptedBrain(
      'llm',
      Array.from({ length: 50 }, (_, index) => ask('get_product', { productId: `p${index}` })),
    );
    const { kit, run } = stage(endless);
    const { handOff } = await run(await kit.begin(), { text: '在吗' });
    expect(handOff).toBe('turn.unanswered');
    expect(endless.seen.length).toBeLessThanOrEqual(8);
  });

  it('[TURN-5] decides a card before the brain is asked', async () => {
    const { kit, brain, run } = stage();
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    await run(scope, { text: '取消', card: { token, decision: 'cancel' } });
    expect(brain.seen[0]?.results[0]?.facts[0]?.kind).toBe('quote-cancelled');
    expect((await kit.order()).status).toBe('paid');
  });

  it.each(['好的', '确认', '是的', 'yes', 'OK, go ahead'])(
    '[ACT-7] 「%s」 confirms the card that was just shown',
    async (text) => {
      const { kit, run } = stage();
      const scope = await kit.begin();
      const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
      await run(scope, { text }, token);
      expect((await kit.order()).status).toBe('cancelled');
    },
  );

  it.each(['Yes, please cancel the order. Thank you!', '好的，取消订单吧'])(
    '[ACT-145] 「%s」 confirms the card that was just shown, whichever brain speaks',
    async (text) => {
      const { kit, brain, run } = stage();
      const scope = await kit.begin();
      const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
      await run(scope, { text }, token);
      expect((await kit.order()).status).toBe('cancelled');
      expect(brain.seen.at(-1)?.results[0]).toMatchObject({
        status: 'done',
        input: { decision: 'confirm', said: true },
      });
    },
  );

  it.each([
    '取消',
    'ok cancel',
    '好的，取消订单，另外查下物流',
    'Yes, cancel order XE20261107-0001',
    'Yes, cancel the order?',
    '好的，但是先别取消',
    '可以是可以，运费谁出',
    '不',
    '好的吗',
    'yes but change the size',
    '嗯？',
    '取消什么',
    '确认一下地址',
  ])('[ACT-7] 「%s」 confirms nothing', async (text) => {
    const { kit, run } = stage();
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    await run(scope, { text }, token);
    expect((await kit.order()).status).toBe('paid');
  });

  it('[ACT-7] a yes means the card that was just shown, and no card when something else was asked', async () => {
    const { kit, brain, run } = stage();
    const scope = await kit.begin();
    brain.steps.push(ask('cancel_order', { orderNumber: OWN }), say('请看卡片'), say('要我帮您转给同事吗？'));
    const shown = await run(scope, { text: '取消吧' });
    expect(shown.state.card).toMatch(/^[0-9a-f]{32}$/);
    const beside = await run({ ...scope, turnId: 'beside' }, { text: '可以加急吗' }, shown.state.card ?? '');
    expect(beside.state.card).toBeNull();
    await run({ ...scope, turnId: 'yes' }, { text: '好的' }, beside.state.card ?? undefined);
    expect((await kit.order()).status).toBe('paid');
  });

  it('[TURN-1] a plain yes whose turn is run again tells what was done', async () => {
    const { kit, brain, run } = stage();
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    let failures = 1;
    const append = kit.store.journal.append;
    kit.store.journal.append = async (turn, step) => {
      if (step.kind === 'result' && failures-- > 0) throw new Error('disk');
      return append(turn, step);
    };
    await expect(run(scope, { text: '好的' }, token)).rejects.toThrow('disk');
    expect((await kit.order()).status).toBe('cancelled');
    const again = await run(scope, { text: '好的' }, token);
    expect(again.trace.facts.map(({ kind }) => kind)).toEqual(['effect']);
    expect(brain.seen.at(-1)?.results[0]?.status).toBe('done');
    expect((await kit.order()).version).toBe(4);
  });

  it('[ACT-7] a yes without a card, or after it has expired, confirms nothing', async () => {
    const { kit, run } = stage();
    const scope = await kit.begin();
    await run(scope, { text: '好的' });
    const asked = await kit.begin(scope.actor, scope.conversationId);
    const token = tokenIn(await kit.run(asked, 'cancel_order', { orderNumber: OWN }));
    kit.store.clock.advance(16 * MINUTE);
    await run(await kit.begin(scope.actor, scope.conversationId), { text: '好的' }, token);
    expect((await kit.order()).status).toBe('paid');
  });

  it('[TURN-6] answers in the language of the message; a bare number keeps the conversation’s', async () => {
    const { kit, run } = stage();
    const scope = await kit.begin();
    expect((await run(scope, { text: 'where is my parcel' })).reply.locale).toBe('en');
    expect((await run({ ...scope, turnId: 'b' }, { text: '我的快递到哪了' })).reply.locale).toBe('zh');
    expect((await run({ ...scope, turnId: 'c' }, { text: '42' })).reply.locale).toBe('zh');
  });
});
