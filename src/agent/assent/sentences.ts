import type { Piece } from './pieces.ts';

export function sentencesOf(pieces: readonly Piece[]): Piece[][] {
  return partsOf(pieces, ({ opens }) => opens);
}

/** What stands between marks. */
export function clausesOf(pieces: readonly Piece[]): Piece[][] {
  return partsOf(pieces, ({ marked }) => marked);
}

function partsOf(pieces: readonly Piece[], begins: (piece: Piece) => boolean): Piece[][] {
  const parts: Piece[][] = [];
  for (const piece of pieces) {
    if (begins(piece) || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(piece);
  }
  return parts;
}
