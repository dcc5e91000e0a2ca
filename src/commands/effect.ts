import { AppError } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';
import type { Effect, Quote } from '../core/quote.ts';
import type { CommandContext, ExecuteOutcome } from './command.ts';

/** The order that a quote is about, as a write names it. */
export function quotedOrder({ command, orderId, orderVersion }: Quote): { orderId: string; expectedVersion: number } {
  if (orderId === null || orderVersion === null)
    throw new AppError('quote.no-order', { detail: `${command} is quoted without an order` });
  return { orderId, expectedVersion: orderVersion };
}

/** A write was done exactly as quoted. @param reference the shop's own number of what it made, if it made something */
export function doneAsQuoted(
  { command, orderNumber, items, effects, refund, charge }: Quote,
  context: CommandContext,
  title: Localized,
  reference: string | null = null,
): ExecuteOutcome {
  const effect: Effect = {
    command,
    orderNumber,
    title,
    items,
    effects,
    refund,
    ...(charge && { charge }),
    reference,
    at: context.now,
  };
  return { ok: true, effect };
}
