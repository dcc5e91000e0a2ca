import { readFileSync } from 'node:fs';
import { AppError } from '../../core/errors.ts';
import { amend, withOptimizer } from '../../language/training/amend.ts';
import type { Recipe } from '../../language/training/fit.ts';
import type { OptimizerName } from '../../language/training/optimizer.ts';
import type { CommonOptions } from '../context.ts';
import { failure } from '../exit.ts';

/** What may be changed of any training. */
export interface RecipeOptions extends CommonOptions {
  epochs?: string;
  seed?: string;
  optimizer?: OptimizerName;
  threads?: string;
  recipe?: string;
}

/** The recipe as the command line has it. @throws AppError `cli.number` or `recipe.bad` */
export function recipeOf(base: Recipe, { epochs, seed, threads, optimizer, recipe }: RecipeOptions): Recipe {
  const amended = recipe === undefined ? base : amend(base, readJson(recipe));
  const { training, ...rest } = optimizer ? withOptimizer(amended, optimizer) : amended;
  return {
    ...rest,
    training: {
      ...training,
      epochs: wholeNumber('--epochs', epochs, 1) ?? training.epochs,
      seed: wholeNumber('--seed', seed, 0) ?? training.seed,
      threads: wholeNumber('--threads', threads, 1) ?? training.threads,
    },
  };
}

function wholeNumber(name: string, given: string | undefined, least: number): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (/^\d+$/.test(given) && Number.isSafeInteger(value) && value >= least) return value;
  throw failure('cli.number', {
    zh: `${name} 应该是不小于 ${least} 的整数，不是 ${given}。`,
    en: `${name} must be a whole number from ${least} on, not ${given}.`,
  });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new AppError('recipe.bad', { cause, detail: `${file} cannot be read as JSON` });
  }
}
