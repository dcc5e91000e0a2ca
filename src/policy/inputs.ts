import { GOODS_KINDS, ORDER_STATUSES, RETURN_STATUSES } from '../core/order.ts';
import { type InputKind, number, words } from './table/input.ts';

/** Why goods come back, as far as it decides anything. `no-reason`: nothing is wrong with them. */
export const REASON_KINDS = [
  'no-reason',
  'faulty',
  'wrong',
  'damaged-in-transit',
  'missing',
  'not-as-described',
  'not-arrived',
  'other',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

const YES_NO = words('yes', 'no');
const STATUS = words(...ORDER_STATUSES);
const CUSTOMER = words('signed-in', 'guest');

const ORDER = {
  status: STATUS,
  customer: CUSTOMER,
  /** Items of the order were changed once already. */
  'items-changed': YES_NO,
  'hours-since-order': number('hours'),
  'hours-since-payment': number('hours'),
};

const GOODS = {
  status: STATUS,
  /** A return or exchange of this order stands: neither refused nor withdrawn. */
  standing: YES_NO,
  reason: words(...REASON_KINDS),
  goods: words(...GOODS_KINDS),
  opened: YES_NO,
  /** Worn, washed, cooked with: more than trying it out. */
  used: YES_NO,
  'final-sale': YES_NO,
  'on-sale': YES_NO,
  /** It came free with the order. */
  gift: YES_NO,
  /** Not everything that the order still holds. */
  partial: YES_NO,
  'cross-border': YES_NO,
  customer: CUSTOMER,
  'days-since-delivery': number('days'),
  'hours-since-delivery': number('hours'),
  'days-since-payment': number('days'),
  /** Of all that is asked for together. */
  amount: number('amount'),
};

/** The rules, each a table, and what its rows may ask. */
export const RULE_INPUTS = {
  cancel: { ...ORDER, amount: number('amount') },
  address: { ...ORDER, 'cross-border': YES_NO },
  items: { ...ORDER, amount: number('amount') },
  payment: { ...ORDER, amount: number('amount') },
  return: GOODS,
  exchange: GOODS,
  'refund-only': GOODS,
  'price-protection': GOODS,
  invoice: { status: STATUS, customer: CUSTOMER, invoice: words('none', 'requested', 'issued') },
  remind: {
    what: words('dispatch', 'delivery'),
    status: STATUS,
    'hours-since-payment': number('hours'),
    /** Since the last one of the same kind; unknown when there was none. */
    'hours-since-reminder': number('hours'),
  },
  'cancel-return': {
    'return-status': words(...RETURN_STATUSES),
    'return-kind': words('return', 'exchange', 'refund-only', 'price-protection'),
  },
  'customer-address': { customer: CUSTOMER },
} as const satisfies Record<string, Record<string, InputKind>>;

export type RuleName = keyof typeof RULE_INPUTS;
export const RULE_NAMES = Object.keys(RULE_INPUTS) as RuleName[];
export type GoodsRule = 'return' | 'exchange' | 'refund-only' | 'price-protection';
