import type { ReadLimits } from '../limits.ts';

/** One file for one parser. */
export interface Piece {
  key: string;
  /** The title it has where the text itself names none. */
  title: string;
  bytes: Uint8Array;
  limits: ReadLimits;
  /** The address it came from, for relative links; null for a file. */
  address: string | null;
  /** What the server says of its encoding; null where nobody does. */
  charset: string | null;
}
