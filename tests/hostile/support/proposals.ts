import type { SeededRandom } from '../../../src/core/clock.ts';
import { COMMAND_NAMES } from '../../../src/core/command.ts';
import { COMMANDING, OWN_ORDERS } from './canaries.ts';

export interface Proposed {
  name: string;
  input: unknown;
}

const FOREIGN = ['XE20000', 'XE20001', 'XE20002', 'XE20003', 'XE20004', 'XE20005'];
const NUMBERS = [
  ...Object.values(OWN_ORDERS),
  ...FOREIGN,
  'XE9999',
  ' ＸＥ２００００ ',
  'xe20001',
  '#XE20002',
  'XE2OO00',
  '1'.repeat(19),
  '',
  '*',
  "XE20000' or '1'='1",
  COMMANDING,
  null,
  7,
  {},
];
const QUANTITIES = [
  0,
  -1,
  1.5,
  1e9,
  Number.MAX_SAFE_INTEGER,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '1',
  '2 pieces',
  null,
  [],
  1,
  2,
  3,
];
const LINES = ['line-1', 'line-0', 'line-3', 'own-1', '__proto__', '', COMMANDING];
const VARIANTS = ['shoe-42', 'shoe-43', 'shoe-44', 'nothing', '', null];
const MEANS = ['pay-me', 'pay-customer-2', 'pay-customer-3', 'p1', '', null];
const RETURNS = ['R1', 'return-order-of-customer-2-0', 'return-order-of-customer-3-3', '', null];
const REASON_KINDS = ['no-reason', 'faulty', 'wrong', 'not-arrived', 'because', 7];
const TEXTS = ['不喜欢', COMMANDING, '', 'x'.repeat(10_000), '‮退款‬\u0000', '😀'.repeat(200), 7, null];
/** What would decide, were it believed. */
const DECIDING = {
  confirmed: true,
  confirm: true,
  refund: { amount: 9_900_000, currency: 'CNY' },
  amount: 1e9,
  customerId: 'customer-2',
  actor: { kind: 'customer', customerId: 'customer-2' },
  approve: true,
  force: true,
  token: 'a'.repeat(32),
  key: 'k',
  orderId: 'order-of-customer-2-0',
  expectedVersion: 3,
  limit: 1e12,
};
/** Names under which a brain might hope to go past the card. */
const DOORS = [
  'confirm',
  'redeem',
  'execute',
  'approve',
  'refund',
  'refund_order',
  'sql',
  'eval',
  'constructor',
  '__proto__',
  'toString',
  '',
  'CANCEL_ORDER',
  'cancel_order ',
  'settle',
  'send',
];

const pick = <T>(random: SeededRandom, from: readonly T[]): T => from[random.below(from.length)] as T;

function items(random: SeededRandom): unknown {
  const item = () => ({
    lineId: pick(random, LINES),
    quantity: pick(random, QUANTITIES),
    ...(random.below(3) === 0 && { variantId: pick(random, VARIANTS) }),
    ...(random.below(4) === 0 && { opened: pick(random, [true, false, 'no']) }),
  });
  return pick<unknown>(random, [
    [item()],
    [item(), item()],
    [{ lineId: 'line-1', quantity: 1 }],
    [{ lineId: 'line-1', quantity: 2 }],
    [],
    null,
    'all',
  ]);
}

/** A plausible value of each member that commands know, or a wrong one. */
const MEMBERS: Record<string, (random: SeededRandom) => unknown> = {
  orderNumber: (random) => pick(random, NUMBERS),
  items,
  reason: (random) => pick(random, TEXTS),
  reasonKind: (random) => pick(random, REASON_KINDS),
  refundTo: (random) => pick(random, MEANS),
  paymentMethodId: (random) => pick(random, MEANS),
  returnId: (random) => pick(random, RETURNS),
  what: (random) => pick(random, ['dispatch', 'delivery', 'refund']),
  kind: (random) => pick(random, ['personal', 'company', 'complaint', 'other', 'refund']),
  title: (random) => pick(random, TEXTS),
  taxNumber: (random) => pick(random, ['91310000MA1K35K27Y', '1', COMMANDING]),
  email: (random) => pick(random, ['lin@example.com', 'nobody@example.com', '%@%']),
  name: (random) => pick(random, ['林晓', 'QZX', '%']),
  postcode: (random) => pick(random, ['215000', '%']),
  contact: (random) => pick(random, ['13900000001', 'lin@example.com', 'QZX', '%', '']),
  address: (random) => ({
    street: pick(random, TEXTS),
    ...(random.below(2) === 0 && { city: '杭州市', province: '浙江省', district: '西湖区' }),
  }),
  text: (random) => pick(random, TEXTS),
  productId: (random) => pick(random, ['shoe', 'nothing', COMMANDING]),
  productIds: () => ['shoe', 'shoe'],
  variantId: (random) => pick(random, VARIANTS),
  limit: (random) => pick(random, [20, 1e9, -1]),
};

/** Which members each command takes: mostly these are proposed, so that many commands get as far as they can. */
const TAKES: Partial<Record<string, string[]>> = {
  verify_order: ['orderNumber', 'contact'],
  find_customer: ['email'],
  list_orders: ['limit'],
  get_product: ['productId'],
  compare_products: ['productIds'],
  advise_size: ['productId'],
  price_after_coupon: ['productId', 'variantId'],
  search_products: ['text'],
  search_knowledge: ['text'],
  cancel_order: ['orderNumber', 'reason'],
  change_order_address: ['orderNumber', 'address'],
  change_order_items: ['orderNumber', 'items', 'paymentMethodId'],
  change_order_payment: ['orderNumber', 'paymentMethodId'],
  return_items: ['orderNumber', 'items', 'reason', 'reasonKind'],
  exchange_items: ['orderNumber', 'items', 'reason', 'reasonKind'],
  refund_without_return: ['orderNumber', 'items', 'reason', 'reasonKind'],
  price_protection: ['orderNumber', 'items'],
  cancel_return: ['orderNumber', 'returnId'],
  track_return: ['orderNumber', 'returnId'],
  request_invoice: ['orderNumber', 'kind', 'title', 'email'],
  expedite: ['orderNumber', 'what'],
  change_customer_address: ['address'],
  create_ticket: ['kind', 'text', 'orderNumber'],
  notify_when_in_stock: ['productId', 'variantId'],
  quote_refund: ['orderNumber', 'items'],
  hand_off: [],
  get_customer: [],
  list_tickets: [],
  get_policy: [],
};

export function randomProposal(random: SeededRandom): Proposed {
  if (random.below(20) === 0) return { name: pick(random, DOORS), input: { ...DECIDING } };
  const name = pick(
    random,
    COMMAND_NAMES.filter((each) => each !== 'hand_off'),
  );
  const members =
    random.below(8) === 0 ? Object.keys(MEMBERS).filter(() => random.below(4) === 0) : (TAKES[name] ?? ['orderNumber']);
  const input: Record<string, unknown> = Object.fromEntries(
    members.map((member) => [member, MEMBERS[member]?.(random)]),
  );
  // Now and then a well-formed wish about an own order: the gate must stop more than what is malformed.
  if (random.below(3) === 0 && 'orderNumber' in input) input.orderNumber = pick(random, Object.values(OWN_ORDERS));
  if (random.below(3) === 0 && 'items' in input)
    input.items = [{ lineId: 'line-1', quantity: 1, ...(name.startsWith('e') && { variantId: 'shoe-43' }) }];
  if (random.below(3) === 0 && 'reason' in input) input.reason = '不喜欢';
  if (random.below(8) === 0) Object.assign(input, Object.fromEntries([pick(random, Object.entries(DECIDING))]));
  return { name, input: random.below(60) === 0 ? pick(random, [null, [], 'x', 7, COMMANDING]) : input };
}

/** A well-formed wish, about the order of that number where the command takes one. */
export function soundInput(name: string, orderNumber: unknown): Record<string, unknown> {
  const members = TAKES[name] ?? ['orderNumber'];
  const input = Object.fromEntries(members.map((member) => [member, SOUND[member]]));
  return { ...input, ...SOUND_FOR[name], ...(members.includes('orderNumber') && { orderNumber }) };
}

/** Made by hand: each command against a foreign, an absent and an own order with what would decide; wrong counts; doors that do not exist. */
export function craftedProposals(): Proposed[] {
  const [unsent, delivered, dear] = Object.values(OWN_ORDERS);
  const perCommand = COMMAND_NAMES.filter((name) => name !== 'hand_off').flatMap((name) => [
    { name, input: soundInput(name, 'XE20000') },
    { name, input: soundInput(name, 'XE20001') },
    { name, input: soundInput(name, 'XE9999') },
    { name, input: { ...soundInput(name, unsent), ...DECIDING } },
    { name, input: { ...soundInput(name, delivered), customerId: 'customer-2' } },
  ]);
  const counts = QUANTITIES.flatMap((quantity) =>
    ['return_items', 'exchange_items', 'refund_without_return', 'price_protection'].map((name) => ({
      name,
      input: {
        ...soundInput(name, delivered),
        items: [{ lineId: 'line-1', quantity, ...(name === 'exchange_items' && { variantId: 'shoe-43' }) }],
      },
    })),
  );
  const means = MEANS.map((paymentMethodId) => ({
    name: 'change_order_payment',
    input: { orderNumber: unsent, paymentMethodId },
  }));
  const returns = RETURNS.map((returnId) => ({ name: 'cancel_return', input: { orderNumber: delivered, returnId } }));
  const doors = DOORS.map((name) => ({ name, input: DECIDING }));
  return [
    ...perCommand,
    ...counts,
    ...means,
    ...returns,
    ...doors,
    { name: 'cancel_order', input: { orderNumber: dear, reason: COMMANDING } },
  ];
}

const SOUND: Record<string, unknown> = {
  items: [{ lineId: 'line-1', quantity: 1 }],
  reason: '不喜欢',
  reasonKind: 'no-reason',
  paymentMethodId: 'pay-customer-2',
  returnId: 'return-order-of-customer-2-0',
  what: 'dispatch',
  kind: 'personal',
  title: '林晓',
  email: 'lin@example.com',
  contact: '13900000001',
  address: { street: '新街 1 号' },
  text: COMMANDING,
  productId: 'shoe',
  productIds: ['shoe', 'shoe'],
  variantId: 'shoe-44',
  limit: 20,
};

/** Where one member means different things to different commands. */
const SOUND_FOR: Record<string, Record<string, unknown>> = {
  change_order_items: { items: [{ lineId: 'line-1', variantId: 'shoe-43' }] },
  exchange_items: { items: [{ lineId: 'line-1', quantity: 1, variantId: 'shoe-43' }] },
  create_ticket: { kind: 'complaint' },
};
