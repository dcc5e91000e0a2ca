import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Example, loadExamples } from '../corpus/examples.ts';
import { splitExamples } from '../corpus/split.ts';
import { figuresOf } from '../evaluation/figures.ts';
import { loadRuntime } from '../network/runtime.ts';
import { amend } from './amend.ts';
import { loadHeldOut, trainFromCorpus } from './from-corpus.ts';
import { readAll, trainingKey, trainMeasured } from './measured.ts';
import { SHIPPED } from './recipes.ts';
import { writeTinyCorpus } from './testing/tiny-corpus.ts';
import { TINY } from './testing/tiny-recipe.ts';

const recipe = amend(SHIPPED, TINY);
const hooks = { now: () => performance.now() };
let corpus: string;
beforeAll(() => {
  corpus = mkdtempSync(join(tmpdir(), 'xiaoer-corpus-'));
  writeTinyCorpus(corpus);
});
afterAll(() => rmSync(corpus, { recursive: true, force: true }));

describe('training from the corpus', () => {
  it('[LANG-70] learns from all but the development part, and reads what it has not seen', async () => {
    const { model, report } = await trainMeasured(await loadRuntime(), { corpus, recipe, hooks });
    const { training, development } = splitExamples(loadExamples(corpus));
    expect(report.corpus.messages).toEqual({
      training: training.length,
      development: development.length,
      heldOut: loadHeldOut(corpus).length,
    });
    expect(model.labels.intents).toEqual(['find_product', 'return_items', 'track_order']);
    expect(model.labels.slots).toContain('product');
    expect(model.tokenizer.idOf('[asked=size]')).not.toBeNull();
    expect(model.tokenizer.idOf('[after=track_order]')).not.toBeNull();
    expect(report.curve).toHaveLength(recipe.training.epochs);
    expect(report.tokensPerSecond).toBeGreaterThan(0);
    expect(report.heldOut?.all.top1).toBeGreaterThan(0.7);
    expect(Object.keys(report.heldOut?.byLocale ?? {})).toEqual(['zh', 'en']);
  });

  it('[LANG-70] a line is never on both sides, and further lines are learned as they are written', async () => {
    const text = '蓝莓牌空气炸锅还有没有';
    const slots = [{ name: 'product', text: '蓝莓牌空气炸锅', start: 0, end: 7 }];
    const example: Example = {
      ...{
        text,
        intent: 'find_product',
        also: [],
        locale: 'zh',
        slots,
        tones: [],
        act: null,
        asked: null,
        after: null,
      },
    };
    const runtime = await loadRuntime();
    const trained = await trainFromCorpus(runtime, {
      ...{ corpus, recipe, hooks, lexicon: { products: ['蓝莓牌空气炸锅'] } },
      extra: Array.from({ length: 12 }, () => example),
    });
    expect(trained.development.map((each) => each.text)).not.toContain(text);
    const reader = { corpus, lexicon: { products: ['蓝莓牌空气炸锅'] } };
    const read = await readAll(runtime, trained.model, reader, 1, [example]);
    expect(figuresOf(read)).toMatchObject({ top1: 1 });
  });

  it('[LANG-79] what is wrong with a corpus is told with its file and line', async () => {
    const runtime = await loadRuntime();
    const of = (folder: string) => trainFromCorpus(runtime, { corpus: folder, recipe, hooks });
    await expect(of('/nowhere')).rejects.toThrow('corpus.missing: /nowhere has no zh, no en');
    const broken = mkdtempSync(join(tmpdir(), 'xiaoer-corpus-'));
    try {
      writeTinyCorpus(broken);
      writeFileSync(join(broken, 'zh', 'track_order.txt'), '到哪了\n还没到\t?angry\n');
      await expect(of(broken)).rejects.toThrow('corpus.mark: zh/track_order.txt:2: ?angry is not a mark');
      writeFileSync(join(broken, 'zh', 'track_order.txt'), '到哪了\n');
      writeFileSync(join(broken, 'intents.json'), '[{"name": 1}]');
      await expect(trainMeasured(runtime, { corpus: broken, recipe, hooks })).rejects.toThrow(
        /corpus\.intents: .*0\.name/,
      );
      rmSync(join(broken, 'grammar', 'en'), { recursive: true });
      await expect(of(broken)).rejects.toThrow('corpus.grammar');
    } finally {
      rmSync(broken, { recursive: true, force: true });
    }
  });

  it('[LANG-71] a checkpoint is of one recipe, corpus, engine and version, at any number of threads', () => {
    const by = { engine: 'native', version: '1.0.0' } as const;
    const key = trainingKey(recipe, corpus, by);
    expect(trainingKey(amend(recipe, { training: { threads: 2 } }), corpus, by)).toBe(key);
    for (const other of [
      trainingKey(amend(recipe, { training: { seed: 9 } }), corpus, by),
      trainingKey(recipe, corpus, by, ['more']),
      trainingKey(recipe, corpus, { ...by, engine: 'wasm' }),
      trainingKey(recipe, corpus, { ...by, version: '1.0.1' }),
    ])
      expect(other).not.toBe(key);
  });
});
