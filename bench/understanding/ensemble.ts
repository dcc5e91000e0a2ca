import type { Row } from '../../src/language/evaluation/rows.ts';
import { recipeFor } from '../../src/language/training/recipes.ts';
import type { Contest, Contestant, Prediction, Reader } from './contestant.ts';
import { transformerBy } from './transformer.ts';

const SEEDS = [1, 2, 3];

/** The same network three times from other seeds, their log-probabilities added up: what is left to gain by averaging alone. */
export const ensemble: Contestant = { name: 'three Transformers', train };

async function train(rows: readonly Row[], contest: Contest): Promise<Reader> {
  const readers: Reader[] = [];
  for (const seed of SEEDS) {
    const recipe = recipeFor(contest.isMultiLabel ? 'several' : 'one');
    readers.push(await transformerBy({ ...recipe, training: { ...recipe.training, seed } }).train(rows, contest));
  }
  return {
    bytes: readers.reduce((sum, { bytes }) => sum + bytes, 0),
    read: async (row) => together(await Promise.all(readers.map((reader) => reader.read(row)))),
  };
}

function together(predictions: readonly Prediction[]): Prediction {
  const logs = new Map<string, number>();
  for (const { intents } of predictions)
    for (const { name, probability } of intents)
      logs.set(name, (logs.get(name) ?? 0) + Math.log(probability + 1e-9) / predictions.length);
  const intents = [...logs].map(([name, log]) => ({ name, probability: Math.exp(log) }));
  return {
    intents: intents.sort((a, b) => b.probability - a.probability),
    slots: predictions[0]?.slots ?? null,
    outOfScope: predictions.reduce((sum, { outOfScope }) => sum + outOfScope, 0),
  };
}
