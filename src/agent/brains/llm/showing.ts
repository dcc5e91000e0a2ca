import type { Fact } from '../../../core/fact.ts';
import type { BrainView } from '../../brain.ts';
import { roundOf } from './messages.ts';

/** Worth a card or a source whenever they come up. The rest may have been looked up on the way to something else. */
const ALWAYS: ReadonlySet<Fact['kind']> = new Set([
  'quote',
  'effect',
  'quote-cancelled',
  'refused',
  'passages',
  'unknown-outcome',
  'handed-to-person',
  'hand-off',
]);

/** The facts that belong under the words: those of the last round that had any, and the telling ones of every round; null: all. */
export function showingOf({ results }: BrainView): string[] | null {
  const last = Math.max(0, ...results.filter(({ facts }) => facts.length > 0).map(roundOf));
  if (last <= 1) return null;
  return results.flatMap((result) =>
    result.facts.filter(({ kind }) => roundOf(result) === last || ALWAYS.has(kind)).map(({ id }) => id),
  );
}
