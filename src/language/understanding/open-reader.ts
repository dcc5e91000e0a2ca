import { join } from 'node:path';
import { loadGrammar } from '../corpus/grammar.ts';
import { type OpenReader, openModelReader } from '../inference/open.ts';
import type { ReadMessages } from '../inference/reader.ts';
import type { Model } from '../model/model.ts';
import { loadRuntime, type Runtime } from '../network/runtime.ts';
import { loadModel } from '../storage/model-folder.ts';
import { conceptFeatures } from './features.ts';
import { createHints } from './hints.ts';
import type { Lexicon } from './slots/reader.ts';

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
