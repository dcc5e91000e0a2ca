import { join } from 'node:path';
import { loadGrammar } from '../corpus/grammar.ts';
import { createInput, type InputOptions } from '../model/input.ts';
import type { Model } from '../model/model.ts';
import { loadRuntime, type Runtime } from '../network/runtime.ts';
import { loadModel } from '../storage/model-folder.ts';
import { openModel } from '../training/fit.ts';
import { conceptFeatures } from '../understanding/features.ts';
import { createHints } from '../understanding/hints.ts';
import type { Lexicon } from '../understanding/slots/reader.ts';
import { createModelReader, type ReadMessages } from './reader.ts';

export interface HintPlace {
  /** The corpus's folder: its lists of values are hints for the model. */
  corpus: string;
  /** Words of the shop's own catalogue, as further hints. */
  lexicon?: Lexicon | undefined;
}

export interface ModelPlace extends HintPlace {
  /** The model's folder. */
  model: string;
}

/** Opens a shop's model. Throws `model.missing`, `model.damaged` or `corpus.grammar`. */
export async function openReader({ model, ...hints }: ModelPlace, threads = 1): Promise<ReadMessages> {
  const { read } = await openCorpusReader(await loadRuntime(), loadModel(model), hints, threads);
  return read;
}

/** For a model in memory that was trained from a corpus. */
export function openCorpusReader(
  runtime: Runtime,
  model: Model,
  { corpus, lexicon }: HintPlace,
  threads: number,
): Promise<OpenReader> {
  const findHints = createHints(loadGrammar(join(corpus, 'grammar')), lexicon);
  return openModelReader(runtime, model, { threads, furtherFeatures: conceptFeatures, findHints });
}

export interface OpenReader {
  read: ReadMessages;
  close(): Promise<void>;
}

/** For a model in memory. Its further features and its hints are those that it was trained with. */
export async function openModelReader(
  runtime: Runtime,
  model: Model,
  options: Pick<InputOptions, 'furtherFeatures' | 'findHints'> & { threads: number },
): Promise<OpenReader> {
  const { tokenizer, features, hintKinds, shape } = model;
  const { furtherFeatures, findHints } = options;
  const input = { tokenizer, longest: shape.longest, features, hintKinds, furtherFeatures, findHints };
  const predictor = await openModel(runtime, model, options.threads);
  return {
    read: createModelReader(model, createInput(input), predictor),
    close: () => predictor.close(),
  };
}
