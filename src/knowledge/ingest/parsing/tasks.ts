import type { ReadResult } from '../documents.ts';
import type { Kind } from '../kind.ts';
import type { Piece } from './piece.ts';

/** What a sitemap names, in its order. */
export interface SitemapLinks {
  pages: string[];
  sitemaps: string[];
}

/** What is done in a process of its own: what is asked, and what comes back. */
export interface Tasks {
  document: { asked: { kind: Kind; piece: Piece }; answer: ReadResult };
  /** Null where it is no sitemap. */
  sitemap: { asked: { bytes: Uint8Array }; answer: SitemapLinks | null };
}

export type Task = { [Name in keyof Tasks]: { name: Name; asked: Tasks[Name]['asked'] } }[keyof Tasks];

/** `slow` and `heavy`: it was stopped at the limit of time or memory. `interrupted`: no process could be had for it, or it was closed meanwhile. */
export type Failure = 'slow' | 'heavy' | 'broken' | 'interrupted';

export type Outcome<Answer> = { ok: true; answer: Answer } | { ok: false; reason: Failure };
