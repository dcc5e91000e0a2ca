import type { Locale } from '../core/locale.ts';
import type { Understanding } from '../core/understanding.ts';
import { detectLocale } from '../language/language.ts';

/** A single word of Latin letters, whatever stands around it. */
const LONE_WORD = /^\P{L}*\p{Script=Latin}+\P{L}*$/u;
/** Probability from which a word's meaning counts as known. */
const UNDERSTOOD = 0.45;

/**
 * In which language to answer: the message's own, else the conversation's. A lone word that means nothing (`asdfgh`, a brand) tells nothing
 * of its writer. Null where neither says.
 */
export function replyLanguage(
  text: string,
  { intents }: Pick<Understanding, 'intents'>,
  conversation: Locale | null,
): Locale | null {
  const written = detectLocale(text);
  const [likeliest] = intents;
  const isKnown = likeliest !== undefined && likeliest.probability >= UNDERSTOOD;
  if (conversation !== null && LONE_WORD.test(text) && !isKnown) return conversation;
  return written ?? conversation;
}
