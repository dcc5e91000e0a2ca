import type { Localized } from '../core/locale.ts';
import type { Effect, Quote } from '../core/quote.ts';
import type { CommandContext, ExecuteOutcome } from './command.ts';

/** A write was done exactly as quoted. @param reference the shop's own number of what it made, if it made something */
export function doneAsQuoted(
  { command, orderNumber, items, effects, refund }: Quote,
  context: CommandContext,
  title: Localized,
  reference: string | null = null,
): ExecuteOutcome {
  const effect: Effect = { command, orderNumber, title, items, effects, refund, reference, at: context.now };
  return { ok: true, effect };
}
