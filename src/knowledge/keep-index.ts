import { type Embedder, embeddedText } from '../models/embedder.ts';
import { indexed } from './indexed.ts';
import type { IndexUpkeep } from './ports.ts';
import { TERMS_VERSION } from './terms.ts';

/** Articles, and pieces, of one step: between two of them questions are answered. */
const ARTICLES = 20;
const PIECES = 64;

interface IndexKeeperDeps {
  upkeep: IndexUpkeep;
  embedder?: (() => Promise<Embedder | undefined>) | undefined;
  /** Told what went wrong; the next call goes on where this one ended. */
  warn: (error: unknown) => void;
}

export interface IndexKeeper {
  /** Resolves when all is made, also where something went wrong. Calls during one join it. */
  run(): Promise<void>;
  /** Ends after the step that is being made. */
  stop(): Promise<void>;
}

/**
 * Makes anew, a little at a time, what another version of the program or another model has made. What is there answers meanwhile: old terms are
 * terms, and pieces without a vector of this model are found by their words.
 */
export function createIndexKeeper({ upkeep, embedder, warn }: IndexKeeperDeps): IndexKeeper {
  let running: Promise<void> | null = null;
  let stopped = false;
  /** Asked for while it runs: what was written since may have been missed. */
  let again = false;

  async function indexAnew(): Promise<void> {
    while (!stopped) {
      const outdated = await upkeep.outdated(TERMS_VERSION, ARTICLES);
      if (outdated.length === 0) return;
      await upkeep.replace(outdated.flatMap(({ version, articlePosition }) => indexed(version, articlePosition)));
    }
  }

  async function embedMissing({ model, embed }: Embedder): Promise<void> {
    while (!stopped) {
      const pieces = await upkeep.withoutVector(model, PIECES);
      if (pieces.length === 0) return;
      const vectors = await embed(pieces.map(embeddedText));
      await upkeep.setVectors(
        model,
        pieces.map(({ id }, at) => ({ id, vector: vectors[at] ?? new Float32Array() })),
      );
    }
  }

  async function all(): Promise<void> {
    do {
      again = false;
      await indexAnew();
      const model = await embedder?.();
      if (model) await embedMissing(model);
    } while (again && !stopped);
  }

  return {
    run() {
      again = running !== null;
      running ??= all()
        .catch((error) => {
          if (!stopped) warn(error);
        })
        .finally(() => {
          running = null;
        });
      return running;
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}
