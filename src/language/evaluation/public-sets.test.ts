import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadPublicSet } from './public-sets.ts';

const SOURCE = `# a set

- repo: github.com/someone/data commit 1234 (2022-04-29)
- repo: github.com/someone/more commit 5678 (2022-04-29)
- licence: CC BY 4.0 (LICENSE)
`;

/** A data folder with one set, its rows given by file. */
function dataFolder(name: string, files: Record<string, unknown[]>): string {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-sets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'SOURCE.md'), SOURCE);
  for (const [file, rows] of Object.entries(files))
    writeFileSync(join(folder, name, file), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return folder;
}

describe('public sets', () => {
  it('banking77: the official split, with where it comes from', () => {
    const folder = dataFolder('banking77', {
      'train.jsonl': [{ text: 'Where is my card?', intent: 'card_arrival' }],
      'test.jsonl': [{ text: 'Still no card', intent: 'card_arrival' }],
    });
    expect(loadPublicSet('banking77', folder)).toEqual({
      name: 'banking77',
      locale: 'en',
      isMultiLabel: false,
      train: [{ text: 'Where is my card?', intents: ['card_arrival'], slots: [] }],
      test: [{ text: 'Still no card', intents: ['card_arrival'], slots: [] }],
      remarks: [],
      licence: 'CC BY 4.0 (LICENSE)',
      source: 'github.com/someone/data commit 1234 (2022-04-29)',
    });
  });

  it('clinc150: what is out of scope stands with the rest on both sides', () => {
    const row = (text: string, intent: string) => ({ text, intent });
    const folder = dataFolder('clinc150', {
      'train.jsonl': [row('hello there', 'greeting')],
      'oos_train.jsonl': [row('how is glue made', 'oos')],
      'val.jsonl': [row('hi', 'greeting')],
      'oos_val.jsonl': [row('a show on broadway', 'oos')],
    });
    const { train, test } = loadPublicSet('clinc150', folder);
    expect([train, test].map((rows) => rows.flatMap(({ intents }) => intents))).toEqual([
      ['greeting', 'oos'],
      ['greeting', 'oos'],
    ]);
  });

  it('bitext: the entity is taken where its value stands, and what does not agree is told', () => {
    const row = (utterance: string, value: string, start: string, end: string) => ({
      ...{ utterance, intent: 'cancel_order', entity_type: value === '' ? '' : 'order_id', entity_value: value },
      ...{ start_offset: start, end_offset: end, category: 'ORDER', tags: 'B' },
    });
    const folder = dataFolder('bitext', {
      'train.jsonl': [
        row('cancel order 4587', '4587', '13', '17'),
        row('cancel my order', '', '', ''),
        row('cancel order ab12', 'AB12', '13', '17'),
        row('please cancel order 4587', '4587', '13', '17'),
        row('cancel order 45', '4587', '13', '15'),
        row('4587 or 4587', '4587', '1', '5'),
      ],
      'dev.jsonl': [],
    });
    const { train, remarks } = loadPublicSet('bitext', folder);
    const spans = train.map(({ text, slots }) => slots.map(({ start, end }) => text.slice(start, end)));
    expect(spans).toEqual([['4587'], [], ['ab12'], ['4587'], [], []]);
    expect(remarks).toEqual([
      { where: 'train.jsonl:3', kind: 'other case', what: 'AB12 is written ab12' },
      {
        where: 'train.jsonl:4',
        kind: 'moved',
        what: 'order_id 4587 is not at 13–17, where " ord" stands; taken at 20',
      },
      { where: 'train.jsonl:5', kind: 'not found', what: 'order_id 4587 is not at 13–15, where "45" stands' },
      { where: 'train.jsonl:6', kind: 'not found', what: 'order_id 4587 is not at 1–5, where "587 " stands' },
    ]);
  });

  it('a broken line of a set is named', () => {
    const folder = dataFolder('banking77', {
      'train.jsonl': [{ text: 'a', intent: 'b' }, { text: 'a' }],
      'test.jsonl': [],
    });
    expect(() => loadPublicSet('banking77', folder)).toThrow('rows.bad-line: train.jsonl:2: intent: ');
  });

  it('a set that is not there is said with its folder and files, and one that nobody knows with those there are', () => {
    const folder = dataFolder('banking77', { 'train.jsonl': [] });
    expect(() => loadPublicSet('banking77', folder)).toThrow(
      `sets.missing: banking77: ${join(folder, 'banking77')} has no test.jsonl`,
    );
    expect(() => loadPublicSet('bitext', folder)).toThrow('has no train.jsonl, no dev.jsonl, no SOURCE.md');
    expect(() => loadPublicSet('bank', folder)).toThrow(
      'sets.unknown: bank; there are banking77, clinc150, bitext, crosswoz_zh',
    );
  });
});

describe('crosswoz_zh', () => {
  const turn = (dialog: string, number: number, text: string, ...acts: [string, string, string, string][]) => ({
    ...{ dialog, turn: number, role: number % 2 === 0 ? 'usr' : 'sys', text, acts },
  });
  const load = (...turns: unknown[]) =>
    loadPublicSet('crosswoz_zh', dataFolder('crosswoz_zh', { 'test.jsonl': turns, 'val.jsonl': [] }));
  const surfaces = (text: string, ...acts: [string, string, string, string][]) =>
    load(turn('1', 0, text, ...acts)).train[0]?.slots.map(({ name, start, end }) => [name, text.slice(start, end)]);

  it('acts are labels, each once, and the turn before stands with its dialogue', () => {
    const set = load(
      turn('1', 0, '你好', ['General', 'greet', 'none', 'none']),
      turn('1', 1, '有故宫和恭王府', ['Inform', '景点', '名称', '故宫'], ['Inform', '景点', '名称', '恭王府']),
      turn('2', 0, '嗯'),
    );
    expect(set.train.map(({ text, intents, before }) => ({ text, intents, before }))).toEqual([
      { text: '你好', intents: ['General+greet+none'], before: null },
      { text: '有故宫和恭王府', intents: ['Inform+景点+名称'], before: '你好' },
      { text: '嗯', intents: [], before: null },
    ]);
    expect([set.isMultiLabel, set.locale]).toEqual([true, 'zh']);
  });

  it('values that are words of the text are slots, the longer first', () => {
    expect(
      surfaces('故宫博物院和故宫', ['Inform', '景点', '名称', '故宫'], ['Recommend', '景点', '名称', '故宫博物院']),
    ).toEqual([
      ['Recommend+景点+名称', '故宫博物院'],
      ['Inform+景点+名称', '故宫'],
    ]);
  });

  it('a request, a flag and a piece of a number are no slots', () => {
    const price: [string, string, string, string] = ['Inform', '餐馆', '人均消费', '5元'];
    expect(surfaces('人均15元，评分4.5元，是吗', ['Inform', '酒店', '酒店设施-早餐', '是'], price)).toEqual([]);
    expect(surfaces('名称是？', ['Request', '餐馆', '名称', ''])).toEqual([]);
    expect(load(turn('1', 0, '人均15元', price)).remarks).toEqual([
      { where: 'test.jsonl:1', kind: 'value not in the text', what: 'Inform+餐馆+人均消费 5元' },
    ]);
  });
});
