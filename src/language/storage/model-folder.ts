import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { forwardGraph } from '../inference/predictor.ts';
import { featureVocabulary } from '../model/features.ts';
import { INPUT_CODE } from '../model/input-code.ts';
import type { Model } from '../model/model.ts';
import { readTokenizer } from '../tokenizer/tokenizer.ts';
import { dequantise, quantise } from './quantise.ts';
import { readTensors, writeTensors } from './safetensors.ts';
import { digestOf, readIfThere, readVouched, writeVouched } from './vouched-files.ts';

const WEIGHTS = 'weights.safetensors';
const TOKENIZER = 'tokenizer.json';
const DESCRIPTION = 'model.json';
const RARITY = 'features.rarity';
/** Of the files and of the network whose numbers they hold: 1 had one head for boundaries and names together. */
const FORMAT = 2;

const Size = z.int().nonnegative();
const Format = z.object({ format: z.int() });
const Description = z.object({
  format: z.literal(FORMAT),
  /** INPUT_CODE of the program that made it; the first models did not say so. */
  inputCode: z.int().default(1),
  shape: z.object({
    vocabulary: Size,
    width: Size,
    longest: Size,
    features: Size,
    /** The first models had none. */
    featuresHidden: Size.default(0),
    intents: Size,
    slots: Size,
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
    slots: z.array(z.string()),
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

/** The old model stays whole until the new one is. */
export function saveModel(
  folder: string,
  model: Model,
  about: { corpus: string; figures: Record<string, number> },
): void {
  const weights = weightsOf(model);
  const tokenizer = new TextEncoder().encode(model.tokenizer.toJson());
  const { shape, labels, hintKinds, intents, temperature, toneThresholds } = model;
  const digests = { weights: digestOf(weights), tokenizer: digestOf(tokenizer), corpus: about.corpus };
  const description: ModelDescription = {
    format: FORMAT,
    inputCode: INPUT_CODE,
    shape,
    labels,
    hintKinds: [...hintKinds],
    intents,
    temperature,
    toneThresholds: [...toneThresholds],
    digests,
    figures: about.figures,
  };
  const files = new Map([
    [WEIGHTS, weights],
    [TOKENIZER, tokenizer],
  ]);
  const bytes = new TextEncoder().encode(`${JSON.stringify(description, null, 2)}\n`);
  writeVouched(folder, files, { name: DESCRIPTION, bytes });
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

export type StoredModel = Model & { description: ModelDescription };

/** Throws `model.missing`, `model.damaged` naming the file, or `model.outdated`. */
export function loadModel(folder: string): StoredModel {
  const description = readDescription(folder);
  try {
    return described(folder, description);
  } catch (error) {
    // Another one may have been put in its place meanwhile.
    const now = readDescription(folder);
    if (JSON.stringify(now.digests) === JSON.stringify(description.digests)) throw error;
    return described(folder, now);
  }
}

function described(folder: string, description: ModelDescription): StoredModel {
  const weights = read(folder, WEIGHTS, description.digests.weights);
  const tokenizer = read(folder, TOKENIZER, description.digests.tokenizer);
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
  const bytes = readIfThere(path);
  if (!bytes) throw new AppError('model.missing', { detail: path });
  const json = jsonOf(bytes, path);
  const told = Format.safeParse(json);
  if (told.success && told.data.format < FORMAT)
    throw new AppError('model.outdated', {
      detail: `${path}: format ${told.data.format}, the program’s is ${FORMAT}`,
    });
  const result = Description.safeParse(json);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new AppError('model.damaged', { detail: `${path}: ${issue?.path.join('.')}: ${issue?.message}` });
  }
  const { inputCode } = result.data;
  if (inputCode !== INPUT_CODE)
    throw new AppError('model.outdated', {
      detail: `${path}: input code ${inputCode}, the program’s is ${INPUT_CODE}`,
    });
  return result.data;
}

function jsonOf(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new AppError('model.damaged', { cause, detail: `${path}: no JSON` });
  }
}

function read(folder: string, file: string, digest: string): Uint8Array {
  const bytes = readVouched(folder, file, digest);
  if (bytes) return bytes;
  const path = join(folder, file);
  if (!readIfThere(path)) throw new AppError('model.missing', { detail: path });
  throw new AppError('model.damaged', { detail: `${path} is not the file that model.json describes` });
}
