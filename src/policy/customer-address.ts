import type { Verdict } from '../core/verdict.ts';
import { decide } from './decide.ts';
import type { Policy } from './policy.ts';

/** Whether the address in a customer's profile may be changed. */
export function mayChangeCustomerAddress(policy: Policy, customer: 'signed-in' | 'guest' = 'signed-in'): Verdict {
  const wish = { zh: '改账户地址', en: 'A change of the account’s address' };
  return decide('customer-address', policy.rules['customer-address'], { customer }, { window: null, days: null, wish });
}
