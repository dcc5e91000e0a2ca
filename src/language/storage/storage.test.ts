import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/clock.ts';
import { featureVocabulary } from '../model/features.ts';
import { INPUT_CODE } from '../model/input-code.ts';
import type { Model } from '../model/model.ts';
import { trainTokenizer } from '../tokenizer/tokenizer.ts';
import { loadModel, readDescription, saveModel } from './model-folder.ts';
import { dequantise, quantise } from './quantise.ts';
import { readTensors, writeTensors } from './safetensors.ts';
import { digestOf } from './vouched-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-model-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const random = seededRandom(7).next;
const numbers = (length: number) => Float32Array.from({ length }, () => random() - 0.5);

describe('tensors in a file', () => {
  it('[LANG-49] come back as they went in, with their notes', () => {
    const tensors = new Map([
      ['small', { shape: [3], data: Int8Array.of(-127, 0, 127) }],
      ['large', { shape: [2, 5], data: numbers(10) }],
    ]);
    const read = readTensors(writeTensors({ tensors, notes: { about: '鞋' } }), 'x');
    expect(read.tensors).toEqual(tensors);
    expect(read.notes).toEqual({ about: '鞋' });
  });

  it('[LANG-49] a file that was cut off or changed is refused with its name', () => {
    const bytes = writeTensors({ tensors: new Map([['a', { shape: [4], data: numbers(4) }]]), notes: {} });
    for (const damaged of [new Uint8Array(0), bytes.subarray(0, 5), bytes.subarray(0, 30), bytes.subarray(0, -1)])
      expect(() => readTensors(damaged, 'weights.x')).toThrow(/model\.damaged: weights\.x/);
    const noJson = bytes.slice().fill(0x7b, 8, 20);
    expect(() => readTensors(noJson, 'weights.x')).toThrow(/its header is no JSON/);
  });
});

describe('int8', () => {
  it('is within half a step of every number, and small parameters stay exact', () => {
    const parameters = new Map([
      ['table', numbers(64 * 32)],
      ['bias', numbers(32)],
      ['zeros', new Float32Array(2_048)],
    ]);
    const shapes = new Map([
      ['table', [64, 32]],
      ['bias', [32]],
      ['zeros', [64, 32]],
    ]);
    const back = dequantise(quantise(parameters, shapes));
    expect(back.get('bias')).toEqual(parameters.get('bias'));
    expect(back.get('zeros')).toEqual(parameters.get('zeros'));
    for (const [at, value] of (parameters.get('table') ?? []).entries())
      expect(Math.abs((back.get('table')?.[at] ?? 9) - value)).toBeLessThan(0.5 / 127 / 2 + 1e-6);
  });
});

describe('a model’s folder', () => {
  function someModel(): Model {
    const tokenizer = trainTokenizer(['我要退货', 'return it'], { size: 200, specials: [] });
    const shape = {
      ...{
        vocabulary: tokenizer.size,
        width: 8,
        longest: 16,
        features: 3,
        featuresHidden: 2,
        layers: 1,
        heads: 2,
        hidden: 16,
      },
      ...{ intents: 2, slots: 1, acts: 2, tones: 1, sentence: 4, hints: 1 },
    };
    return {
      shape,
      tokenizer,
      labels: { intents: ['a', 'b'], slots: ['x'], acts: ['ask', 'inform'], tones: ['angry'] },
      hintKinds: ['word'],
      features: featureVocabulary(['c退', 'w退货', 'p^ 我'], numbers(3)),
      parameters: new Map([['meaning.bias', numbers(2)]]),
      intents: 'one',
      temperature: 1.2,
      toneThresholds: [-1],
    };
  }

  it('[LANG-49] gives the model back, and tells which of its files is missing or is not the one described', () => {
    const model = someModel();
    saveModel(folder, model, { corpus: 'digest', figures: { 'zh.top1': 0.9 } });
    const { tokenizer: _, features: read, description, ...rest } = loadModel(folder);
    const { tokenizer, features, ...written } = model;
    expect(rest).toEqual(written);
    expect([read.names, read.rarity]).toEqual([features.names, features.rarity]);
    expect(read.numberOf('w退货')).toBe(1);
    expect(loadModel(folder).tokenizer.toJson()).toBe(tokenizer.toJson());
    expect(description.figures).toEqual({ 'zh.top1': 0.9 });
    for (const file of ['weights.safetensors', 'tokenizer.json', 'model.json']) {
      const path = join(folder, file);
      const whole = readFileSync(path);
      writeFileSync(path, Buffer.concat([whole.subarray(0, 40), Buffer.from('x'), whole.subarray(41)]));
      expect(() => loadModel(folder), file).toThrow(new RegExp(`model\\.damaged: .*${file}`));
      rmSync(path);
      expect(existsSync(path)).toBe(false);
      expect(() => loadModel(folder), file).toThrow(new RegExp(`model\\.missing: .*${file}`));
      writeFileSync(path, whole);
    }
    expect(loadModel(folder).temperature).toBe(1.2);
  });

  it('[LANG-49] a model from before the n-grams had a hidden layer has none', () => {
    saveModel(folder, someModel(), { corpus: 'digest', figures: {} });
    const path = join(folder, 'model.json');
    const description = JSON.parse(readFileSync(path, 'utf8')) as { shape: Record<string, number> };
    const { featuresHidden, ...shape } = description.shape;
    expect(featuresHidden).toBe(2);
    writeFileSync(path, JSON.stringify({ ...description, shape }));
    expect(loadModel(folder).shape).toEqual({ ...someModel().shape, featuresHidden: 0 });
  });

  it('[LANG-49] a new one takes the old one’s place whole, at whatever moment the process dies', () => {
    const [before, after] = [someModel(), { ...someModel(), temperature: 2 }];
    const temperature = () => loadModel(folder).temperature;
    saveModel(folder, before, { corpus: 'digest', figures: {} });
    const description = readFileSync(join(folder, 'model.json'));
    const next = join(folder, 'beside');
    saveModel(next, after, { corpus: 'digest', figures: {} });
    const weights = readFileSync(join(next, 'weights.safetensors'));
    const waiting = join(folder, `weights.safetensors.${digestOf(weights).slice(0, 16)}`);
    // Its weights lie there, but nothing says that they count.
    writeFileSync(waiting, weights);
    expect(temperature()).toBe(1.2);
    // It counts, and its weights have not taken their place.
    writeFileSync(join(folder, 'model.json'), readFileSync(join(next, 'model.json')));
    expect(temperature()).toBe(2);
    expect(loadModel(folder).parameters).toEqual(loadModel(next).parameters);
    rmSync(join(folder, 'weights.safetensors'));
    expect(temperature()).toBe(2);
    // What is saved next clears up.
    rmSync(next, { recursive: true });
    saveModel(folder, before, { corpus: 'digest', figures: {} });
    expect(readFileSync(join(folder, 'model.json'))).toEqual(description);
    expect(readdirSync(folder).sort()).toEqual(['model.json', 'tokenizer.json', 'weights.safetensors']);
  });

  it('[LANG-49] one whose input another program’s code made is refused, not read with', () => {
    saveModel(folder, someModel(), { corpus: 'digest', figures: {} });
    const path = join(folder, 'model.json');
    const description = JSON.parse(readFileSync(path, 'utf8')) as object;
    writeFileSync(path, JSON.stringify({ ...description, inputCode: INPUT_CODE + 1 }));
    expect(() => loadModel(folder)).toThrow(/model\.outdated: .*model\.json: input code/);
    expect(() => readDescription(folder)).toThrow(/model\.outdated/);
  });

  it('[LANG-49] one of an older format is refused as such, not called damaged', () => {
    saveModel(folder, someModel(), { corpus: 'digest', figures: {} });
    const path = join(folder, 'model.json');
    const { format, labels, ...rest } = JSON.parse(readFileSync(path, 'utf8')) as { format: number; labels: object };
    writeFileSync(path, JSON.stringify({ ...rest, labels: { ...labels, slots: undefined }, format: format - 1 }));
    expect(() => loadModel(folder)).toThrow(/model\.outdated: .*model\.json: format/);
    writeFileSync(path, JSON.stringify({ ...rest, labels, format: 'two' }));
    expect(() => loadModel(folder)).toThrow(/model\.damaged: .*model\.json: format/);
  });
});
