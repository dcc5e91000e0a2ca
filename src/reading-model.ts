import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from './core/errors.ts';
import type { Localized } from './core/locale.ts';
import { openReader } from './language/inference/open.ts';
import type { ReadMessages } from './language/inference/reader.ts';
import { readDescription } from './language/storage/model-folder.ts';
import type { Lexicon } from './language/understanding/slots/reader.ts';

export const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));
export const SHIPPED_MODEL = fileURLToPath(new URL('../models/understanding', import.meta.url));

/** Where a shop's own model lies, once `xiaoer train --shop` has taken one over. */
export function shopModelFolder(dataDir: string): string {
  return join(dataDir, 'models', 'understanding');
}

/**
 * The folder of the model that reads: the shop's own where there is one that was made from the shipped model's corpus, else the shipped one.
 * `warn` is told why a shop's own is passed over.
 */
export function modelInUse(dataDir: string | undefined, warn: (error: unknown) => void): string {
  if (dataDir === undefined) return SHIPPED_MODEL;
  const own = shopModelFolder(dataDir);
  if (!existsSync(own)) return SHIPPED_MODEL;
  try {
    const [mine, shipped] = [own, SHIPPED_MODEL].map((folder) => readDescription(folder).digests.corpus);
    // It was compared with another shipped model than this one, and may lack its intents.
    if (mine !== shipped) throw new AppError('model.outdated', { detail: `${own} was made from another corpus` });
    return own;
  } catch (error) {
    warn(error);
    return SHIPPED_MODEL;
  }
}

/** Opens the model in use. A shop's own that is damaged is passed over; the shipped one throws `model.missing` or `model.damaged`. */
export async function openModelInUse(
  dataDir: string | undefined,
  lexicon: Lexicon | undefined,
  warn: (error: unknown) => void,
): Promise<ReadMessages> {
  const model = modelInUse(dataDir, warn);
  try {
    return await openReader({ model, corpus: CORPUS, lexicon });
  } catch (error) {
    if (model === SHIPPED_MODEL || !(error instanceof AppError) || !/^(?:model|tokenizer)\./.test(error.code))
      throw error;
    warn(error);
    return openReader({ model: SHIPPED_MODEL, corpus: CORPUS, lexicon });
  }
}

/** The catalogue's words, in every language that it has. */
export function lexiconOf(shop: Record<'products' | 'categories' | 'brands', readonly Localized[]>): Lexicon {
  const words = (texts: readonly Localized[]) => [...new Set(texts.flatMap((text) => Object.values<string>(text)))];
  return { products: words(shop.products), categories: words(shop.categories), brands: words(shop.brands) };
}
