import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { Parameters } from '../network/parameters.ts';
import { readTensors, type StoredTensor, writeTensors } from '../storage/safetensors.ts';
import { writeWhole } from '../storage/write-whole.ts';
import type { EpochRecord, TrainingState } from './options.ts';

const PARTS = ['parameters', 'moments', 'average', 'best'] as const;

/** `recipe` names what is being trained: a checkpoint of another recipe or corpus is not gone on from. */
export function saveCheckpoint(path: string, state: TrainingState, recipe: string): void {
  const tensors = new Map<string, StoredTensor>();
  const parts: Record<(typeof PARTS)[number], Parameters | null> = {
    parameters: state.parameters,
    moments: state.moments,
    average: state.average,
    best: state.best?.parameters ?? null,
  };
  for (const part of PARTS)
    for (const [name, data] of parts[part] ?? []) tensors.set(`${part}/${name}`, { shape: [data.length], data });
  const { epoch, step, random, curve, best } = state;
  const kept = { epoch, step, random, curve, best: best && { epoch: best.epoch, score: best.score } };
  writeWhole(path, writeTensors({ tensors, notes: { recipe, state: JSON.stringify(kept) } }));
}

const Kept = z.object({
  epoch: z.int().nonnegative(),
  step: z.int().nonnegative(),
  random: z.int().nonnegative(),
  curve: z.array(
    z.object({ epoch: z.int(), loss: z.number(), score: z.number().nullable(), seconds: z.number() }),
  ) satisfies z.ZodType<EpochRecord[]>,
  best: z.object({ epoch: z.int(), score: z.number() }).nullable(),
});

/** Null where there is none, or only one of another recipe. Throws `model.damaged`. */
export function loadCheckpoint(path: string, recipe: string): TrainingState | null {
  if (!existsSync(path)) return null;
  const { tensors, notes } = readTensors(readFileSync(path), path);
  if (notes.recipe !== recipe) return null;
  const part = (wanted: (typeof PARTS)[number]): Parameters => {
    const found: Parameters = new Map();
    for (const [name, { data }] of tensors)
      if (name.startsWith(`${wanted}/`) && data instanceof Float32Array) found.set(name.slice(wanted.length + 1), data);
    return found;
  };
  try {
    const { best, ...kept } = Kept.parse(JSON.parse(notes.state ?? ''));
    return {
      ...kept,
      parameters: part('parameters'),
      moments: part('moments'),
      average: part('average'),
      best: best && { ...best, parameters: part('best') },
    };
  } catch (cause) {
    throw new AppError('model.damaged', { cause, detail: `${path}: its state cannot be read` });
  }
}
