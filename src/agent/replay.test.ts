import { expect, it } from 'vitest';
import { describeOnEachDatabase, type TestDatabase } from '../../tests/support/database.ts';
import type { CommandCall } from '../core/command.ts';
import type { Json } from '../core/json.ts';
import { DEFAULT_POLICY } from '../policy/shipped.ts';
import type { Brain } from './brain.ts';
import { createEmbeddedBrain } from './brains/embedded/brain.ts';
import { PHRASES, type PhraseBook } from './brains/embedded/phrases/book.ts';
import type { JournalStep } from './ports.ts';
import { type Replay, type ReplayDeps, type Replayed, replayTurn } from './replay.ts';
import { OWN } from './testing/kit.ts';
import { recordedTalk } from './testing/recorded-talk.ts';
import { ask, fail, say, scriptedBrain } from './testing/scripted-brain.ts';

const embedded = createEmbeddedBrain();
type Talk = Awaited<ReturnType<typeof recordedTalk>>;

const by = (brain: Brain): ReplayDeps => ({
  embedded: () => brain,
  policies: { current: async () => DEFAULT_POLICY, byDigest: async () => DEFAULT_POLICY },
});

const replay = async (talk: Talk, turnId: string, brain: Brain = embedded): Promise<Replay> =>
  replayTurn(by(brain), turnId, await talk.store.journal.read(turnId));

/** The phrase book after an editor has been at its Chinese half. */
const edited = (change: (text: string) => string): Brain => {
  const chinese = Object.entries(PHRASES.zh).map(([key, variants]) => [key, variants.map(change)]);
  return createEmbeddedBrain({ phrases: { ...PHRASES, zh: Object.fromEntries(chinese) } as PhraseBook });
};

/** The same flows, which now ask for another command first. */
const rerouted = (call: Omit<CommandCall, 'id'>): Brain => ({
  name: 'embedded',
  propose: async (view, signal) =>
    view.results.length > 0
      ? embedded.propose(view, signal)
      : { kind: 'commands', calls: [{ id: '', ...call }], state: view.state },
});

/** A day at the counter: questions, a card that is left lying and asked about, called off, shown again and confirmed. */
const DAY = [
  '你好',
  `订单 ${OWN} 到哪了`,
  `订单 ${OWN} 不想要了，帮我取消`,
  '退款多久到账',
  '算了，不取消了',
  `订单 ${OWN} 帮我取消`,
  '确认',
  '想买双跑鞋',
  'where is my order?',
  '转人工',
];

async function day(database: TestDatabase) {
  const talk = await recordedTalk(database);
  const turns = [];
  for (const text of DAY) turns.push(await talk.say(text));
  return { talk, turns };
}

describeOnEachDatabase('a recorded turn', (database) => {
  it('[TURN-40] runs again byte for byte, whatever has become of shop, cards and time since', async () => {
    const { talk, turns } = await day(database);
    expect((await talk.order()).status).toBe('cancelled');
    expect(turns.map(({ reply }) => reply.blocks[0]?.kind ?? null)).toContain('confirmation');
    expect(turns.at(-1)?.handOff).not.toBeNull();
    for (const { turnId, reply } of turns) {
      const again = await replay(talk, turnId);
      expect(again).toMatchObject({ outcome: 'equal', differences: [], notes: [] });
      expect(JSON.stringify((again as Replayed).reply.now)).toBe(JSON.stringify(reply));
    }
  });

  it('[TURN-40] a guest’s turn and a pressed card run again as well', async () => {
    const talk = await recordedTalk(database, { customerId: null });
    const proven = await talk.say(`订单 ${OWN}，电话 13900000001，帮我取消`);
    const block = proven.reply.blocks.find(({ kind }) => kind === 'confirmation');
    const token = block?.kind === 'confirmation' ? block.card.token : '';
    const pressed = await talk.say('确认', { token, decision: 'confirm' });
    expect((await talk.order()).status).toBe('cancelled');
    for (const { turnId } of [proven, pressed])
      expect(await replay(talk, turnId)).toMatchObject({ outcome: 'equal', differences: [] });
  });

  it('[TURN-41] other words of the embedded brain are shown: step, place, then and now, and the reply as it would be', async () => {
    const { talk, turns } = await day(database);
    const brain = edited((text) => `${text}～`);
    const found = (await replay(talk, turns[2]?.turnId ?? '', brain)) as Replayed;
    expect(found.outcome).toBe('different');
    expect(found.differences[0]).toMatchObject({ place: 'draft.text', recorded: turns[2]?.reply.text });
    expect(found.differences[0]?.now).toContain('～');
    expect(found.steps.find(({ became }) => became === 'different')).toMatchObject({ about: 'embedded: draft' });
    expect(found.reply.now?.text).toBe(found.differences[0]?.now);
  });

  it('[TURN-41] another command than then ends the replay at its step: there is no recorded answer to it', async () => {
    const { talk, turns } = await day(database);
    const found = await replay(talk, turns[1]?.turnId ?? '', rerouted({ name: 'hand_off', input: { reason: '' } }));
    expect(found).toMatchObject({ outcome: 'different', reply: { now: null } });
    const { differences, steps } = found as Replayed;
    const named = differences.find(({ place }) => place === 'calls.0.name');
    expect(named).toMatchObject({ step: steps.at(-1)?.number, recorded: expect.any(String), now: 'hand_off' });
  });

  it('[TURN-42] what a language model said is taken from the record; it is not asked', async () => {
    const brain = scriptedBrain('llm', [ask('get_order', { orderNumber: OWN }), say('查到了，请看下面。')]);
    const talk = await recordedTalk(database, { brain });
    const { turnId, reply } = await talk.say('我的订单');
    expect(reply.text).toBe('查到了，请看下面。');
    const asked = brain.seen.length;
    const again = (await replay(talk, turnId)) as Replayed;
    expect(again).toMatchObject({ outcome: 'equal', setting: { brain: 'llm' }, reply: { now: reply } });
    expect(again.steps.map(({ became }) => became)).toEqual([
      'taken',
      'taken',
      'taken',
      'taken',
      'taken',
      'same',
      'taken',
    ]);
    expect(brain.seen).toHaveLength(asked);
  });

  it.each([
    ['fell silent', fail('endpoint is down'), 'brain.degraded'],
    ['made up an amount', say('已经给您退了 888 元'), 'draft.withheld: '],
  ])('[TURN-42] where the language model %s, the embedded brain proposes again', async (_, step, note) => {
    const talk = await recordedTalk(database, { brain: scriptedBrain('llm', [step]) });
    const { turnId, reply } = await talk.say(`订单 ${OWN} 到哪了`);
    const again = await replay(talk, turnId);
    expect(again).toMatchObject({ outcome: 'equal', reply: { now: reply } });
    expect((again as Replayed).notes[0]).toContain(note);
    const brain = edited((text) => `${text}～`);
    expect(await replay(talk, turnId, brain)).toMatchObject({ outcome: 'different' });
  });

  it('[TURN-43] a turn that died after any of its steps and was gone on with later runs again byte for byte', async () => {
    const steps = [];
    for (let dies = 0; dies < 20; dies++) {
      const talk = await recordedTalk(database);
      const turn = await talk.begin(`订单 ${OWN} 不想要了，帮我取消`);
      const append = talk.store.journal.append;
      talk.store.journal.append = async (scope, step) => {
        const stored = await append(scope, step);
        if (step.number === dies) throw new Error('killed');
        return stored;
      };
      const first = await turn.run().catch((error: Error) => error);
      talk.store.journal.append = append;
      if (!(first instanceof Error)) break;
      talk.store.clock.advance(90_000);
      const outcome = await turn.run();
      await turn.finish(outcome);
      steps.push(dies);
      expect(await replay(talk, turn.turnId)).toMatchObject({ outcome: 'equal', reply: { now: outcome.reply } });
    }
    expect(steps.length).toBeGreaterThanOrEqual(6);
  });

  it('[TURN-44] an erased customer’s turn replays as erased, and one that was under way is not gone on with', async () => {
    const talk = await recordedTalk(database);
    const { turnId } = await talk.say(`订单 ${OWN} 到哪了`);
    const halfway = await talk.begin('你好');
    await halfway.run();
    await talk.store.erase('customer:customer-1');
    expect(await replay(talk, turnId)).toEqual({ outcome: 'erased', turnId });
    await expect(halfway.run()).rejects.toMatchObject({ code: 'journal.erased' });
  });

  it('[TURN-45] without a record, without an end, or of another format it says so', async () => {
    const talk = await recordedTalk(database);
    const { turnId } = await talk.say('你好');
    const steps = await talk.store.journal.read(turnId);
    const outcomeOf = async (given: JournalStep[]) => (await replayTurn(by(embedded), turnId, given)).outcome;
    expect(await outcomeOf([])).toBe('unknown');
    expect(await outcomeOf(steps.slice(0, -1))).toBe('unfinished');
    const [begin, ...rest] = steps;
    const older = { number: 0, kind: 'begin' as const, payload: { now: '2026-11-12T02:00:00.000Z' } };
    expect(await outcomeOf(begin ? [older, ...rest] : [])).toBe('other-format');
  });

  it('[TURN-45] a turn that an older version began is gone on with', async () => {
    const talk = await recordedTalk(database);
    const turn = await talk.begin(`订单 ${OWN} 到哪了`);
    const { store, conversationId } = talk;
    const scope = { turnId: turn.turnId, conversationId, epoch: 1 };
    await store.journal.append(scope, { number: 0, kind: 'begin', payload: { now: store.clock.now() } });
    expect((await turn.run()).reply.text).toContain(OWN);
  });

  it.each([
    ['a word of the reply', 'reply', 'text', (text: Json) => `${text} `],
    ['a proposal', 'proposal', 'kind', () => 'commands'],
  ] as const)('[TURN-40] a record in which %s is another one is not equal', async (_, kind, member, change) => {
    const talk = await recordedTalk(database);
    const { turnId } = await talk.say('你好');
    const steps = await talk.store.journal.read(turnId);
    const forged = steps.map((step) => {
      if (step.kind !== kind) return step;
      const payload = step.payload as Record<string, Json>;
      return { ...step, payload: { ...payload, calls: [], [member]: change(payload[member] ?? '') } };
    });
    expect(await replayTurn(by(embedded), turnId, forged)).toMatchObject({ outcome: 'different' });
  });
});
