import type { Instant } from '../core/instant.ts';
import { type Localized, localize } from '../core/locale.ts';
import type { Effect, Quote } from '../core/quote.ts';
import type { GateDeps } from './gate-context.ts';
import type { StoredIntent } from './ports.ts';
import { logUnanswered } from './unanswered.ts';

/** A write was done exactly as quoted, as a person or the platform's own record says. */
export function effectDone(quote: Quote, reference: string | null, at: Instant): Effect {
  const { command, orderNumber, items, effects, refund, charge } = quote;
  const title: Localized = {
    zh: `${localize(quote.title, 'zh')}（已办理）`,
    en: `${localize(quote.title, 'en')} (carried out)`,
  };
  return { command, orderNumber, title, items, effects, refund, ...(charge && { charge }), reference, at };
}

/**
 * Looks an effect up by its marker in the platform's own record: the effect, null when the platform knows of none, undefined when it does
 * not answer.
 */
export async function findDone(deps: GateDeps, intent: StoredIntent): Promise<Effect | null | undefined> {
  const { key, quote } = intent;
  try {
    const found = await deps.shop.findWrite(key);
    return found ? effectDone(quote, found.reference, deps.clock.now()) : null;
  } catch (error) {
    logUnanswered(deps.log, 'look-up', intent, error);
    return undefined;
  }
}
