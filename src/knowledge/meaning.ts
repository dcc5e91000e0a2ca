import type { Embedder } from '../models/embedder.ts';
import type { ChunkStore, IndexedChunk, Visibility } from './ports.ts';
import { chunkKey, type Meanings } from './score.ts';

/** Nearest pieces that are looked at. */
const NEAREST = 40;
/** What a piece has to reach to be told, as everywhere. */
const ANSWERS = 0.55;

interface Near {
  chunks: readonly IndexedChunk[];
  meanings: Meanings;
}

const NOTHING_NEAR: Near = { chunks: [], meanings: new Map() };

/** The pieces nearest by meaning, with how well they answer by it. An endpoint that does not answer costs nothing but this. */
export async function nearestTo(
  text: string,
  embedder: Embedder | undefined,
  store: ChunkStore,
  visibility: Visibility,
): Promise<Near> {
  if (!embedder) return NOTHING_NEAR;
  const [vector] = await embedder.embed([text]).catch(() => []);
  if (!vector) return NOTHING_NEAR;
  const near = await store.nearest({ ...visibility, vector, model: embedder.model, limit: NEAREST });
  return {
    chunks: near.map(({ chunk }) => chunk),
    meanings: new Map(near.map(({ chunk, likeness }) => [chunkKey(chunk), meant(likeness, embedder.answersFrom)])),
  };
}

/** Models differ in how near they put what belongs together: the likeness from which one answers becomes the score from which all do. */
function meant(likeness: number, from: number): number {
  if (likeness < from) return Math.max(0, (likeness / from) * ANSWERS);
  return ANSWERS + ((likeness - from) / (1 - from || 1)) * (1 - ANSWERS);
}
