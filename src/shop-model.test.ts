import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { featureVocabulary } from './language/model/features.ts';
import type { Model } from './language/model/model.ts';
import { loadModel } from './language/storage/model-folder.ts';
import { trainTokenizer } from './language/tokenizer/tokenizer.ts';
import { keepShopModel, shopModelFolder, shopModels } from './shop-model.ts';

const tokenizer = trainTokenizer(['我要退货', 'return it'], { size: 200, specials: [] });
const ABOUT = { corpus: 'digest', figures: {} };

function someModel(temperature: number): Model {
  const shape = {
    ...{
      vocabulary: tokenizer.size,
      width: 8,
      longest: 16,
      features: 0,
      featuresHidden: 0,
      layers: 1,
      heads: 2,
      hidden: 16,
    },
    ...{ intents: 2, slots: 1, acts: 1, tones: 1, sentence: 4, hints: 0 },
  };
  return {
    ...{ shape, tokenizer, hintKinds: [], features: featureVocabulary([], new Float32Array(0)) },
    labels: { intents: ['a', 'b'], slots: [], acts: [], tones: [] },
    parameters: new Map([['meaning.bias', Float32Array.of(1, 2)]]),
    ...{ intents: 'one', temperature, toneThresholds: [] },
  };
}

describe('a shop’s own model', () => {
  let dataDir: string;
  const temperature = () => loadModel(shopModelFolder(dataDir) ?? '').temperature;
  const there = () => readdirSync(shopModels(dataDir)).sort();
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'xiaoer-shop-model-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('[LANG-77] lies in a folder of its own, and the one before it is deleted', () => {
    expect(shopModelFolder(dataDir)).toBeNull();
    const first = keepShopModel(dataDir, someModel(1), ABOUT);
    expect(shopModelFolder(dataDir)).toBe(first);
    const second = keepShopModel(dataDir, someModel(2), ABOUT);
    expect(second).not.toBe(first);
    expect(temperature()).toBe(2);
    expect(there()).toEqual([basename(second), 'understanding.json']);
    // The same again mends it.
    writeFileSync(join(second, 'weights.safetensors'), 'cut off');
    expect(keepShopModel(dataDir, someModel(2), ABOUT)).toBe(second);
    expect(temperature()).toBe(2);
  });

  it('[LANG-77] is the old one or the new one, at whatever moment the process dies', () => {
    const elsewhere = join(dataDir, 'elsewhere');
    const second = keepShopModel(elsewhere, someModel(2), ABOUT);
    keepShopModel(dataDir, someModel(1), ABOUT);
    const models = shopModels(dataDir);
    // While it is being written,
    mkdirSync(join(models, 'understanding.part'));
    writeFileSync(join(models, 'understanding.part', 'tokenizer.json'), 'half of a');
    expect(temperature()).toBe(1);
    // when it is whole and nothing points at it,
    cpSync(second, join(models, basename(second)), { recursive: true });
    expect(temperature()).toBe(1);
    // and when the one before it is still there.
    cpSync(join(shopModels(elsewhere), 'understanding.json'), join(models, 'understanding.json'));
    expect(temperature()).toBe(2);
    const third = keepShopModel(dataDir, someModel(3), ABOUT);
    expect(temperature()).toBe(3);
    expect(there()).toEqual([basename(third), 'understanding.json']);
  });

  it.each(['', '{', '{"folder": "../elsewhere"}', '{"folder": "understanding"}'])(
    '[LANG-77] what points at it is told when it is damaged: %j',
    (content) => {
      keepShopModel(dataDir, someModel(1), ABOUT);
      writeFileSync(join(shopModels(dataDir), 'understanding.json'), content);
      expect(() => shopModelFolder(dataDir)).toThrow(/model\.damaged: .*understanding\.json/);
    },
  );
});
