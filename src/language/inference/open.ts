import { createInput, type InputOptions } from '../model/input.ts';
import type { Model } from '../model/model.ts';
import { loadRuntime, type Runtime } from '../network/runtime.ts';
import { loadModel } from '../storage/model-folder.ts';
import { openModel } from '../training/fit.ts';
import { conceptFeatures } from '../understanding/features.ts';
import { createModelReader, type ReadMessages } from './reader.ts';

/** Opens a shop's model from its folder. Throws `model.missing` or `model.damaged`. */
export async function openReader(folder: string, threads = 1): Promise<ReadMessages> {
  const model = loadModel(folder);
  const { read } = await openModelReader(await loadRuntime(), model, { threads, furtherFeatures: conceptFeatures });
  return read;
}

export interface OpenReader {
  read: ReadMessages;
  close(): Promise<void>;
}

/** For a model in memory. Its further features are those that it was trained with. */
export async function openModelReader(
  runtime: Runtime,
  model: Model,
  { threads, furtherFeatures }: Pick<InputOptions, 'furtherFeatures'> & { threads: number },
): Promise<OpenReader> {
  const { longest, buckets } = model.shape;
  const input = { tokenizer: model.tokenizer, longest, buckets, rarity: model.rarity };
  const predictor = await openModel(runtime, model, threads);
  return {
    read: createModelReader(model, createInput({ ...input, furtherFeatures }), predictor),
    close: () => predictor.close(),
  };
}
