import { termsOf } from './indexed.ts';
import type { IndexedChunk } from './ports.ts';
import type { Scored } from './score.ts';

/** The text of a piece without what the shop's rules say otherwise; null where nothing of it can be trusted. */
export type Agreeing = (chunk: IndexedChunk) => Promise<string | null>;

/**
 * What `choose` takes of the pieces, and nothing of it unchecked. A piece that loses a sentence may answer less well, one of which nothing is left
 * goes: then it is chosen anew, and what comes up instead is checked as well.
 */
export async function agreed(
  found: readonly IndexedChunk[],
  agreeing: Agreeing | undefined,
  choose: (pieces: readonly IndexedChunk[]) => Scored[],
): Promise<Scored[]> {
  let pieces = found;
  const checked = new Set<IndexedChunk>();
  while (true) {
    const chosen = choose(pieces);
    const unchecked = chosen.map(({ chunk }) => chunk).filter((chunk) => !checked.has(chunk));
    if (!agreeing || unchecked.length === 0) return chosen;
    const rest = new Map<IndexedChunk, IndexedChunk | null>();
    for (const chunk of unchecked) rest.set(chunk, withText(chunk, await agreeing(chunk)));
    for (const chunk of rest.values()) if (chunk) checked.add(chunk);
    if (unchecked.every((chunk) => rest.get(chunk) === chunk)) return chosen;
    pieces = pieces.flatMap((piece) => rest.get(piece) ?? (rest.has(piece) ? [] : [piece]));
  }
}

function withText(chunk: IndexedChunk, text: string | null): IndexedChunk | null {
  if (text === chunk.text) return chunk;
  if (!text?.trim()) return null;
  const rest = { ...chunk, text };
  return { ...rest, ...termsOf(rest) };
}

/** Whether nothing in it says otherwise. */
export async function agrees(chunk: IndexedChunk, agreeing: Agreeing | undefined): Promise<boolean> {
  return !agreeing || (await agreeing(chunk)) === chunk.text;
}
