import { AppError } from '../../core/errors.ts';
import type { Recipe } from './fit.ts';
import { RecipeSchema } from './recipe-schema.ts';

/** The recipe with the members that `changes` names. Throws `recipe.bad` naming a member that no recipe has, that is of another kind or out of its range. */
export function amend(recipe: Recipe, changes: unknown): Recipe {
  const result = RecipeSchema.safeParse(merged(recipe, changes, []));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AppError('recipe.bad', { detail: `${issue?.path.join('.')}: ${issue?.message}` });
}

function merged(old: unknown, changed: unknown, path: readonly string[]): unknown {
  if (!isRecord(old)) return changed;
  if (!isRecord(changed))
    throw new AppError('recipe.bad', { detail: `${path.join('.') || 'the recipe'} must be an object` });
  const unknown = Object.keys(changed).find((name) => !Object.hasOwn(old, name));
  if (unknown !== undefined)
    throw new AppError('recipe.bad', {
      detail: `${[...path, unknown].join('.')}: there are ${Object.keys(old).join(', ')}`,
    });
  const members = Object.entries(old).map(([name, value]) => [
    name,
    Object.hasOwn(changed, name) ? merged(value, changed[name], [...path, name]) : value,
  ]);
  return Object.fromEntries(members);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Plain gradient descent needs far larger steps than AdamW, which divides each by the size of its gradients. */
const STEPS = { rate: 0.3, tableRate: 5, phrasingRate: 1 };

/** The recipe with another optimizer and steps that suit it. */
export function withOptimizer(recipe: Recipe, optimizer: Recipe['training']['optimizer']): Recipe {
  if (optimizer === recipe.training.optimizer) return recipe;
  return { ...recipe, training: { ...recipe.training, optimizer, ...(optimizer === 'gradient-descent' ? STEPS : {}) } };
}
