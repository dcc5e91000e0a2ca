import { describe, expect, it } from 'vitest';
import { recipeFor } from '../../../src/language/training/recipes.ts';
import { variantsOf } from './variants.ts';

const recipe = recipeFor('one');
const two = { ...recipe, shape: { ...recipe.shape, width: 128, hidden: 512, layers: 2 } };

describe('the variants of a recipe', () => {
  it('begin with the recipe itself; every other differs in one thing and has a name of its own', () => {
    const [first, ...others] = variantsOf(two, true);
    expect(first?.recipe).toBe(two);
    const written = others.map(({ recipe: varied, without }) => JSON.stringify([varied, without]));
    expect(new Set(written).size).toBe(others.length);
    expect(written).not.toContain(JSON.stringify([two, []]));
    expect(new Set(others.map(({ name }) => name)).size).toBe(others.length);
  });

  it('leave the recipe as it was', () => {
    const before = JSON.stringify(two);
    variantsOf(two, true);
    expect(JSON.stringify(two)).toBe(before);
  });

  it('leave parts of the corpus out where it is the corpus that is trained on, and only there', () => {
    const parts = (isCorpus: boolean) => variantsOf(two, isCorpus).flatMap(({ without }) => without);
    expect(parts(true).sort()).toEqual(['concepts', 'context', 'grammar', 'hints', 'noise']);
    expect(parts(false)).toEqual([]);
  });

  it('do not repeat the size that the recipe has, and widen the feed-forward networks with the rest', () => {
    const named = new Map(variantsOf(two, false).map((variant) => [variant.name, variant.recipe.shape]));
    expect([named.has('2 layers'), named.has('width 128')]).toEqual([false, false]);
    expect(named.get('width 192')).toMatchObject({ width: 192, hidden: 768, layers: 2 });
    expect(named.get('4 layers')).toMatchObject({ width: 128, hidden: 512, layers: 4 });
  });

  it('n-grams alone are learned by the common loss, whatever the recipe weighs', () => {
    const apart = { ...two.training, weights: { ...two.training.weights, joint: 0, branches: 1 } };
    const alone = variantsOf({ ...two, training: apart }, false).find(({ name }) => name.startsWith('without encoder'));
    expect(alone?.recipe.training.weights).toMatchObject({ joint: 1, branches: 0 });
    expect(alone?.recipe.shape.layers).toBe(0);
  });
});
