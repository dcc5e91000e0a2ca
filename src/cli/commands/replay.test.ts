import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { describeOnEachDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { createEmbeddedBrain } from '../../agent/brains/embedded/brain.ts';
import { PHRASES, type PhraseBook } from '../../agent/brains/embedded/phrases/book.ts';
import { OWN } from '../../agent/testing/kit.ts';
import { recordedTalk } from '../../agent/testing/recorded-talk.ts';
import { DEFAULT_POLICY } from '../../policy/shipped.ts';
import { changedYaml } from '../../policy/testing/changed-policy.ts';
import { createRecordings } from '../../recordings.ts';
import { type Cli, createCli } from '../testing/surroundings.ts';

/** As a later program may come with. */
const LATER = changedYaml(['then: allow, rule: before-shipping', 'then: person, rule: in-warehouse']);

let cli: Cli;
afterEach(() => cli.world.remove());

const edited = Object.entries(PHRASES.zh).map(([key, variants]) => [key, variants.map((text) => `${text}～`)]);
const EDITED = { ...PHRASES, zh: Object.fromEntries(edited) } as PhraseBook;

describeOnEachDatabase('replay on the command line', (database) => {
  /** A command line before two recorded turns. */
  async function recorded(given: TestDatabase, phrases: PhraseBook = PHRASES) {
    const talk = await recordedTalk(given);
    const first = await talk.say(`订单 ${OWN} 到哪了`);
    const second = await talk.say('你好');
    cli = createCli({
      changes: {
        recordings: createRecordings({
          journal: talk.store.journal,
          shop: talk.gate.shop,
          policies: {
            ...{ current: async () => DEFAULT_POLICY, byDigest: async () => DEFAULT_POLICY },
            shipped: { yaml: LATER, policy: DEFAULT_POLICY },
          },
          embedded: (policies) => createEmbeddedBrain({ policies, phrases }),
        }),
      },
    });
    return { talk, first, second };
  }

  it('[TURN-46] a turn is run again and found equal, in words and as JSON', async () => {
    const { first } = await recorded(database);
    expect(await cli.run('replay', first.turnId)).toBe(0);
    expect(cli.state.out.at(-1)).toBe('相同：逐字节一致');
    expect(cli.state.out[0]).toContain('2026-11-12 10:00:00');
    expect(cli.text()).toMatch(/= +2 提议 {2}embedded: \w+/);
    expect(await cli.run('replay', first.turnId, '--locale', 'en')).toBe(0);
    expect(cli.state.out.at(-1)).toBe('equal, byte for byte');
    expect(await cli.run('replay', first.turnId, '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ outcome: 'equal', turnId: first.turnId, policy: DEFAULT_POLICY.version });
  });

  it('[TURN-46] a difference is shown, then and now, and ends with 1', async () => {
    const { first } = await recorded(database, EDITED);
    expect(await cli.run('replay', first.turnId)).toBe(1);
    expect(cli.state.out.at(-1)).toBe('不同');
    expect(cli.text()).toMatch(/第 \d 步 draft\.text\n {2}当时 {2}.*\n {2}现在 {2}.*～/);
    expect(await cli.run('replay', first.turnId, '--json')).toBe(1);
    expect(cli.json()).toMatchObject({ outcome: 'different' });
  });

  it('[TURN-46] every turn of a conversation, or since a day of the shop, a line each', async () => {
    const { talk, first, second } = await recorded(database);
    expect(await cli.run('replay', '--conversation', talk.conversationId)).toBe(0);
    expect(cli.state.out).toEqual([
      `${first.turnId}  2026-11-12 10:00:00  相同：逐字节一致`,
      `${second.turnId}  2026-11-12 10:01:00  相同：逐字节一致`,
    ]);
    expect(cli.notes()).toBe('相同：逐字节一致 2');
    expect(await cli.run('replay', '--since', '2026-11-12', '--json')).toBe(0);
    expect(cli.state.out.map((line) => JSON.parse(line).turnId)).toEqual([first.turnId, second.turnId]);
    expect(await cli.run('replay', '--since', '2026-11-13')).toBe(0);
    expect(cli.notes()).toBe('没有记录下来的轮次。');
    expect(await cli.run('replay', '--since', 'yesterday', '--locale', 'en')).toBe(2);
    expect(cli.notes()).toContain('“yesterday” is no day');
  });

  it('[TURN-46] erased is said and is no failure; a turn that is not there is wrong usage', async () => {
    const { talk, first } = await recorded(database);
    await talk.store.erase('customer:customer-1');
    expect(await cli.run('replay', first.turnId)).toBe(0);
    expect(cli.text()).toBe('顾客已被抹去，记录读不出来了');
    expect(await cli.run('replay', 'nowhere', '--locale', 'en')).toBe(2);
    expect(cli.text()).toBe('no record of that turn');
    expect(await cli.run('replay')).toBe(2);
    expect(await cli.run('replay', first.turnId, '--since', '2026-11-12')).toBe(2);
  });

  const rules = (change: (yaml: string) => string) => {
    const file = join(cli.world.dataDir, 'next.yml');
    writeFileSync(file, change(readFileSync(new URL('../../../policies/china-7-days.yml', import.meta.url), 'utf8')));
    return file;
  };

  it('[TURN-53] `policy diff` shows what new rules would decide otherwise, with sums, and that nothing was published', async () => {
    const { talk } = await recorded(database);
    const { turnId } = await talk.say(`订单 ${OWN} 不想要了，帮我取消`);
    const person = rules((yaml) =>
      yaml.replace('then: allow, rule: before-shipping', 'then: person, rule: in-warehouse'),
    );
    expect(await cli.run('policy', 'diff', person)).toBe(0);
    expect(cli.text()).toContain(`${turnId}  会话 ${talk.conversationId}  结果不同`);
    expect(cli.text()).toContain('现行  confirmation-needed  退 ¥386');
    expect(cli.text()).toContain('新规  refused  cancel.in-warehouse');
    expect(cli.state.out.at(-1)).toContain('结果不同 1 轮，说法不同 0 轮。没有发布任何东西。');
    expect(await cli.run('policy', 'diff', person, '--since', '2026-11-13', '--locale', 'en')).toBe(0);
    expect(cli.text()).toContain('0 turns and 0 decisions by the rules; 0 turns decided differently');
    expect(await cli.run('policy', 'diff', person, '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ problems: [], diff: { turns: 3, decided: 1, changed: [{ turnId }] } });
  });

  it('[POLICY-65] without a file `policy diff` compares with the rules that come with the program', async () => {
    const { talk } = await recorded(database);
    const { turnId } = await talk.say(`订单 ${OWN} 不想要了，帮我取消`);
    expect(await cli.run('policy', 'diff')).toBe(0);
    expect(cli.text()).toContain(`${turnId}  会话 ${talk.conversationId}  结果不同`);
    expect(cli.state.out.at(-1)).toContain('→ 自带的规则：');
  });

  it('[TURN-53] rules that are not right are not compared: file, line and column are named', async () => {
    await recorded(database);
    const wrong = rules((yaml) => yaml.replace('then: allow', 'then: alow'));
    expect(await cli.run('policy', 'diff', wrong)).toBe(1);
    expect(cli.notes()).toMatch(/next\.yml:\d+:\d+ .*alow/);
    expect(cli.text()).toBe('');
    expect(await cli.run('policy', 'diff', 'nowhere.yml', '--locale', 'en')).toBe(2);
    expect(cli.notes()).toContain('nowhere.yml cannot be read');
  });
});
