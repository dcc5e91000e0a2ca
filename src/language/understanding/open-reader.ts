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

export interface CorpusReader extends OpenReader {
  /** The same model with other words of the catalogue as hints. */
  knowing(lexicon: Lexicon): ReadMessages;
}

/** Opens a shop's model. Throws `model.missing`, `model.damaged`, `model.outdated` or `corpus.grammar`. */
export async function openReader({ model, ...hints }: ModelPlace, threads = 1): Promise<CorpusReader> {
  return openCorpusReader(await loadRuntime(), loadModel(model), hints, threads);
}

/** For a model in memory that was trained from a corpus. */
export async function openCorpusReader(
  runtime: Runtime,
  model: Model,
  { corpus, lexicon }: HintPlace,
  threads: number,
): Promise<CorpusReader> {
  const grammar = loadGrammar(join(corpus, 'grammar'));
  const findHints = createHints(grammar, lexicon);
  const reader = await openModelReader(runtime, model, { threads, furtherFeatures: conceptFeatures, findHints });
  return { ...reader, knowing: (words) => reader.withHints(createHints(grammar, words)) };
}
