import type { PaymentMethod } from '../core/customer.ts';
import { money } from '../core/money.ts';
import type { Quote } from '../core/quote.ts';
import { arrivalDays } from '../policy/arrival.ts';
import type { Difference } from '../policy/difference.ts';
import type { Policy } from '../policy/policy.ts';

/** How a difference in price stands in a quote: as money that goes back, as money to pay, or not at all. */
export function settled(
  { amount, parts }: Difference,
  means: PaymentMethod | null,
  policy: Policy,
): Pick<Quote, 'refund' | 'charge'> {
  const method = means?.method ?? 'original';
  if (amount.amount > 0) return { refund: null, charge: { amount, parts, method } };
  if (amount.amount === 0) return { refund: null };
  const negated = (value: Difference['amount']) => money(-value.amount, value.currency);
  return {
    refund: {
      amount: negated(amount),
      parts: parts.map(({ label, amount: part }) => ({ label, amount: negated(part) })),
      method,
      withinDays: arrivalDays(policy, method).to,
    },
  };
}
