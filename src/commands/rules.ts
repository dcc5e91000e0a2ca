import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import type { PolicyContext } from '../policy/policy.ts';
import type { CommandContext, QuoteOutcome } from './command.ts';

export async function policyContext(context: CommandContext, order: Order): Promise<PolicyContext> {
  const { info, now, customerId, shop } = context;
  // Who has proven the order alone is a guest, also where the order is a customer's.
  const guest = customerId === null || customerId !== order.customerId;
  return { timeZone: info.timeZone, now, guest, returns: await shop.listReturns(order.id) };
}

/** A refusing verdict as the outcome of a quote; null when it allows. */
export function refusedBy(verdict: Verdict): Extract<QuoteOutcome, { ok: false }> | null {
  return verdict.allowed ? null : { ok: false, verdict };
}
