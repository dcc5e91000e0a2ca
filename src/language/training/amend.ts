import { AppError } from '../../core/errors.ts';
import type { Recipe } from './fit.ts';

/** The recipe with the members that `changes` names. Throws `recipe.bad` naming a member that no recipe has or that is of another kind. */
export function amend(recipe: Recipe, changes: unknown): Recipe {
  return merged(recipe, changes, []) as Recipe;
}

function merged(old: unknown, changed: unknown, path: readonly string[]): unknown {
  const where = path.join('.') || 'the recipe';
  if (isRecord(old)) {
    if (!isRecord(changed)) throw new AppError('recipe.bad', { detail: `${where} must be an object` });
    const unknown = Object.keys(changed).find((name) => !(name in old));
    if (unknown !== undefined)
      throw new AppError('recipe.bad', {
        detail: `${[...path, unknown].join('.')}: there are ${Object.keys(old).join(', ')}`,
      });
    const members = Object.entries(old).map(([name, value]) => [
      name,
      name in changed ? merged(value, changed[name], [...path, name]) : value,
    ]);
    return Object.fromEntries(members);
  }
  if (typeof changed !== typeof old || (typeof changed === 'number' && !(changed >= 0)))
    throw new AppError('recipe.bad', {
      detail: `${where} must be ${typeof old === 'number' ? 'a number from 0' : `a ${typeof old}`}`,
    });
  return changed;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Plain gradient descent needs far larger steps than AdamW, which divides each by the size of its gradients. */
const STEPS = { rate: 0.3, tableRate: 5 };

/** The recipe with another optimizer and steps that suit it. */
export function withOptimizer(recipe: Recipe, optimizer: Recipe['training']['optimizer']): Recipe {
  if (optimizer === recipe.training.optimizer) return recipe;
  return { ...recipe, training: { ...recipe.training, optimizer, ...(optimizer === 'gradient-descent' ? STEPS : {}) } };
}
