import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import type { PolicyContext } from '../policy/policy.ts';
import type { CommandContext, QuoteOutcome } from './command.ts';

export async function policyContext(context: CommandContext, order: Order): Promise<PolicyContext> {
  return { timeZone: context.info.timeZone, now: context.now, returns: await context.shop.listReturns(order.id) };
}

/** A refusing verdict as the outcome of a quote; null when it allows. */
export function refusedBy(verdict: Verdict): Extract<QuoteOutcome, { ok: false }> | null {
  return verdict.allowed ? null : { ok: false, verdict };
}
