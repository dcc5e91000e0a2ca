import type { Row } from '../../src/language/evaluation/rows.ts';
import { openModelReader } from '../../src/language/inference/open.ts';
import { loadRuntime } from '../../src/language/network/runtime.ts';
import { asStored, storedBytes } from '../../src/language/storage/model-folder.ts';
import { fit, type Recipe } from '../../src/language/training/fit.ts';
import { recipeFor } from '../../src/language/training/recipes.ts';
import type { Contest, Contestant, Reader } from './contestant.ts';

const NAME = 'Transformer + n-grams';

/** The project's own network, trained from nothing on the rows alone. */
export const transformer: Contestant = {
  name: NAME,
  train: (rows, contest) => train(recipeFor(contest.isMultiLabel ? 'several' : 'one'), rows, contest),
};

export function transformerBy(recipe: Recipe): Contestant {
  return { name: NAME, train: (rows, contest) => train(recipe, rows, contest) };
}

async function train(recipe: Recipe, rows: readonly Row[], { outOfScope }: Contest): Promise<Reader> {
  const runtime = await loadRuntime();
  const model = await fit(runtime, { rows, development: [] }, recipe, { now: () => performance.now() });
  const { read } = await openModelReader(runtime, asStored(model), { threads: 1 });
  return {
    bytes: storedBytes(model),
    async read(row) {
      const [reading] = await read([{ text: row.text, context: row }]);
      if (!reading) throw new Error('nothing was read');
      const { intents, slots } = reading;
      const nothing = intents.find(({ name }) => name === outOfScope)?.probability ?? 0;
      const best = intents.find(({ name }) => name !== outOfScope)?.probability ?? 0;
      return { intents, slots, outOfScope: logit(nothing) - logit(best) };
    },
  };
}

const logit = (probability: number): number => Math.log(probability + 1e-9) - Math.log(1 - probability + 1e-9);
