import { describe, expect, it } from 'vitest';
import { amend, withOptimizer } from './amend.ts';
import { recipeFor, SHIPPED } from './recipes.ts';
import { TINY } from './testing/tiny-recipe.ts';

describe('a recipe', () => {
  it('[LANG-70] is changed member by member', () => {
    expect(amend(SHIPPED, { training: { epochs: 2 } })).toEqual({
      ...SHIPPED,
      training: { ...SHIPPED.training, epochs: 2 },
    });
    for (const recipe of [SHIPPED, recipeFor('one'), recipeFor('several')]) expect(amend(recipe, {})).toEqual(recipe);
    expect(amend(SHIPPED, TINY).shape).toMatchObject(TINY.shape);
    expect(amend(SHIPPED, { shape: { layers: 0, features: 0 }, training: { rate: 0 } }).shape.layers).toBe(0);
  });

  it.each<[unknown, string]>([
    [[], 'the recipe must be an object'],
    [null, 'the recipe must be an object'],
    [{ shape: 64 }, 'shape must be an object'],
    [{ training: { epoch: 2 } }, 'training.epoch: there are epochs, batch,'],
    [{ training: { toString: 2 } }, 'training.toString: there are'],
    [{ shape: { width: '64' } }, 'shape.width: '],
    [{ training: { batch: 0 } }, 'training.batch: '],
    [{ training: { epochs: 1.5 } }, 'training.epochs: '],
    [{ training: { epochs: null } }, 'training.epochs: '],
    [{ training: { optimizer: 'adam' } }, 'training.optimizer: .*"adamw"\\|"gradient-descent"'],
    [{ training: { rate: -1 } }, 'training.rate: '],
    [{ training: { rate: Number.NaN } }, 'training.rate: '],
    [{ training: { weights: { names: Number.POSITIVE_INFINITY } } }, 'training.weights.names: '],
    [{ shape: { heads: 0 } }, 'shape.heads: '],
    [{ shape: { heads: 3 } }, 'shape.heads: must divide shape.width'],
    [{ shape: { longest: 20 } }, 'shape.longest: '],
    [{ featureDropout: 1 }, 'featureDropout: '],
  ])('[LANG-70] %j is refused by the member’s name', (changes, why) => {
    expect(() => amend(SHIPPED, changes)).toThrow(new RegExp(`^recipe\\.bad: ${why}`));
  });

  it('[LANG-70] plain gradient descent takes the larger steps that it needs', () => {
    expect(withOptimizer(SHIPPED, 'gradient-descent').training.rate).toBeGreaterThan(SHIPPED.training.rate);
  });
});
