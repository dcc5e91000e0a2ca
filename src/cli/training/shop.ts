import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { seededRandom } from '../../core/clock.ts';
import { corpusDigest } from '../../language/corpus/split.ts';
import { readBytes } from '../../language/evaluation/rows.ts';
import type { Model } from '../../language/model/model.ts';
import { loadRuntime } from '../../language/network/runtime.ts';
import { loadModel, saveModel } from '../../language/storage/model-folder.ts';
import { trainingKey } from '../../language/training/measured.ts';
import { SHIPPED } from '../../language/training/recipes.ts';
import { parseApproved } from '../../language/training/shop/approved.ts';
import { shopExamples } from '../../language/training/shop/shop-examples.ts';
import type { ShopWords } from '../../language/training/shop/shop-words.ts';
import { recipeForShop, splitShop, trainForShop } from '../../language/training/shop/tune.ts';
import { CORPUS, lexiconOf, modelInUse, SHIPPED_MODEL, shopModelFolder, type Warn } from '../../reading-model.ts';
import { type CliContext, throughDoor, voice } from '../context.ts';
import { read } from '../door.ts';
import { whyPassedOver } from '../error-words.ts';
import { EXIT, failure } from '../exit.ts';
import { type RecipeOptions, recipeOf } from './options.ts';
import { resumable } from './resume.ts';
import { tellComparison } from './tell-comparison.ts';

export interface ShopOptions extends RecipeOptions {
  corpus?: string;
  model?: string;
  conversations?: string;
  fresh?: boolean;
  json?: boolean;
}

/** The shipped model with the shop's own words; it takes over only where it is better. */
export async function trainShop(context: CliContext, options: ShopOptions): Promise<void> {
  const words = voice(context, options);
  const { say } = words;
  const [corpus, shippedFolder] = [resolve(options.corpus ?? CORPUS), resolve(options.model ?? SHIPPED_MODEL)];
  const shipped = loadModel(shippedFolder);
  const approved = options.conversations
    ? parseApproved(readBytes(resolve(options.conversations)), options.conversations, shipped.labels.intents)
    : { examples: [], skipped: 0 };
  const recipe = recipeOf(recipeForShop(SHIPPED), options);
  const { dataDir, isServed, shop } = await throughDoor(context, options, async (door, config) => ({
    dataDir: config.dataDir,
    isServed: door.url !== null,
    shop: await read<ShopWords>(await door.request('GET', '/local/words')),
  }));
  const examples = [
    ...shopExamples(known(shop, shipped), seededRandom(recipe.training.seed).next),
    ...approved.examples,
  ];
  const { development } = splitShop(examples);
  if (development.length === 0)
    throw failure('train.nothing-of-the-shop', {
      zh: '店铺里没有商品、文章或认可的对话可学。',
      en: 'The shop has no goods, articles or approved conversations to learn from.',
    });
  if (!options.json)
    context.terminal.note(
      say({
        zh: `店铺语句 ${examples.length} 条（其中认可的对话 ${approved.examples.length} 条，未认可跳过 ${approved.skipped} 条），留出 ${development.length} 条。`,
        en: `${examples.length} utterances of the shop (${approved.examples.length} from approved conversations, ${approved.skipped} not approved and skipped), ${development.length} of them held out.`,
      }),
    );
  const own = shopModelFolder(dataDir);
  const warn: Warn = (error) => context.terminal.note(`xiaoer: ${say(whyPassedOver(error))}`);
  const inUse = inUseOf(dataDir, shippedFolder, warn) ?? shipped;
  const run = resumable(context, words, {
    folder: dirname(own),
    key: trainingKey(recipe, corpus, { examples, base: shipped.description.digests }),
    epochs: recipe.training.epochs,
    isFresh: options.fresh === true,
    isSilent: options.json === true,
  });
  const trained = trainForShop(await loadRuntime(), {
    ...{ corpus, recipe, shipped, inUse, examples, hooks: run.hooks },
    lexicon: lexiconOf(shop),
  });
  const { model, comparison, isBetter } = await trained.finally(run.close);
  if (isBetter) replaceModel(own, model, corpusDigest(corpus));
  run.forget();
  tellComparison(context, options, { comparison, isBetter, isServed, folder: own });
  if (!isBetter) context.end(EXIT.kept);
}

/** Articles answer intents of the shop's own choosing; what the model has no name for teaches it nothing. */
function known(shop: ShopWords, { labels }: Model): ShopWords {
  const articles = shop.articles.map(({ title, topics }) => ({
    title,
    topics: topics.filter((topic) => labels.intents.includes(topic)),
  }));
  return { ...shop, articles };
}

/** The shop's own; null where the shipped one reads. */
function inUseOf(dataDir: string, shipped: string, warn: Warn): Model | null {
  const folder = modelInUse(dataDir, warn, shipped);
  if (folder === shipped) return null;
  try {
    return loadModel(folder);
  } catch (error) {
    warn(error);
    return null;
  }
}

/** Made beside and put in place whole: whoever opens it meets the old or the new one. */
function replaceModel(folder: string, model: Model, corpus: string): void {
  const [beside, before] = [`${folder}.part`, `${folder}.before`];
  for (const leftover of [beside, before]) rmSync(leftover, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  saveModel(beside, model, { corpus, figures: {} });
  if (existsSync(folder)) renameSync(folder, before);
  renameSync(beside, folder);
  rmSync(before, { recursive: true, force: true });
}
