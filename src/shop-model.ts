import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from './core/errors.ts';
import type { Model } from './language/model/model.ts';
import { readDescription, saveModel } from './language/storage/model-folder.ts';
import { digestOf, readIfThere } from './language/storage/vouched-files.ts';
import { writeWhole } from './language/storage/write-whole.ts';
import { makeFolder } from './platform/folder.ts';

/** Says which of the folders beside it holds the model that counts. */
const POINTER = 'understanding.json';
const UNFINISHED = 'understanding.part';
const Pointer = z.object({ folder: z.string().regex(/^understanding-[0-9a-f]{16}$/) });

/** Where a shop's own models lie. */
export function shopModels(dataDir: string): string {
  return join(dataDir, 'models');
}

/**
 * The folder of the shop's own model, once `xiaoer train --shop` has taken one over; null before.
 * @throws AppError `model.damaged` where what says so cannot be read
 */
export function shopModelFolder(dataDir: string): string | null {
  const path = join(shopModels(dataDir), POINTER);
  const bytes = readIfThere(path);
  if (!bytes) return null;
  try {
    return join(shopModels(dataDir), Pointer.parse(JSON.parse(new TextDecoder().decode(bytes))).folder);
  } catch (cause) {
    throw new AppError('model.damaged', { cause, detail: `${path} names no model` });
  }
}

/**
 * Puts a model in the place of the shop's own. Each lies in a folder of its own, named after what is in it, and one file says which counts:
 * whenever the process dies it is the old one or the new one. What died half-way is cleared up by the next.
 */
export function keepShopModel(
  dataDir: string,
  model: Model,
  about: { corpus: string; figures: Record<string, number> },
): string {
  const models = shopModels(dataDir);
  makeFolder(models);
  const unfinished = join(models, UNFINISHED);
  rmSync(unfinished, { recursive: true, force: true });
  saveModel(unfinished, model, about);
  const name = `understanding-${digestOf(JSON.stringify(readDescription(unfinished))).slice(0, 16)}`;
  const folder = join(models, name);
  // The same model once more mends what may have happened to its files.
  if (existsSync(folder)) saveModel(folder, model, about);
  else renameSync(unfinished, folder);
  writeWhole(join(models, POINTER), new TextEncoder().encode(`${JSON.stringify({ folder: name })}\n`));
  for (const other of readdirSync(models))
    if (/^understanding\b/.test(other) && other !== name && other !== POINTER)
      rmSync(join(models, other), { recursive: true, force: true });
  return folder;
}
