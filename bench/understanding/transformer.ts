import type { Row } from '../../src/language/evaluation/rows.ts';
import { createModelReader } from '../../src/language/inference/reader.ts';
import { createInput } from '../../src/language/model/input.ts';
import { loadRuntime } from '../../src/language/network/runtime.ts';
import { storedBytes } from '../../src/language/storage/model-folder.ts';
import { fit, openModel } from '../../src/language/training/fit.ts';
import { recipeFor } from '../../src/language/training/recipes.ts';
import type { Contest, Contestant, Reader } from './contestant.ts';

/** The project's own network, trained from nothing on the rows alone. */
export const transformer: Contestant = { name: 'Transformer + n-grams', train };

async function train(rows: readonly Row[], { isMultiLabel, outOfScope }: Contest): Promise<Reader> {
  const runtime = await loadRuntime();
  const recipe = recipeFor(isMultiLabel ? 'several' : 'one');
  const model = await fit(runtime, { rows, development: [] }, recipe, { now: () => performance.now() });
  const { longest, buckets } = model.shape;
  const encode = createInput({ tokenizer: model.tokenizer, longest, buckets, rarity: model.rarity });
  const readAll = createModelReader(model, encode, await openModel(runtime, model, 1));
  return {
    bytes: storedBytes(model),
    async read(row) {
      const [reading] = await readAll([{ text: row.text, context: row }]);
      if (!reading) throw new Error('nothing was read');
      const { intents, slots } = reading;
      const nothing = intents.find(({ name }) => name === outOfScope)?.probability ?? 0;
      const best = intents.find(({ name }) => name !== outOfScope)?.probability ?? 0;
      return { intents, slots, outOfScope: logit(nothing) - logit(best) };
    },
  };
}

const logit = (probability: number): number => Math.log(probability + 1e-9) - Math.log(1 - probability + 1e-9);
