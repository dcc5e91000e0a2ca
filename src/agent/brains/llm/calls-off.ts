import { normalise } from '../../../language/normalise.ts';
import type { BrainView } from '../../brain.ts';

const CALLS_OFF =
  /不(?:用|要|想|必)?(?:取消|退|换|改|办)(?!运费)|(?:先|还是)?算了|别(?:取消|退|换|改|办)|先(?:不|别|等)|等(?:一下|会儿?)|改主意|搞错|不是(?:这|那)|\bnever ?mind\b|\bforget it\b|\b(?:don'?t|do not|not) (?:cancel|return|exchange|change)\b|\bkeep (?:it|the|my|this|them)\b|\bchanged my mind\b|\b(?:wait|hold on|wrong (?:one|order|item))\b/i;

/**
 * Whether the customer calls off, in other words than a plain no, what an open card offers. Once too often is safe: the card is made anew when it
 * is asked for again, while a card that stays open would be redeemed by the next "好的".
 */
export function callsOff({ openQuote, text, results, understanding }: BrainView): boolean {
  if (!openQuote) return false;
  // A card that this turn has made is the new wish itself.
  if (results.some((result) => result.facts.some((fact) => fact.kind === 'quote'))) return false;
  return understanding.act === 'deny' || understanding.act === 'correct' || CALLS_OFF.test(normalise(text).text);
}
