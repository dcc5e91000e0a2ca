import { fileURLToPath } from 'node:url';
import { AppError } from './core/errors.ts';
import type { Localized } from './core/locale.ts';
import { readDescription } from './language/storage/model-folder.ts';
import { type CorpusReader, openReader } from './language/understanding/open-reader.ts';
import type { Lexicon } from './language/understanding/slots/reader.ts';
import { shopModelFolder } from './shop-model.ts';

export const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));
export const SHIPPED_MODEL = fileURLToPath(new URL('../models/understanding', import.meta.url));

/** Told why a shop's own model is passed over. */
export type Warn = (error: unknown) => void;

/** The folder of the model that reads: the shop's own where there is one that was made from the shipped model's corpus, else the shipped one. */
export function modelInUse(dataDir: string | undefined, warn: Warn, shipped = SHIPPED_MODEL): string {
  if (dataDir === undefined) return shipped;
  try {
    const own = shopModelFolder(dataDir);
    if (own === null) return shipped;
    const { corpus } = readDescription(own).digests;
    if ([corpus, null].includes(corpusOf(shipped))) return own;
    // It was compared with another shipped model than this one, and may lack its intents.
    throw new AppError('model.outdated', { detail: `${own} was made from another corpus` });
  } catch (error) {
    warn(error);
    return shipped;
  }
}

/** Null where the shipped model cannot be read: then there is nothing to be behind of. */
function corpusOf(shipped: string): string | null {
  try {
    return readDescription(shipped).digests.corpus;
  } catch {
    return null;
  }
}

export interface InUseOptions {
  /** Whose own model is used where it has one. */
  dataDir?: string | undefined;
  /** In place of the shipped model. */
  shipped?: string | undefined;
  corpus?: string | undefined;
  warn: Warn;
}

export interface ReaderInUse extends CorpusReader {
  /** The model's folder. */
  model: string;
  /** SHA-256 of its weights. */
  digest: string;
}

/** Opens the model in use. A shop's own that is damaged is passed over; the shipped one throws `model.missing`, `model.damaged` or `model.outdated`. */
export async function openModelInUse(options: InUseOptions): Promise<ReaderInUse> {
  const { dataDir, warn, shipped = SHIPPED_MODEL, corpus = CORPUS } = options;
  const open = async (model: string) => {
    const reader = await openReader({ model, corpus });
    return { ...reader, model, digest: readDescription(model).digests.weights };
  };
  const model = modelInUse(dataDir, warn, shipped);
  try {
    return await open(model);
  } catch (error) {
    if (model === shipped || !isOfModel(error)) throw error;
    // A training may just have put another in its place, and deleted this one.
    if (modelInUse(dataDir, () => {}, shipped) !== model) return openModelInUse(options);
    warn(error);
    return open(shipped);
  }
}

function isOfModel(error: unknown): boolean {
  return error instanceof AppError && /^(?:model|tokenizer)\./.test(error.code);
}

/** The catalogue's words, in every language that it has. */
export function lexiconOf(shop: Record<'products' | 'categories' | 'brands', readonly Localized[]>): Lexicon {
  const words = (texts: readonly Localized[]) => [...new Set(texts.flatMap((text) => Object.values<string>(text)))];
  return { products: words(shop.products), categories: words(shop.categories), brands: words(shop.brands) };
}
