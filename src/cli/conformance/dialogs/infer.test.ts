import { describe, expect, it } from 'vitest';
import type { Json } from '../../../core/json.ts';
import { infer } from './infer.ts';
import { customerMessages, utterancesOf } from './transcripts.ts';

const pending = {
  order_id: '#W1000001',
  user_id: 'ann_lee_1',
  address: { address1: '1 Elm St', address2: '', city: 'Salem', country: 'USA', state: 'OR', zip: '97301' },
  items: [{ name: 'Lamp', product_id: 'p1', item_id: 'i1', price: 30, options: { color: 'red' } }],
  fulfillments: [],
  status: 'pending',
  payment_history: [{ transaction_type: 'payment', amount: 30, payment_method_id: 'gift_card_1' }],
};
const ann = {
  name: { first_name: 'Ann', last_name: 'Lee' },
  address: pending.address,
  email: 'ann@example.com',
  payment_methods: { gift_card_1: { source: 'gift_card', id: 'gift_card_1', balance: 5 } },
  orders: ['#W1000001'],
};
const start = {
  orders: { '#W1000001': pending, '#W1000002': { ...pending, order_id: '#W1000002' } },
  users: { ann_lee_1: ann, bob_ray_2: { ...ann, email: 'bob@example.com', orders: [] } },
} satisfies Record<string, Record<string, Json>>;

function inferred(...answers: (Json | string)[]) {
  const utterances = answers.map((answer) => ({
    role: 'tool' as const,
    text: typeof answer === 'string' ? answer : JSON.stringify(answer),
  }));
  return infer({ index: 0, utterances }, start);
}

const cancelled = {
  ...pending,
  status: 'cancelled',
  cancel_reason: 'no longer needed',
  payment_history: [
    ...pending.payment_history,
    { transaction_type: 'refund', amount: 30, payment_method_id: 'gift_card_1' },
  ],
};
const moved = { ...pending, address: { ...pending.address, address1: '2 Oak St' } };

describe('a transcript', () => {
  it('[ACT-131] is taken apart by who speaks; the simulator’s sign is no word of the customer’s', () => {
    const utterances = utterancesOf(
      'user: Hi,\nI am Ann\nassistant: None\ntool: \nuser: bye ###STOP###\nuser: ###STOP###',
    );
    expect(utterances.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'user', 'user']);
    expect(customerMessages({ index: 0, utterances })).toEqual(['Hi,\nI am Ann', 'bye']);
  });
});

describe('what the tools’ answers tell', () => {
  it('[ACT-131] a record that is only read is no write', () => {
    expect(inferred('ann_lee_1', pending)).toMatchObject({
      customerId: 'ann_lee_1',
      acts: [],
      order: '#W1000001',
      changed: { orders: {}, users: {} },
      misaligned: null,
    });
  });

  it('[ACT-131] a cancellation, with what it puts back on the gift card', () => {
    const { acts, changed } = inferred('ann_lee_1', pending, cancelled);
    expect(acts).toEqual([{ kinds: ['cancel_order'], done: true, order: '#W1000001' }]);
    expect(changed.orders).toEqual({ '#W1000001': cancelled });
    expect(changed.users).toMatchObject({ ann_lee_1: { payment_methods: { gift_card_1: { balance: 35 } } } });
  });

  it('[ACT-131] one write after the other on the same order', () => {
    const { payment_history: account } = pending;
    const entry = { transaction_type: 'payment', amount: 30, payment_method_id: 'paypal_1' };
    const paid = { ...moved, payment_history: [...account, entry] };
    expect(inferred(moved, paid).acts.map(({ kinds }) => kinds[0])).toEqual([
      'change_order_address',
      'change_order_payment',
    ]);
  });

  it('[ACT-131] another default address, in the words of either tool', () => {
    const { state, ...rest } = pending.address;
    expect(inferred(pending, { ...ann, address: { ...rest, province: state } }).acts).toEqual([]);
    const { acts, order } = inferred(pending, { ...ann, address: moved.address });
    expect(acts).toEqual([{ kinds: ['change_customer_address'], done: true, order: null }]);
    expect(order).toBeNull();
  });

  it('[ACT-131] an error tells which tool was tried, and a transfer is a person', () => {
    const { acts } = inferred(pending, 'Error: non-delivered order cannot be exchanged', 'Transfer successful');
    expect(acts.map(({ kinds, done }) => [kinds, done])).toEqual([
      [['exchange_items'], false],
      [['hand_off'], true],
    ]);
  });

  it.each<[string, (Json | string)[], RegExp]>([
    ['no order', ['ann_lee_1', 'Transfer successful'], /no order in the results/],
    ['an order that the data do not have', [{ ...pending, order_id: '#W9' }], /#W9 is not in the data/],
    ['a record that no single write makes', [{ ...cancelled, address: moved.address }], /no single write/],
    ['two customers', ['bob_ray_2', pending], /two customers/],
    ['somebody whom the data do not have', [pending, { ...ann, email: 'eve@example.com' }], /nobody has the e-mail/],
    ['another name', [pending, { ...ann, name: { first_name: 'Amy', last_name: 'Lee' } }], /is another: name/],
  ])('[ACT-131] %s does not align and is not guessed at', (_what, answers, why) => {
    expect(inferred(...answers).misaligned).toMatch(why);
  });
});
