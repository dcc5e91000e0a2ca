import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../core/clock.ts';
import type { Example } from '../../corpus/examples.ts';
import { loadRuntime } from '../../network/runtime.ts';
import { asStored } from '../../storage/model-folder.ts';
import { amend } from '../amend.ts';
import { trainFromCorpus } from '../from-corpus.ts';
import { SHIPPED } from '../recipes.ts';
import { writeTinyCorpus } from '../testing/tiny-corpus.ts';
import { TINY } from '../testing/tiny-recipe.ts';
import { parseApproved } from './approved.ts';
import { objectionsTo } from './comparison.ts';
import { shopExamples } from './shop-examples.ts';
import { WORDS } from './testing/words.ts';
import { recipeForShop, trainForShop } from './tune.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('approved conversations', () => {
  const INTENTS = ['track_order', 'find_product'];

  it('[LANG-76] only approved lines count, with their slots and their language', () => {
    const lines = [
      { text: '我的跑鞋呢', intent: 'track_order', slots: [{ name: 'product', start: 2, end: 4 }], approved: true },
      { text: 'where is it', intent: 'track_order', approved: true, conversation: 'c-1' },
      { text: '不算', intent: 'track_order', approved: false },
      { text: '也不算', intent: 'no_such_intent' },
    ];
    const { examples, skipped } = parseApproved(
      bytes(lines.map((line) => JSON.stringify(line)).join('\n')),
      'f',
      INTENTS,
    );
    expect(skipped).toBe(2);
    expect(examples.map(({ text, locale }) => [text, locale])).toEqual([
      ['我的跑鞋呢', 'zh'],
      ['where is it', 'en'],
    ]);
    expect(examples[0]?.slots).toEqual([{ name: 'product', text: '跑鞋', start: 2, end: 4 }]);
  });

  it.each([
    ['{"text": "a", "intent": "fly", "approved": true}', 'f:1: there is no intent fly'],
    ['\n{"text": "a"}', 'f:2: intent'],
    ['{"text": "a", "intent": "track_order", "approved": "yes"}', 'f:1: approved'],
    [
      '{"text": "a", "intent": "track_order", "approved": true, "slots": [{"name": "product", "start": 0, "end": 4}]}',
      'f:1: slot product',
    ],
    ['{', 'f:1: not JSON'],
  ])('[LANG-76] %j is refused with its line', (line, why) => {
    expect(() => parseApproved(bytes(line), 'f', INTENTS)).toThrow(why);
  });
});

describe('taking over', () => {
  it('[LANG-77] goes on from the shipped model with its words and labels, and reads the shop’s messages better', async () => {
    const corpus = mkdtempSync(join(tmpdir(), 'xiaoer-corpus-'));
    try {
      writeTinyCorpus(corpus);
      const runtime = await loadRuntime();
      const recipe = amend(SHIPPED, TINY);
      const hooks = { now: () => 0 };
      const shipped = asStored((await trainFromCorpus(runtime, { corpus, recipe, hooks })).model);
      const { training, development } = shopExamples(WORDS, [], seededRandom(2).next);
      const known = ({ intent }: Example) => shipped.labels.intents.includes(intent);
      const examples = { training: training.filter(known), development: development.filter(known) };
      const { model, comparison, objections } = await trainForShop(runtime, {
        ...{ corpus, recipe: amend(recipe, { training: { epochs: 4 } }), shipped, own: null, hooks, examples },
        lexicon: { products: WORDS.products.flatMap(({ zh }) => zh ?? []) },
      });
      expect(model.labels).toEqual(shipped.labels);
      expect(model.tokenizer).toBe(shipped.tokenizer);
      expect(comparison.shop.old.messages).toBe(examples.development.length);
      expect(comparison.general.old).toEqual(comparison.general.shipped);
      expect(objections).toEqual(objectionsTo(comparison));
      expect(comparison.shop.new.top1 ?? 0).toBeGreaterThan(comparison.shop.old.top1 ?? 1);
    } finally {
      rmSync(corpus, { recursive: true, force: true });
    }
  });

  it('[LANG-77] the recipe for a shop is shorter and gentler', () => {
    const { epochs, rate } = recipeForShop(SHIPPED).training;
    expect([epochs < SHIPPED.training.epochs, rate < SHIPPED.training.rate]).toEqual([true, true]);
  });
});
