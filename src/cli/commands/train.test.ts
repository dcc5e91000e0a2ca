import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../../core/clock.ts';
import { loadModel } from '../../language/storage/model-folder.ts';
import type { TrainingReport } from '../../language/training/report/report.ts';
import type { ShopReport } from '../../language/training/shop/report.ts';
import { writeTinyCorpus } from '../../language/training/testing/tiny-corpus.ts';
import { TINY } from '../../language/training/testing/tiny-recipe.ts';
import { shopModelFolder, shopModels } from '../../shop-model.ts';
import { lockFolder } from '../../store/lock.ts';
import { type Cli, createCli } from '../testing/surroundings.ts';

let folder: string;
let cli: Cli;
const at = (name: string) => join(folder, name);
const recipe = (name: string, changes: object = {}) => {
  writeFileSync(at(name), JSON.stringify({ ...TINY, ...changes }));
  return ['--recipe', at(name)];
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-train-'));
  writeTinyCorpus(at('corpus'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => cli.world.remove());

const train = (...more: string[]) => cli.run('train', '--corpus', at('corpus'), ...recipe('recipe.json'), ...more);

describe('train', () => {
  it('[LANG-74] writes the model with its figures and its card, and says what came of it', async () => {
    cli = createCli();
    expect(await train('--out', at('model'), '--epochs', '3', '--report', at('report'))).toBe(0);
    expect(readdirSync(at('model')).sort()).toEqual([
      'MODEL_CARD.md',
      'model.json',
      'tokenizer.json',
      'weights.safetensors',
    ]);
    const { description } = loadModel(at('model'));
    expect(description.figures).toMatchObject({ 'heldOut.zh.top1': expect.any(Number) });
    expect(cli.text()).toMatch(/留出集 +23 .*\n {2}zh +12 .*\n {2}en +11 .*\n开发集/);
    expect(cli.text()).toContain('训练 3 轮');
    // One line an epoch where nobody sits in front of it.
    expect(cli.notes().match(/第 \d\/3 轮 {2}损失 [\d.]+ {2}得分 [\d.]+/g)).toHaveLength(3);
    const report = JSON.parse(readFileSync(join(at('report'), 'report.json'), 'utf8')) as TrainingReport;
    expect(report.curve).toHaveLength(3);
    expect(report.heldOut?.all.top1).toBeCloseTo(description.figures['heldOut.all.top1'] ?? Number.NaN, 4);
    expect(readFileSync(join(at('report'), 'report.html'), 'utf8')).toContain('<!doctype html>');
  });

  it('[LANG-74] with --json there is one object on standard output and no note', async () => {
    cli = createCli();
    expect(await train('--out', at('json'), '--epochs', '2', '--optimizer', 'gradient-descent', '--json')).toBe(0);
    expect(cli.json()).toMatchObject({
      out: at('json'),
      epochs: 2,
      heldOut: { all: { messages: 23 }, zh: {}, en: {} },
    });
    expect(cli.state.notes).toEqual([]);
  });

  it('[LANG-71] a damaged checkpoint is no reason not to train', async () => {
    cli = createCli();
    mkdirSync(at('damaged'));
    writeFileSync(join(at('damaged'), '.checkpoint.safetensors'), 'cut off');
    expect(await train('--out', at('damaged'), '--epochs', '1')).toBe(0);
    expect(cli.notes()).toContain('已损坏，从头训练');
    expect(existsSync(join(at('damaged'), '.checkpoint.safetensors'))).toBe(false);
  });

  it.each([
    [
      ['--corpus', '/nowhere'],
      1,
      '语料目录不对：/nowhere has no zh, no en。',
      'No corpus there: /nowhere has no zh, no en.',
    ],
    [
      ['--epochs', '0'],
      2,
      '--epochs 应该是不小于 1 的整数，不是 0。',
      '--epochs must be a whole number from 1 on, not 0.',
    ],
    [['--seed', 'x'], 2, '--seed 应该是不小于 0 的整数', '--seed must be a whole number from 0 on'],
    [
      ['--recipe', '/nowhere.json'],
      2,
      '训练配方不对：/nowhere.json cannot be read',
      'The recipe: /nowhere.json cannot be read',
    ],
    [['--out', '/proc/none/model'], 3, '建不了目录 /proc/none/model', 'The folder /proc/none/model cannot be made'],
  ])('[LANG-79] %j ends with %d and a line in each language, and nothing is written', async (options, code, zh, en) => {
    cli = createCli();
    const argv = ['--out', at('none'), ...options];
    expect(await train(...argv)).toBe(code);
    expect(cli.notes()).toContain(zh);
    expect(await train(...argv, '--locale', 'en', '--json')).toBe(code);
    expect((cli.json().error as { message: string }).message).toContain(en);
    expect(existsSync(at('none'))).toBe(false);
  });

  it('[LANG-79] a bad mark in the corpus is told with its file and line, and nothing is written', async () => {
    cli = createCli();
    writeTinyCorpus(at('bad'));
    writeFileSync(join(at('bad'), 'en', 'track_order.txt'), 'where\t%%\n');
    expect(await train('--corpus', at('bad'), '--out', at('none'))).toBe(1);
    expect(cli.notes()).toContain('xiaoer: 语料里有不认识的标记：en/track_order.txt:1: %% is not a mark。');
    expect(existsSync(at('none'))).toBe(false);
  });
});

interface Told {
  taken: boolean;
  model: string;
  objections: unknown[];
  shop: { old: { messages: number } };
}

describe('train --shop', () => {
  const shop = (...more: string[]) =>
    cli.run('train', '--shop', '--corpus', at('corpus'), '--model', at('model'), '--json', ...more);

  it('[LANG-77] takes over where it is better, into the data folder', async () => {
    cli = createCli();
    // A word of this shop's own, which the corpus has not taught.
    const asked = '咋整啊|给我弄走|我不稀罕|真闹心|看着别扭|穿不了|拿走吧|算啦'.split('|');
    const before =
      '|急|亲|老板|唉|那啥|我说|你好|哈喽|听着|这破鞋|这个|那个|昨天的|新到的|俺家的|嗯|喂|店家|诶|小二|亲亲|请问|拜托|麻烦'.split(
        '|',
      );
    const conversations = asked.flatMap((text) =>
      before.map((more) => JSON.stringify({ text: more + text, intent: 'return_items', approved: true })),
    );
    writeFileSync(at('conversations.jsonl'), conversations.join('\n'));
    const options = ['--conversations', at('conversations.jsonl'), ...recipe('long.json'), '--epochs', '12'];
    const code = await shop(...options, '--report', at('shop-report'));
    const told = cli.json() as unknown as Told;
    expect([code, told.taken, told.objections]).toEqual([0, true, []]);
    expect(told.shop.old.messages).toBeGreaterThanOrEqual(30);
    const own = shopModelFolder(cli.world.dataDir) ?? '';
    expect(told.model).toBe(own);
    expect(readdirSync(shopModels(cli.world.dataDir)).sort()).toEqual([basename(own), 'understanding.json']);
    expect(loadModel(own).labels.intents).toHaveLength(3);
    expect([cli.state.opened, cli.state.closed]).toEqual([1, 1]);
    const report = JSON.parse(readFileSync(join(at('shop-report'), 'report.json'), 'utf8')) as ShopReport;
    expect(report.objections).toEqual([]);
    expect({ old: report.shop.old.all, new: report.shop.new.all }).toEqual(told.shop);
    expect(report.general.shipped.all).toEqual(report.general.old.all);
    expect(readFileSync(join(at('shop-report'), 'report.html'), 'utf8')).toContain('新模型更好，已启用');
  });

  it('[LANG-77] keeps the old one where it is not, with its own exit code, and shows both', async () => {
    cli = createCli();
    const idle = recipe('idle.json', { training: { ...TINY.training, rate: 0, tableRate: 0, epochs: 1 } });
    expect(await shop(...idle)).toBe(5);
    expect(cli.json()).toMatchObject({ taken: false, model: null, general: { old: {}, new: {} } });
    expect(shopModelFolder(cli.world.dataDir)).toBeNull();
    expect(readdirSync(shopModels(cli.world.dataDir))).toEqual([]);
    expect(await cli.run('train', '--shop', '--corpus', at('corpus'), '--model', at('model'), ...idle)).toBe(5);
    expect(cli.text()).toMatch(/通用 自带 .*\n通用 旧 .*\n通用 新 .*\n店铺 旧 .*\n店铺 新 /);
    expect(cli.text()).toMatch(
      /继续用原来的：\n(?: {2}- .*\n)* {2}- 店铺语句的意图与槽位平均变化 0\.0 个百分点，至少要高 1\.0/,
    );
  });

  it('[LANG-77] one training of a shop at a time: the other is told who is at it, and touches nothing', async () => {
    cli = createCli();
    const lock = lockFolder(shopModels(cli.world.dataDir), systemClock, systemRandom());
    try {
      expect(await shop(...recipe('idle.json'))).toBe(4);
      expect(cli.notes()).toContain(`正在被另一个训练占用（进程 ${process.pid}`);
      expect(readdirSync(shopModels(cli.world.dataDir))).toEqual(['xiaoer.lock']);
    } finally {
      lock.release();
    }
  });

  it('[LANG-77] what it has no use for is refused', async () => {
    cli = createCli();
    expect(await shop('--out', at('elsewhere'))).toBe(2);
    expect(cli.notes()).toContain('--shop 不和 --out 一起用');
    expect(await train('--conversations', at('conversations.jsonl'))).toBe(2);
    expect(cli.notes()).toContain('--conversations 要和 --shop 一起用');
    expect([existsSync(at('elsewhere')), cli.state.opened]).toEqual([false, 0]);
  });

  it('[LANG-76] a bad row of the conversations is told with its line before anything is done', async () => {
    cli = createCli();
    writeFileSync(at('bad.jsonl'), '{"text": "鞋呢", "intent": "track_order", "approved": true}\n{"text": 1}\n');
    expect(await shop('--conversations', at('bad.jsonl'))).toBe(1);
    expect(cli.notes()).toContain(`数据有坏行，什么都没有做：${at('bad.jsonl')}:2: text`);
    expect(cli.state.opened).toBe(0);
  });

  it('[LANG-79] without the shipped model it says which file is missing', async () => {
    cli = createCli();
    expect(await shop('--model', at('nothing'))).toBe(1);
    expect(cli.notes()).toContain(`找不到模型文件 ${join(at('nothing'), 'model.json')}`);
  });
});
