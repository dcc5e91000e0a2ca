import type { Quote } from '../../core/quote.ts';
import { isPlainAffirmation, isPlainDenial } from '../../language/affirmation.ts';
import { isEchoingAssent } from './echoing.ts';

/** What a message as a whole decides on the card that it answers: a plain yes, or one that says the card over again, or a plain no; null: nothing. */
export function decisionIn(text: string, quote: Quote): 'confirm' | 'cancel' | null {
  if (isPlainAffirmation(text) || isEchoingAssent(text, quote)) return 'confirm';
  return isPlainDenial(text) ? 'cancel' : null;
}
