import { decodeText } from '../../../platform/encoding/decode.ts';
import type { ReadResult } from '../documents.ts';
import { finish } from './finish.ts';
import type { Piece } from './piece.ts';

/** Plain text is Markdown already: paragraphs by empty lines, and lists as people type them. */
export function readText({ key, title, bytes, limits }: Piece): ReadResult {
  return finish({ key, title, body: decodeText(bytes).text }, limits);
}
