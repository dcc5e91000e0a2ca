import type { Recipe } from '../../../src/language/training/fit.ts';
import { recipeFor, SHIPPED } from '../../../src/language/training/recipes.ts';
import { describeMachine, megabytes, percent, points, printTable } from '../../support.ts';
import { measure } from '../measure.ts';
import type { UnderstandingOptions } from '../options.ts';
import { loadSets } from '../public.ts';
import { transformerBy } from '../transformer.ts';
import { measureOnCorpus } from './on-corpus.ts';
import { type Variant, variantsOf } from './variants.ts';

/** What a variant reads right, and what it costs. */
export interface Worth {
  accuracy: number | null;
  slotF1: number | null;
  /** Out of scope against in scope; null where the set has none. */
  auroc: number | null;
  trainingSeconds: number;
  bytes: number;
}

const PUBLIC = ['banking77', 'clinc150'];
const OWN = 'own';

/** The recipe with one thing changed at a time: a training for each row. */
export async function benchAblation(options: UnderstandingOptions): Promise<void> {
  const { sets, epochs } = options;
  const wanted = sets.length > 0 ? sets : [...PUBLIC, OWN];
  const named = wanted.filter((name) => PUBLIC.includes(name));
  if (named.length > 0)
    for (const set of loadSets({ ...options, sets: named }, PUBLIC)) {
      const variants = variantsOf(shortened(recipeFor('one'), epochs), false);
      await printWorth(set.name, variants, ({ recipe }) => measure(transformerBy(recipe), set));
      console.log(
        `\n${set.train.length} rows to learn from, ${set.test.length} scored. ${set.source}; ${set.licence}.`,
      );
    }
  if (!wanted.includes(OWN)) return;
  const variants = variantsOf(shortened(SHIPPED, epochs), true);
  await printWorth('own held-out lines', variants, (variant) => measureOnCorpus(options.corpus, variant));
}

function shortened(recipe: Recipe, epochs: number | null): Recipe {
  return epochs === null ? recipe : { ...recipe, training: { ...recipe.training, epochs } };
}

async function printWorth(
  name: string,
  variants: readonly Variant[],
  worthOf: (variant: Variant) => Promise<Worth>,
): Promise<void> {
  const found: { variant: Variant; worth: Worth }[] = [];
  const started = performance.now();
  for (const variant of variants) {
    const worth = await worthOf(variant);
    found.push({ variant, worth });
    const left = ((performance.now() - started) / found.length) * (variants.length - found.length);
    // Beside the tables: it is of use while one waits, and it keeps what was measured should the rest fail.
    console.error(
      `ablation, ${name}, ${found.length} of ${variants.length}: ${rowOf(variant, worth, null).join(' · ')}; about ${Math.ceil(left / 60_000)} minutes left`,
    );
  }
  const whole = found[0]?.worth ?? null;
  const epochs = variants[0]?.recipe.training.epochs ?? 0;
  printTable(
    `What each part is worth: ${name}, ${epochs} epochs, one seed (${describeMachine()})`,
    HEADER,
    found.map(({ variant, worth }) => rowOf(variant, worth, whole)),
  );
}

const HEADER = ['', 'accuracy', 'points', 'slot F1', 'AUROC', 'training', 'size'];

function rowOf({ name }: Variant, worth: Worth, whole: Worth | null): string[] {
  return [
    name,
    percent(worth.accuracy),
    whole === null || whole === worth ? '–' : points(whole.accuracy, worth.accuracy),
    percent(worth.slotF1),
    worth.auroc?.toFixed(3) ?? '–',
    `${worth.trainingSeconds.toFixed(0)} s`,
    megabytes(worth.bytes),
  ];
}
