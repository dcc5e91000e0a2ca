import { type Catalogue, watchWords } from './catalogue-words.ts';
import { type Clock, systemClock } from './core/clock.ts';
import type { Understander } from './core/understanding.ts';
import type { Lexicon } from './language/understanding/slots/reader.ts';
import { createUnderstander } from './language/understanding/understander.ts';
import { openModelInUse, type ReaderInUse, type Warn } from './reading-model.ts';

export interface ReaderOptions {
  /** Whose own model is used where it has one. */
  dataDir?: string | undefined;
  /** In place of the shipped model. */
  model?: string | undefined;
  /** The shop's, whose words are hints. */
  catalogue?: Catalogue | undefined;
  clock?: Clock;
  /** Told why a shop's own model is passed over. */
  warn: Warn;
}

export interface Reader extends Understander {
  /** SHA-256 of the weights in use. */
  digest(): Promise<string>;
  /** Vectors of length 1: texts that mean alike point alike. (texts, E) */
  sentences(texts: readonly string[]): Promise<Float32Array[]>;
  /** After what is being read; what is asked for later opens the model again. */
  close(): Promise<void>;
}

/** Reads with the model in use and the catalogue as it is now. It needs no data folder: the command line uses it by itself. */
export function createReader({ dataDir, model, catalogue, clock = systemClock, warn }: ReaderOptions): Reader {
  const wordsNow = catalogue ? watchWords(catalogue, clock) : async (): Promise<Lexicon> => NO_WORDS;
  const reading = new Set<Promise<unknown>>();
  let opening: Promise<ReaderInUse> | undefined;
  let current: { of: ReaderInUse; words: Lexicon; understander: Understander } | undefined;

  function open(): Promise<ReaderInUse> {
    opening ??= openModelInUse({ dataDir, shipped: model, warn }).catch((error: unknown) => {
      // The next message tries again.
      opening = undefined;
      throw error;
    });
    return opening;
  }

  async function understander(): Promise<Understander> {
    // One after the other: where there is no model, nobody waits for the words, and the shop may be closed while it is still asked.
    const of = await open();
    const words = await wordsNow();
    if (current?.of !== of || current.words !== words) {
      const read = of.knowing(words);
      // By rule only whole titles are told: a category's or a brand's word means other things as well.
      const lexicon = { products: words.products ?? [] };
      current = { of, words, understander: createUnderstander({ model: async () => ({ read }), lexicon }) };
    }
    return current.understander;
  }

  return {
    name: 'transformer',
    async understand(text, context) {
      const turn = understander().then((now) => now.understand(text, context));
      reading.add(turn);
      try {
        return await turn;
      } finally {
        reading.delete(turn);
      }
    },
    digest: async () => (await open()).digest,
    async sentences(texts) {
      const read = (await open()).knowing(NO_WORDS);
      const vectors: Float32Array[] = [];
      // One at a time: a turn that reads a message meanwhile waits for no more than one.
      for (const text of texts) for (const { sentence } of await read([{ text }])) vectors.push(sentence);
      return vectors;
    },
    async close() {
      await Promise.allSettled(reading);
      const opened = await opening?.catch(() => undefined);
      [opening, current] = [undefined, undefined];
      await opened?.close();
    },
  };
}

const NO_WORDS: Lexicon = {};
