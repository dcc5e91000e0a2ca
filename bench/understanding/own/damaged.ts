import { seededRandom } from '../../../src/core/clock.ts';
import type { Example } from '../../../src/language/corpus/examples.ts';
import { damage, type NoiseKind } from '../../../src/language/corpus/noise.ts';

/** A line as it was written, and with one kind of damage. */
export interface DamagedLine {
  plain: Example;
  damaged: Example;
}

/** Those lines in which this kind of damage found something to damage; the same seed gives the same. */
export function damagedLines(examples: readonly Example[], kind: NoiseKind, seed = 1): DamagedLine[] {
  const dice = seededRandom(seed);
  return examples
    .map((plain) => ({ plain, damaged: damage(plain, kind, dice) }))
    .filter(({ plain, damaged }) => damaged.text !== plain.text);
}
