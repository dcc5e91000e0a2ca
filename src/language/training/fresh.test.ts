import { describe, expect, it } from 'vitest';
import type { Row } from '../evaluation/rows.ts';
import { loadRuntime } from '../network/runtime.ts';
import { amend } from './amend.ts';
import { evaluateFresh, isMultiLabel } from './fresh.ts';
import { recipeFor } from './recipes.ts';
import { TINY } from './testing/tiny-recipe.ts';

const COLOURS = ['red', 'blue', 'green', 'black', 'white', 'grey', 'pink', 'brown'];
const hooks = { now: () => performance.now() };

/** `offset` parts what is learned from and what is scored. */
function rows(offset: number): Row[] {
  return COLOURS.flatMap((colour, at) => {
    if (at % 2 !== offset) return [];
    const slot = (before: string) => [{ name: 'colour', start: before.length, end: before.length + colour.length }];
    return [
      { text: `where is my ${colour} parcel`, intents: ['track'], slots: slot('where is my ') },
      { text: `please return the ${colour} shoes`, intents: ['return'], slots: slot('please return the ') },
      { text: `what is the capital of ${colour} land`, intents: ['oos'], slots: [] },
    ];
  });
}

describe('a fresh model on rows', () => {
  it('[LANG-78] learns from one half and is scored on the other: accuracy, F1, slots, out of scope, time and size', async () => {
    const figures = await evaluateFresh(
      await loadRuntime(),
      { train: rows(0), test: rows(1) },
      amend(recipeFor('one'), TINY),
      hooks,
    );
    expect(figures).toMatchObject({ train: 12, test: 12 });
    for (const measure of ['accuracy', 'macroF1', 'microF1', 'slotF1', 'auroc', 'calibrationError'] as const) {
      expect([measure, figures[measure]]).toEqual([measure, expect.any(Number)]);
      expect(figures[measure]).toBeGreaterThanOrEqual(0);
      expect(figures[measure]).toBeLessThanOrEqual(1);
    }
    expect(figures.accuracy).toBeGreaterThan(0.6);
    expect(figures.auroc).toBeGreaterThan(0.6);
    expect(figures.trainingSeconds).toBeGreaterThan(0);
    expect(figures.microseconds).toBeGreaterThan(0);
    expect(figures.bytes).toBeGreaterThan(1_000);
  });

  it('[LANG-78] several intents a message: each is a question of its own', async () => {
    const both = rows(0).map(
      (row): Row => ({ ...row, intents: row.intents[0] === 'oos' ? [] : [...row.intents, 'shop'] }),
    );
    expect([isMultiLabel(rows(0)), isMultiLabel(both)]).toEqual([false, true]);
    const { microF1, auroc, calibrationError } = await evaluateFresh(
      await loadRuntime(),
      { train: both, test: both },
      amend(recipeFor('several'), TINY),
      hooks,
    );
    expect(microF1).toBeGreaterThan(0.5);
    expect([auroc, calibrationError]).toEqual([null, null]);
  });
});
