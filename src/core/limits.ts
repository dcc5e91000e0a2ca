/**
 * What the clerk may pay out without a person, in minor units of the shop's currency. What is absent has no limit. The policy satisfies this
 * by its structure.
 */
export interface AmountLimits {
  perAction?: number | undefined;
  /** Calendar days of the shop's zone. */
  perCustomerPerDay?: number | undefined;
  perShopPerDay?: number | undefined;
  /** Above it two different people have to agree. */
  fourEyesAbove?: number | undefined;
}

/** What was paid out today before this, in minor units. */
export interface SpentToday {
  account: number;
  shop: number;
}

/** How many people have to agree to a payment: 0, 1 or 2. */
export function voicesNeeded(amount: number, limits: AmountLimits, spent: SpentToday): number {
  if (amount <= 0) return 0;
  if (amount > (limits.fourEyesAbove ?? Number.POSITIVE_INFINITY)) return 2;
  const within =
    amount <= (limits.perAction ?? Number.POSITIVE_INFINITY) &&
    amount + spent.account <= (limits.perCustomerPerDay ?? Number.POSITIVE_INFINITY) &&
    amount + spent.shop <= (limits.perShopPerDay ?? Number.POSITIVE_INFINITY);
  return within ? 0 : 1;
}
