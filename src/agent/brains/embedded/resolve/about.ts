import { methodsIn } from '../read/method.ts';
import { openedIn, usedIn } from '../read/opened.ts';
import { saysOption } from '../read/option.ts';
import { quantityIn } from '../read/quantity.ts';
import { type Reading, told } from '../reading.ts';

/** Questions that come before those for the particulars: what is said of these meanwhile is not asked again. */
const BEFORE_PARTICULARS: readonly string[] = ['order', 'verify', 'contact', 'product', 'items'];
const MAX_CHARACTERS = 400;

/**
 * The words that a flow began with, and what was said besides while its order or its goods were still asked for: they may name goods, pieces,
 * options and means of payment that are needed only later.
 */
export function aboutSoFar(reading: Reading): string {
  const remembered = told(reading, 'about');
  const now = reading.text.slice(0, 300);
  if (!remembered) return now;
  const isEarly = BEFORE_PARTICULARS.includes(reading.flow?.asking ?? '');
  return isEarly && saysParticular(now) ? `${remembered}\n${now}`.slice(-MAX_CHARACTERS) : remembered;
}

/** Pieces, options, a means of payment, or whether it was opened. */
export function saysParticular(text: string): boolean {
  return (
    saysOption(text) ||
    quantityIn(text, false) !== null ||
    methodsIn(text).length > 0 ||
    openedIn(text) !== null ||
    usedIn(text)
  );
}
