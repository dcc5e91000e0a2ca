import type { AmountLimits } from '../core/limits.ts';
import { minorDigits } from '../core/money.ts';
import type { Policy } from './policy.ts';

/** The limits in minor units of the shop's currency. */
export function policyLimits({ limits }: Policy, currency: string): AmountLimits {
  const minor = (amount: number | undefined) =>
    amount === undefined ? undefined : Math.round(amount * 10 ** minorDigits(currency));
  return {
    perAction: minor(limits.perAction),
    perCustomerPerDay: minor(limits.perCustomerPerDay),
    perShopPerDay: minor(limits.perShopPerDay),
    fourEyesAbove: minor(limits.fourEyesAbove),
  };
}
