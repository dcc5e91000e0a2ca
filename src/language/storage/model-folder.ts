import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { forwardGraph } from '../inference/predictor.ts';
import { featureVocabulary } from '../model/features.ts';
import type { Model } from '../model/model.ts';
import { readTokenizer } from '../tokenizer/tokenizer.ts';
import { dequantise, quantise } from './quantise.ts';
import { readTensors, writeTensors } from './safetensors.ts';
import { writeWhole } from './write-whole.ts';

const WEIGHTS = 'weights.safetensors';
const TOKENIZER = 'tokenizer.json';
const DESCRIPTION = 'model.json';
const RARITY = 'features.rarity';
const FORMAT = 1;

const Size = z.int().nonnegative();
const Description = z.object({
  format: z.literal(FORMAT),
  shape: z.object({
    vocabulary: Size,
    width: Size,
    longest: Size,
    features: Size,
    intents: Size,
    tags: Size,
    acts: Size,
    tones: Size,
    sentence: Size,
    layers: Size,
    heads: Size,
    hidden: Size,
    hints: Size,
  }),
  labels: z.object({
    intents: z.array(z.string()),
    tags: z.array(z.string()),
    acts: z.array(z.string()),
    tones: z.array(z.string()),
  }),
  hintKinds: z.array(z.string()),
  intents: z.enum(['one', 'several']),
  temperature: z.number().positive(),
  toneThresholds: z.array(z.number()),
  /** SHA-256 of the other files, and of the corpus it was trained on. */
  digests: z.object({ weights: z.string(), tokenizer: z.string(), corpus: z.string() }),
  /** What was measured when it was made. */
  figures: z.record(z.string(), z.number()),
});

export type ModelDescription = z.infer<typeof Description>;

export const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export function saveModel(
  folder: string,
  model: Model,
  about: { corpus: string; figures: Record<string, number> },
): void {
  mkdirSync(folder, { recursive: true });
  const weights = weightsOf(model);
  const tokenizer = model.tokenizer.toJson();
  const { shape, labels, hintKinds, intents, temperature, toneThresholds } = model;
  const digests = { weights: digestOf(weights), tokenizer: digestOf(tokenizer), corpus: about.corpus };
  const description: ModelDescription = {
    format: FORMAT,
    shape,
    labels,
    hintKinds: [...hintKinds],
    intents,
    temperature,
    toneThresholds: [...toneThresholds],
    digests,
    figures: about.figures,
  };
  writeWhole(join(folder, WEIGHTS), weights);
  writeWhole(join(folder, TOKENIZER), new TextEncoder().encode(tokenizer));
  // Last: it vouches for the others.
  writeWhole(join(folder, DESCRIPTION), new TextEncoder().encode(`${JSON.stringify(description, null, 2)}\n`));
}

function weightsOf(model: Model): Uint8Array {
  const tensors = quantise(model.parameters, shapesOf(model));
  const { names, rarity } = model.features;
  if (names.length > 0) tensors.set(RARITY, { shape: [names.length], data: rarity });
  // A feature holds no line end.
  return writeTensors({ tensors, notes: { format: String(FORMAT), features: names.join('\n') } });
}

/** The model as it comes back from its file, its weights rounded: what is measured is what is kept. */
export function asStored(model: Model): Model {
  return { ...model, ...readWeights(weightsOf(model), WEIGHTS) };
}

function readWeights(bytes: Uint8Array, file: string): Pick<Model, 'parameters' | 'features'> {
  const { tensors, notes } = readTensors(bytes, file);
  const parameters = dequantise(tensors);
  const rarity = parameters.get(RARITY) ?? new Float32Array(0);
  parameters.delete(RARITY);
  const names = notes.features ? notes.features.split('\n') : [];
  if (names.length !== rarity.length)
    throw new AppError('model.damaged', { detail: `${file}: ${names.length} features, ${rarity.length} rarities` });
  return { parameters, features: featureVocabulary(names, rarity) };
}

/** What a model weighs on disk: its weights and its tokenizer. */
export function storedBytes(model: Model): number {
  return weightsOf(model).length + new TextEncoder().encode(model.tokenizer.toJson()).length;
}

function shapesOf(model: Model): Map<string, readonly number[]> {
  const shapes = new Map<string, readonly number[]>();
  forwardGraph(model.shape, (graph, name, size) => {
    shapes.set(name, size);
    return graph.parameter(name, size);
  });
  return shapes;
}

/** Throws `model.missing` or `model.damaged` naming the file. */
export function loadModel(folder: string): Model & { description: ModelDescription } {
  const description = readDescription(folder);
  const weights = read(folder, WEIGHTS);
  const tokenizer = read(folder, TOKENIZER);
  check(folder, WEIGHTS, weights, description.digests.weights);
  check(folder, TOKENIZER, tokenizer, description.digests.tokenizer);
  const { shape, labels, hintKinds, intents, temperature, toneThresholds } = description;
  return {
    shape,
    labels,
    hintKinds,
    intents,
    temperature,
    toneThresholds,
    tokenizer: readTokenizer(new TextDecoder().decode(tokenizer)),
    ...readWeights(weights, join(folder, WEIGHTS)),
    description,
  };
}

export function readDescription(folder: string): ModelDescription {
  const path = join(folder, DESCRIPTION);
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder().decode(read(folder, DESCRIPTION)));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('model.damaged', { cause, detail: `${path}: no JSON` });
  }
  const result = Description.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AppError('model.damaged', { detail: `${path}: ${issue?.path.join('.')}: ${issue?.message}` });
}

function read(folder: string, file: string): Uint8Array {
  try {
    return readFileSync(join(folder, file));
  } catch (cause) {
    throw new AppError('model.missing', { cause, detail: join(folder, file) });
  }
}

function check(folder: string, file: string, bytes: Uint8Array, digest: string): void {
  if (digestOf(bytes) !== digest)
    throw new AppError('model.damaged', { detail: `${join(folder, file)} is not the file that model.json describes` });
}
