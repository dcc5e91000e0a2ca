import type { RuleName } from '../inputs.ts';
import type { ReasonWords } from './facts.ts';
import { GOODS_REASONS } from './goods-reasons.ts';
import { ADDRESS_REASONS, CANCEL_REASONS, ITEMS_REASONS, PAYMENT_REASONS } from './order-reasons.ts';
import { CANCEL_RETURN_REASONS, CUSTOMER_ADDRESS_REASONS, INVOICE_REASONS, REMIND_REASONS } from './other-reasons.ts';

const REASONS: Record<RuleName, Readonly<Record<string, ReasonWords>>> = {
  cancel: CANCEL_REASONS,
  address: ADDRESS_REASONS,
  items: ITEMS_REASONS,
  payment: PAYMENT_REASONS,
  return: GOODS_REASONS,
  exchange: GOODS_REASONS,
  'refund-only': GOODS_REASONS,
  'price-protection': GOODS_REASONS,
  invoice: INVOICE_REASONS,
  remind: REMIND_REASONS,
  'cancel-return': CANCEL_RETURN_REASONS,
  'customer-address': CUSTOMER_ADDRESS_REASONS,
};

/** The names that a row of the rule's table may have without words of its own. */
export function standardRules(rule: RuleName): string[] {
  return Object.keys(REASONS[rule]);
}

export function reasonWords(rule: RuleName, name: string): ReasonWords | undefined {
  return REASONS[rule][name];
}
