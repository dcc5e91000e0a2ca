import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from './core/clock.ts';
import { MINUTE, SECOND } from './core/instant.ts';
import type { Lexicon } from './language/understanding/slots/reader.ts';

/** A shop's goods, as far as reading needs them. */
export interface Catalogue {
  /** Another one whenever something changed. */
  version(): Promise<string>;
  words(): Promise<Lexicon>;
  /** Told when it cannot be read: reading goes on with the words known before. */
  warn(error: unknown): void;
}

/** A price or a piece sold is a new version, too: a busy shop's is not read again for every message. */
const CHECK_EVERY = MINUTE;
/** A shop that does not answer holds up nobody for longer. */
const PATIENCE = 2 * SECOND;

/** The catalogue's words as they are, give or take a minute: one and the same object while nothing changed. */
export function watchWords({ version, words, warn }: Catalogue, clock: Clock): () => Promise<Lexicon> {
  let known: Lexicon = {};
  let knownVersion: string | null = null;
  let checkedAt = Number.NEGATIVE_INFINITY;

  async function check(): Promise<void> {
    try {
      const now = await version();
      if (now === knownVersion) return;
      const found = await words();
      if (!isDeepStrictEqual(found, known)) known = found;
      knownVersion = now;
    } catch (error) {
      warn(error);
    }
  }

  return async () => {
    const now = Date.parse(clock.now());
    if (Math.abs(now - checkedAt) >= CHECK_EVERY) {
      checkedAt = now;
      await Promise.race([check(), pause(PATIENCE, undefined, { ref: false })]);
    }
    return known;
  };
}
