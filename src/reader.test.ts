import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue-words.ts';
import { manualClock } from './core/clock.ts';
import { instant, MINUTE } from './core/instant.ts';
import { loadRuntime } from './language/network/runtime.ts';
import { saveModel } from './language/storage/model-folder.ts';
import { amend } from './language/training/amend.ts';
import { trainFromCorpus } from './language/training/from-corpus.ts';
import { SHIPPED } from './language/training/recipes.ts';
import { writeTinyCorpus } from './language/training/testing/tiny-corpus.ts';
import { TINY } from './language/training/testing/tiny-recipe.ts';
import type { Lexicon } from './language/understanding/slots/reader.ts';
import { createReader } from './reader.ts';

const TEXT = '蓝莓牌空气炸锅什么时候送到';
const NAME = '蓝莓牌空气炸锅';

describe('reading with the model in use', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-reader-'));
  const model = join(folder, 'model');
  const clock = manualClock(instant(Date.parse('2026-01-15T00:00:00.000Z')));
  let warnings: string[];
  let shop: { version: string; words: Lexicon; isDown: boolean; asked: number; read: number };

  const catalogue: Catalogue = {
    async version() {
      shop.asked++;
      if (shop.isDown) throw new Error('the shop is down');
      return shop.version;
    },
    async words() {
      shop.read++;
      return { ...shop.words };
    },
    warn: (error) => warnings.push(String(error)),
  };
  const openReader = (of: Catalogue | undefined = catalogue) =>
    createReader({ model, catalogue: of, clock, warn: (error) => warnings.push(String(error)) });

  beforeAll(async () => {
    const corpus = join(folder, 'corpus');
    writeTinyCorpus(corpus);
    const recipe = amend(SHIPPED, TINY);
    const trained = await trainFromCorpus(await loadRuntime(), { corpus, recipe, hooks: { now: () => 0 } });
    saveModel(model, trained.model, { corpus: 'digest', figures: {} });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    warnings = [];
    shop = { version: '1', words: {}, isDown: false, asked: 0, read: 0 };
  });

  it('[LANG-43] goods that come into the shop are known a minute later, as hints and as slots', async () => {
    const reader = openReader();
    const before = await reader.understand(TEXT);
    const bare = await reader.understand(NAME);
    expect(before.slots.map(({ text }) => text)).not.toContain(NAME);
    shop = { ...shop, version: '2', words: { products: [NAME] } };
    expect(await reader.understand(TEXT)).toEqual(before);
    clock.advance(MINUTE);
    const after = await reader.understand(TEXT);
    expect(after.slots).toContainEqual({ name: 'product', text: NAME, start: 0, end: NAME.length });
    // The model has been told as well.
    expect((await reader.understand(NAME)).intents).not.toEqual(bare.intents);
    expect(await openReader().understand(TEXT)).toEqual(after);
    await reader.close();
  });

  it('[LANG-43] the catalogue is asked for its version once a minute, and read when that has changed', async () => {
    const reader = openReader();
    for (let turn = 0; turn < 3; turn++) await reader.understand(TEXT);
    expect([shop.asked, shop.read]).toEqual([1, 1]);
    clock.advance(MINUTE);
    await reader.understand(TEXT);
    expect([shop.asked, shop.read]).toEqual([2, 1]);
    shop.version = '2';
    clock.advance(MINUTE);
    await Promise.all([reader.understand(TEXT), reader.understand(TEXT)]);
    expect([shop.asked, shop.read]).toEqual([3, 2]);
    await reader.close();
  });

  it('[LANG-43] where it cannot be read, the words known before stay, and every message is read', async () => {
    shop = { ...shop, words: { products: [NAME] } };
    const reader = openReader();
    const known = await reader.understand(TEXT);
    shop.isDown = true;
    clock.advance(MINUTE);
    expect(await reader.understand(TEXT)).toEqual(known);
    expect(warnings).toEqual(['Error: the shop is down']);
    const fresh = openReader();
    expect((await fresh.understand(TEXT)).slots.map(({ text }) => text)).not.toContain(NAME);
    shop.isDown = false;
    clock.advance(MINUTE);
    expect(await fresh.understand(TEXT)).toEqual(known);
    await Promise.all([reader.close(), fresh.close()]);
  });

  it('[LANG-43] a shop that does not answer holds nobody up for long', async () => {
    const reader = openReader({ ...catalogue, version: () => new Promise(() => {}) });
    expect((await reader.understand(TEXT)).intents.length).toBeGreaterThan(0);
    await reader.close();
  });

  it('[LANG-77] a model that cannot be read is told before the shop is asked anything', async () => {
    const reader = createReader({ model: join(folder, 'nowhere'), catalogue, clock, warn: () => {} });
    await expect(reader.understand(TEXT)).rejects.toMatchObject({ code: 'model.missing' });
    expect([shop.asked, shop.read]).toEqual([0, 0]);
    await reader.close();
  });

  it('[LANG-77] is closed after what is being read, and opens again for what comes later', async () => {
    const reader = createReader({ model, warn: () => {} });
    const reading = Promise.all([reader.understand(TEXT), reader.understand('where is my lamp')]);
    await reader.close();
    const [first] = await reading;
    expect(await reader.understand(TEXT)).toEqual(first);
    await reader.close();
    await reader.close();
  });
});
