import { resolve } from 'node:path';
import { seededRandom } from '../../core/clock.ts';
import type { Example } from '../../language/corpus/examples.ts';
import { loadIntents } from '../../language/corpus/intents.ts';
import { corpusDigest, type Split } from '../../language/corpus/split.ts';
import { readBytes } from '../../language/evaluation/rows.ts';
import type { Model } from '../../language/model/model.ts';
import { loadRuntime } from '../../language/network/runtime.ts';
import { loadModel, type StoredModel } from '../../language/storage/model-folder.ts';
import type { Recipe } from '../../language/training/fit.ts';
import { trainingKey } from '../../language/training/measured.ts';
import { SHIPPED } from '../../language/training/recipes.ts';
import { parseApproved } from '../../language/training/shop/approved.ts';
import { shopReport } from '../../language/training/shop/report.ts';
import { shopReportPage } from '../../language/training/shop/report-page.ts';
import { shopExamples } from '../../language/training/shop/shop-examples.ts';
import type { ShopWords } from '../../language/training/shop/shop-words.ts';
import { recipeForShop, trainForShop } from '../../language/training/shop/tune.ts';
import { VERSION } from '../../platform/version.ts';
import { CORPUS, lexiconOf, modelInUse, SHIPPED_MODEL, type Warn } from '../../reading-model.ts';
import { keepShopModel, shopModels } from '../../shop-model.ts';
import { type CliContext, throughDoor, voice } from '../context.ts';
import { read } from '../door.ts';
import { whyPassedOver } from '../error-words.ts';
import { EXIT, failure } from '../exit.ts';
import { lockModels } from './lock.ts';
import { type RecipeOptions, recipeOf } from './options.ts';
import { resumable } from './resume.ts';
import { tellComparison } from './tell-comparison.ts';
import { prepareWritable, writeReport } from './write.ts';

export interface ShopOptions extends RecipeOptions {
  corpus?: string;
  model?: string;
  out?: string;
  report?: string;
  conversations?: string;
  fresh?: boolean;
  json?: boolean;
}

/** What is trained with, before a folder is touched. */
interface Prepared {
  corpus: string;
  shippedFolder: string;
  shipped: StoredModel;
  recipe: Recipe;
  report: string | null;
  examples: Split<Example>;
  shop: ShopWords;
  dataDir: string;
  isServed: boolean;
}

/** The shipped model with the shop's own words; it takes over only where it is better. */
export async function trainShop(context: CliContext, options: ShopOptions): Promise<void> {
  const prepared = await prepare(context, options);
  const lock = lockModels(prepared.dataDir);
  try {
    await train(context, options, prepared);
  } finally {
    lock.release();
  }
}

async function prepare(context: CliContext, options: ShopOptions): Promise<Prepared> {
  if (options.out !== undefined)
    throw failure('cli.shop-out', {
      zh: '店铺的模型放在数据目录里：--shop 不和 --out 一起用。',
      en: 'A shop’s model lies in its data folder: --shop takes no --out.',
    });
  const [corpus, shippedFolder] = [resolve(options.corpus ?? CORPUS), resolve(options.model ?? SHIPPED_MODEL)];
  const shipped = loadModel(shippedFolder);
  const approved = options.conversations
    ? parseApproved(readBytes(resolve(options.conversations)), options.conversations, shipped.labels.intents)
    : { examples: [], skipped: 0 };
  const recipe = recipeOf(recipeForShop(SHIPPED), options);
  const report = options.report === undefined ? null : resolve(options.report);
  const { dataDir, isServed, shop } = await throughDoor(context, options, async (door, config) => ({
    dataDir: config.dataDir,
    isServed: door.url !== null,
    shop: await read<ShopWords>(await door.request('GET', '/local/words')),
  }));
  const examples = known(
    shopExamples(topicsKnown(shop, shipped), approved.examples, seededRandom(recipe.training.seed).next),
    shipped,
  );
  const [count, held] = [examples.training.length + examples.development.length, examples.development.length];
  if (held === 0)
    throw failure('train.nothing-of-the-shop', {
      zh: '店铺里没有足够的商品、文章或认可的对话可学。',
      en: 'The shop has too few goods, articles or approved conversations to learn from.',
    });
  if (report !== null) prepareWritable(report, '--report');
  const { say } = voice(context, options);
  if (!options.json)
    context.terminal.note(
      say({
        zh: `店铺语句 ${count} 条（其中认可的对话 ${approved.examples.length} 条，未认可跳过 ${approved.skipped} 条），留出 ${held} 条。`,
        en: `${count} utterances of the shop (${approved.examples.length} from approved conversations, ${approved.skipped} not approved and skipped), ${held} of them held out.`,
      }),
    );
  return { corpus, shippedFolder, shipped, recipe, report, examples, shop, dataDir, isServed };
}

async function train(context: CliContext, options: ShopOptions, prepared: Prepared): Promise<void> {
  const { corpus, shipped, recipe, report, examples, dataDir, isServed } = prepared;
  const words = voice(context, options);
  const runtime = await loadRuntime();
  const warn: Warn = (error) => context.terminal.note(`xiaoer: ${words.say(whyPassedOver(error))}`);
  const by = { engine: runtime.name, version: VERSION };
  const run = resumable(context, words, {
    folder: shopModels(dataDir),
    key: trainingKey(recipe, corpus, by, { examples, base: shipped.description.digests }),
    epochs: recipe.training.epochs,
    isFresh: options.fresh === true,
    isSilent: options.json === true,
  });
  const training = trainForShop(runtime, {
    ...{ corpus, recipe, shipped, examples, hooks: run.hooks },
    own: ownOf(dataDir, prepared.shippedFolder, warn),
    lexicon: lexiconOf(prepared.shop),
  });
  const trained = await training.finally(run.close);
  const digest = corpusDigest(corpus);
  const isBetter = trained.objections.length === 0;
  const folder = isBetter ? keepShopModel(dataDir, trained.model, { corpus: digest, figures: {} }) : null;
  if (report !== null) {
    const messages = { training: examples.training.length, development: examples.development.length };
    const about = { corpus: { digest, intents: loadIntents(corpus) }, recipe, messages };
    const content = shopReport(trained, about);
    writeReport(report, content, shopReportPage(content, words.locale));
  }
  run.forget();
  tellComparison(context, options, { trained, folder, report, isServed });
  if (!isBetter) context.end(EXIT.kept);
}

/** What the model has no name for teaches it nothing. */
function known({ training, development }: Split<Example>, { labels }: Model): Split<Example> {
  const isKnown = ({ intent }: Example) => labels.intents.includes(intent);
  return { training: training.filter(isKnown), development: development.filter(isKnown) };
}

/** Articles answer intents of the shop's own choosing. */
function topicsKnown(shop: ShopWords, { labels }: Model): ShopWords {
  const articles = shop.articles.map(({ title, topics }) => ({
    title,
    topics: topics.filter((topic) => labels.intents.includes(topic)),
  }));
  return { ...shop, articles };
}

/** The shop's own that reads now; null where the shipped one does. */
function ownOf(dataDir: string, shipped: string, warn: Warn): Model | null {
  const folder = modelInUse(dataDir, warn, shipped);
  if (folder === shipped) return null;
  try {
    return loadModel(folder);
  } catch (error) {
    warn(error);
    return null;
  }
}
