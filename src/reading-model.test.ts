import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadRuntime } from './language/network/runtime.ts';
import { loadModel, saveModel } from './language/storage/model-folder.ts';
import { amend } from './language/training/amend.ts';
import { trainFromCorpus } from './language/training/from-corpus.ts';
import { SHIPPED } from './language/training/recipes.ts';
import { writeTinyCorpus } from './language/training/testing/tiny-corpus.ts';
import { TINY } from './language/training/testing/tiny-recipe.ts';
import { lexiconOf, modelInUse, openModelInUse } from './reading-model.ts';
import { keepShopModel, shopModelFolder } from './shop-model.ts';

describe('the model in use', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-models-'));
  const shipped = join(folder, 'shipped');
  const corpus = join(folder, 'corpus');
  const dataDir = join(folder, 'data');
  let warnings: string[];
  const keepOwn = () => keepShopModel(dataDir, loadModel(shipped), { corpus: 'one corpus', figures: {} });
  const warn = (error: unknown) => void warnings.push(String(error));

  beforeAll(async () => {
    writeTinyCorpus(corpus);
    const recipe = amend(SHIPPED, { ...TINY, training: { epochs: 1 } });
    const { model } = await trainFromCorpus(await loadRuntime(), { corpus, recipe, hooks: { now: () => 0 } });
    saveModel(shipped, model, { corpus: 'one corpus', figures: {} });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    warnings = [];
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('[LANG-77] is the shop’s own where it has one, else the shipped one', () => {
    expect(modelInUse(undefined, warn, shipped)).toBe(shipped);
    expect(modelInUse(dataDir, warn, shipped)).toBe(shipped);
    const own = keepOwn();
    expect(modelInUse(dataDir, warn, shipped)).toBe(own);
    expect(modelInUse(dataDir, warn, join(folder, 'nowhere'))).toBe(own);
    expect(warnings).toEqual([]);
  });

  it('[LANG-77] a shop’s own that is damaged, or made from another corpus, is passed over and told', async () => {
    const damage: [file: (own: string) => string, content: string, why: string][] = [
      [(own) => join(own, 'weights.safetensors'), 'cut off', 'weights.safetensors is not the file'],
      [(own) => join(own, 'tokenizer.json'), '', 'tokenizer.json is not the file'],
      [(own) => join(own, 'model.json'), '{', 'model.json: no JSON'],
      [() => join(dataDir, 'models', 'understanding.json'), '{', 'understanding.json names no model'],
    ];
    for (const [file, content, why] of damage) {
      warnings = [];
      writeFileSync(file(keepOwn()), content);
      const { read, model, close } = await openModelInUse({ dataDir, shipped, corpus, warn });
      expect(model).toBe(shipped);
      expect((await read([{ text: 'where is my lamp' }]))[0]?.intents).toHaveLength(3);
      expect(warnings).toEqual([expect.stringContaining(why)]);
      await close();
    }
    warnings = [];
    const newer = join(folder, 'newer');
    keepOwn();
    cpSync(shipped, newer, { recursive: true });
    const description = readFileSync(join(newer, 'model.json'), 'utf8');
    writeFileSync(join(newer, 'model.json'), description.replace('one corpus', 'another corpus'));
    expect(modelInUse(dataDir, warn, newer)).toBe(newer);
    expect(warnings).toEqual([expect.stringContaining('model.outdated')]);
  });

  it('[LANG-77] one that is replaced while it is opened is opened anew', async () => {
    keepOwn();
    const opening = openModelInUse({ dataDir, shipped, corpus, warn });
    // A training puts the next in its place, and deletes it, before its weights are read.
    const next = { ...loadModel(shipped), temperature: 3 };
    const second = keepShopModel(dataDir, next, { corpus: 'one corpus', figures: {} });
    const { model, close } = await opening;
    expect([model, warnings]).toEqual([second, []]);
    expect(shopModelFolder(dataDir)).toBe(second);
    await close();
  });

  it('[LANG-77] a shipped model that is damaged is not read with', async () => {
    const broken = join(folder, 'broken');
    cpSync(shipped, broken, { recursive: true });
    writeFileSync(join(broken, 'weights.safetensors'), 'cut off');
    await expect(openModelInUse({ warn, shipped: broken })).rejects.toThrow('model.damaged');
    await expect(openModelInUse({ warn, shipped: join(folder, 'none') })).rejects.toThrow('model.missing');
  });

  it('[LANG-75] the catalogue’s words are its hints, in every language and once each', () => {
    const shoe = { zh: '跑鞋', en: 'running shoe' };
    expect(lexiconOf({ products: [shoe, shoe, { zh: '水壶' }], categories: [{ en: 'Shoes' }], brands: [] })).toEqual({
      ...{ products: ['跑鞋', 'running shoe', '水壶'], categories: ['Shoes'], brands: [] },
    });
  });
});
