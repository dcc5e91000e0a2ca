import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeTinyCorpus } from '../../language/training/testing/tiny-corpus.ts';
import { TINY } from '../../language/training/testing/tiny-recipe.ts';
import { type Cli, createCli } from '../testing/surroundings.ts';

let folder: string;
let cli: Cli;
const at = (name: string) => join(folder, name);
const COLOURS = ['red', 'blue', 'green', 'black', 'white', 'grey'];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-evaluate-'));
  writeTinyCorpus(at('corpus'));
  writeFileSync(at('recipe.json'), JSON.stringify(TINY));
  const rows = (some: string[]) =>
    some
      .flatMap((colour) => [
        {
          text: `where is my ${colour} parcel`,
          intent: 'track',
          slots: [{ name: 'colour', start: 12, end: 12 + colour.length }],
        },
        { text: `return the ${colour} shoes`, intent: 'return' },
        { text: `who won the ${colour} cup`, intent: 'out_of_scope' },
      ])
      .map((row) => JSON.stringify(row))
      .join('\n');
  writeFileSync(at('train.jsonl'), rows(COLOURS.slice(0, 4)));
  writeFileSync(at('test.jsonl'), rows(COLOURS.slice(4)));
  mkdirSync(join(at('sets'), 'banking77'), { recursive: true });
  for (const file of ['train.jsonl', 'test.jsonl'])
    writeFileSync(
      join(at('sets'), 'banking77', file),
      '{"text": "lost my card", "intent": "lost"}\n{"text": "hi", "intent": "greet"}\n',
    );
  writeFileSync(join(at('sets'), 'banking77', 'SOURCE.md'), '- licence: none\n- repo: nowhere\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => cli.world.remove());

const evaluate = (...more: string[]) => cli.run('evaluate', 'understanding', ...more);
const recipe = () => ['--recipe', at('recipe.json')];

describe('evaluate understanding', () => {
  it('[LANG-78] trains a fresh model on one file, scores another, and prints the figures', async () => {
    cli = createCli();
    const files = ['--train', at('train.jsonl'), '--test', at('test.jsonl')];
    expect(await evaluate(...files, ...recipe(), '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ train: 12, test: 6, accuracy: expect.any(Number), auroc: expect.any(Number) });
    expect(cli.state.notes).toEqual([]);
    expect(await evaluate(...files, ...recipe(), '--epochs', '1')).toBe(0);
    expect(cli.text()).toMatch(/准确率 +\d+\.\d/);
  });

  it('[LANG-78] reads a public set by its name', async () => {
    cli = createCli();
    expect(await evaluate('--set', 'banking77', '--data', at('sets'), ...recipe(), '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ train: 2, test: 2, slotF1: null, auroc: null });
  });

  it('[LANG-78] without files it reads the held-out part with the model in use, by language and group', async () => {
    cli = createCli();
    const corpus = ['--corpus', at('corpus')];
    expect(await cli.run('train', '--out', at('model'), ...corpus, ...recipe(), '--epochs', '2', '--json')).toBe(0);
    expect(await evaluate('--model', at('model'), ...corpus, '--json')).toBe(0);
    expect(cli.json()).toMatchObject({
      ...{ model: at('model'), catalogueWords: false, all: { messages: 23 } },
      languages: { zh: { messages: 12 }, en: { messages: 11 } },
      groups: { order: { messages: 8 }, aftersales: { messages: 7 }, presales: { messages: 8 } },
    });
    expect(await evaluate('--model', at('model'), ...corpus)).toBe(0);
    expect(cli.notes()).toContain('店铺目录里的词没有参与');
    expect(cli.text()).toMatch(/全部 +23 .*\n {2}zh +12 .*\n {2}en +11 .*\n {2}订单 +8 /);
    expect(await evaluate('--model', at('model'), ...corpus, '--test', at('test.jsonl'), '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ all: { messages: 6 } });
    expect(cli.notes()).toBe(
      'xiaoer: 模型没有这些标签，永远给不出，分数因此偏低：意图 track、return、out_of_scope；槽位 colour',
    );
    writeFileSync(at('known.jsonl'), '{"text": "where is my lamp", "intent": "track_order"}\n');
    expect(await evaluate('--model', at('model'), ...corpus, '--test', at('known.jsonl'), '--json')).toBe(0);
    expect(cli.notes()).toBe('');
  });

  it.each([
    ['{"text": "x"}', 1, ':13: neither intent nor intents'],
    [
      '{"text": "x", "intent": "a", "slots": [{"name": "b", "start": 0, "end": 9}]}',
      1,
      ':13: slot b at 0–9 lies outside',
    ],
    ['[', 1, ':13: not JSON'],
  ])('[LANG-78] a bad row %j is told with its file and line', async (line, code, why) => {
    cli = createCli();
    writeFileSync(at('bad.jsonl'), `${readFileSync(at('train.jsonl'), 'utf8')}\n${line}\n`);
    expect(await evaluate('--train', at('bad.jsonl'), '--test', at('test.jsonl'))).toBe(code);
    expect(cli.notes()).toContain(`数据有坏行，什么都没有做：${at('bad.jsonl')}${why}`);
    expect(await evaluate('--train', at('train.jsonl'), '--test', at('bad.jsonl'), '--locale', 'en')).toBe(code);
    expect(cli.notes()).toContain(`Bad row, nothing was done: ${at('bad.jsonl')}${why}`);
  });

  it('[LANG-78] what does not go together or is not there is refused before any training', async () => {
    cli = createCli();
    writeFileSync(at('empty.jsonl'), '\n');
    const refused: [string[], number, string][] = [
      [['--train', at('train.jsonl')], 2, '--train 和 --test 要一起给'],
      [['--train', at('nothing.jsonl'), '--test', at('test.jsonl')], 1, '读不了'],
      [['--train', at('empty.jsonl'), '--test', at('test.jsonl')], 2, '--train 里一行都没有'],
      [['--set', 'banking77'], 2, '--set 要和 --data 一起用'],
      [['--set', 'banking', '--data', at('sets')], 2, '没有这个数据集：banking'],
      [['--set', 'clinc150', '--data', at('sets')], 2, '数据集不完整：clinc150'],
      [['--model', at('none')], 1, '找不到模型文件'],
      [['--corpus', at('sets')], 1, '语料目录不对'],
    ];
    for (const [options, code, why] of refused) {
      expect([options, await evaluate(...options)]).toEqual([options, code]);
      expect(cli.notes()).toContain(why);
    }
  });
});
