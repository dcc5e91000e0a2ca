import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeTinyCorpus } from '../../language/training/testing/tiny-corpus.ts';
import { TINY } from '../../language/training/testing/tiny-recipe.ts';
import { type Cli, createCli } from '../testing/surroundings.ts';

let folder: string;
let cli: Cli;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-understand-'));
  writeTinyCorpus(at('corpus'));
  writeFileSync(at('recipe.json'), JSON.stringify(TINY));
  cli = createCli();
  expect(
    await cli.run('train', '--corpus', at('corpus'), '--out', at('model'), '--recipe', at('recipe.json'), '--json'),
  ).toBe(0);
  cli.world.remove();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => cli.world.remove());

interface Reading {
  text: string;
  intents: { name: string; probability: number }[];
  slots: { name: string; text: string; start: number; end: number }[];
  act: string;
  tones: string[];
  language: string;
}

const AWKWARD: [string, string][] = [
  ['nothing', ''],
  ['one emoji', '👍'],
  ['a family of emoji', '👨‍👩‍👧‍👦🏳️‍🌈'],
  ['a hundred thousand characters', '快递到哪了呀'.repeat(16_667)],
  ['digits alone', '2025110312345678'],
  ['an unknown script', 'ขนมไทย มานี مرحبا ᚠᚢᚦ'],
  ['scripts together', '我的orderがまだ来ない،где она'],
  ['half a character', '鞋\ud83d'],
  ['control characters', '\u0000\u0007\u202e鞋'],
];

function expectReading(reading: Reading, text: string): void {
  expect(Object.keys(reading)).toEqual(['text', 'intents', 'slots', 'act', 'tones', 'language']);
  expect(reading.intents.length).toBeGreaterThan(0);
  const probabilities = reading.intents.map(({ probability }) => probability);
  for (const probability of probabilities) expect(probability).toBeGreaterThanOrEqual(0);
  for (const probability of probabilities) expect(probability).toBeLessThanOrEqual(1);
  expect([...probabilities].sort((a, b) => b - a)).toEqual(probabilities);
  for (const slot of reading.slots) expect(text.slice(slot.start, slot.end)).toBe(slot.text);
  expect(['zh', 'en']).toContain(reading.language);
}

describe('understand', () => {
  it.each(AWKWARD)('[LANG-79] --json reads %s', async (_, text) => {
    cli = createCli();
    expect(await cli.run('understand', text, '--json', '--model', at('model'))).toBe(0);
    expect(cli.state.out).toHaveLength(1);
    expectReading(JSON.parse(cli.text()) as Reading, text);
  });

  it('[LANG-79] reads JSON lines from standard input, an answer a line, and stays in step after a bad one', async () => {
    const texts = AWKWARD.map(([, text]) => text);
    const lines = texts.flatMap((text, index) => [
      JSON.stringify({ text }),
      ...(index === 3 ? ['{"txt": 1}', '好的'] : []),
    ]);
    cli = createCli({ input: `${lines.join('\n')}\n` });
    expect(await cli.run('understand', '--model', at('model'))).toBe(1);
    const answers = cli.state.out.map((line) => JSON.parse(line) as Reading & { error?: { code: string } });
    expect(answers).toHaveLength(lines.length);
    expect(answers.slice(4, 6).map(({ error }) => error?.code)).toEqual(['cli.not-a-text', 'cli.not-a-text']);
    const read = answers.filter(({ error }) => error === undefined);
    for (const [index, reading] of read.entries()) expectReading(reading, texts[index] ?? '');
  });

  it('[LANG-79] an empty line is answered too, and errors carry the line’s number', async () => {
    cli = createCli({ input: '\n{"text": "在吗"}\n  \nnull\n' });
    expect(await cli.run('understand', '--model', at('model'), '--locale', 'en')).toBe(1);
    const answers = cli.state.out.map((line) => JSON.parse(line) as Partial<Reading> & { error?: { line: number } });
    expect(answers.map(({ error, text }) => error?.line ?? text)).toEqual([1, '在吗', 3, 4]);
    expect(answers[0]).toEqual({ error: { code: 'cli.not-a-text', message: 'not {"text": "…"}', line: 1 } });
  });

  it('[LANG-79] reads a line with what was asked and the intent before, and refuses names that it does not know', async () => {
    const lines = [
      { text: '42' },
      { text: '42', asked: 'size', after: 'return_items' },
      { text: '42', asked: null, after: null },
      { text: '42', asked: 'weather' },
      { text: '42', after: 'fly_away' },
      { text: '42', asked: 7 },
    ];
    cli = createCli({ input: lines.map((line) => JSON.stringify(line)).join('\n') });
    expect(await cli.run('understand', '--model', at('model'), '--locale', 'en')).toBe(1);
    const [bare, within, none, ...refused] = cli.state.out.map((line) => JSON.parse(line) as Reading);
    expect(none).toEqual(bare);
    expect(within?.intents).not.toEqual(bare?.intents);
    expect(refused).toEqual([
      {
        error: {
          code: 'cli.unknown-context',
          message: expect.stringMatching(/^asked cannot be "weather"; it is order, /),
          line: 4,
        },
      },
      {
        error: {
          code: 'cli.unknown-context',
          message: 'after cannot be "fly_away"; it is an intent that the model knows',
          line: 5,
        },
      },
      { error: { code: 'cli.unknown-context', message: expect.stringContaining('asked cannot be 7'), line: 6 } },
    ]);
  });

  it('[LANG-79] a text that is too long for a command line is refused with the way that takes it', async () => {
    cli = createCli();
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', 'xiaoer', '字'.repeat(7_000)]);
    expect(await cli.run('understand', '字'.repeat(7_000), '--model', at('model'))).toBe(2);
    expect(cli.state.notes).toEqual([expect.stringContaining('请从标准输入给：{"text": "…"}')]);
    vi.restoreAllMocks();
  });

  it('[LANG-79] in words for people, with what it does and its tone', async () => {
    cli = createCli();
    expect(await cli.run('understand', '台灯什么时候送到', '--model', at('model'))).toBe(0);
    expect(cli.text()).toMatch(/^意图: track_order \d+%.*\n信息: product=台.*\n语言: zh\n行为: \w+\n语气: /);
  });

  it('[LANG-79] a model that is missing or damaged is told with its file, in both languages, and reads nothing', async () => {
    cli = createCli();
    const nowhere = join(at('nowhere'), 'model.json');
    expect(await cli.run('understand', '在吗', '--model', at('nowhere'))).toBe(1);
    expect(cli.state).toMatchObject({ out: [], notes: [expect.stringContaining(`找不到模型文件 ${nowhere}`)] });
    expect(await cli.run('understand', '在吗', '--model', at('nowhere'), '--locale', 'en', '--json')).toBe(1);
    expect(cli.json()).toMatchObject({
      error: { code: 'model.missing', message: expect.stringContaining(`${nowhere} is not there`) },
    });
    const damage: [string, string, string][] = [
      ['weights.safetensors', 'cut off', 'model.damaged'],
      ['tokenizer.json', '{}', 'model.damaged'],
      ['model.json', '{"format": 9}', 'model.damaged'],
    ];
    for (const [file, content, code] of damage) {
      const broken = join(folder, `broken-${file}`);
      cpSync(at('model'), broken, { recursive: true });
      writeFileSync(join(broken, file), content);
      expect(await cli.run('understand', '在吗', '--model', broken, '--json')).toBe(1);
      expect(cli.json()).toMatchObject({ error: { code, message: expect.stringContaining(file) } });
      expect(cli.notes()).toContain('模型文件已损坏，没有使用它');
    }
  });
});
