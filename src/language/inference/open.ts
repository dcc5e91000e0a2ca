import { createInput } from '../model/input.ts';
import { loadRuntime } from '../network/runtime.ts';
import { loadModel } from '../storage/model-folder.ts';
import { openModel } from '../training/fit.ts';
import { conceptFeatures } from '../understanding/features.ts';
import { createModelReader, type ReadMessages } from './reader.ts';

/** Opens a shop's model from its folder. Throws `model.missing` or `model.damaged`. */
export async function openReader(folder: string, threads = 1): Promise<ReadMessages> {
  const model = loadModel(folder);
  const predictor = await openModel(await loadRuntime(), model, threads);
  const { longest, buckets } = model.shape;
  const input = { tokenizer: model.tokenizer, longest, buckets, rarity: model.rarity };
  return createModelReader(model, createInput({ ...input, furtherFeatures: conceptFeatures }), predictor);
}
