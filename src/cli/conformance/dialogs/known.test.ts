import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../core/fact.ts';
import { askedAgain } from './known.ts';
import type { Turn } from './play.ts';

const order = {
  items: [
    { name: 'Lamp', item_id: 'red-lamp' },
    { name: 'Desk', item_id: 'oak-desk' },
    { name: 'Mug', item_id: 'm1' },
    { name: 'Mug', item_id: 'm2' },
  ],
};
const ground = {
  customer: {
    name: { first_name: 'Ann', last_name: 'Lee' },
    email: 'ann@example.com',
    address: { zip: '97301' },
    orders: ['#W1000001', '#W1000002'],
    payment_methods: {
      one: { source: 'credit_card', brand: 'visa', last_four: '1111' },
      two: { source: 'credit_card', brand: 'visa', last_four: '2222' },
      three: { source: 'paypal' },
    },
  },
  start: { orders: { '#W1000001': order }, users: {} },
  inference: {
    customerId: 'ann',
    acts: [],
    order: '#W1000001',
    changed: {
      orders: {
        '#W1000001': { ...order, items: [{ name: 'Lamp', item_id: 'blue-lamp' }, ...order.items.slice(1)] },
        '#W1000002': { address: { address1: '2 Oak St', zip: '97302' } },
      },
      users: {},
    },
    misaligned: null,
  },
  options: new Map([
    ['red-lamp', { color: 'red', size: 'S' }],
    ['blue-lamp', { color: 'blue', size: 'S' }],
  ]),
};

const EFFECT = { kind: 'effect' } as Fact;

function turn(said: string, asking: string | null, rest: Partial<Turn> = {}): Turn {
  const flow = { command: 'change_order_items' as const, slots: { orderNumber: 'W1000001' }, asking };
  return { said, reply: '…', commands: [], facts: [], cards: [], flow, ...rest };
}

const asked = (...turns: Turn[]) => askedAgain(turns, ground).map((each) => each.asked);

describe('asked for what it already knew', () => {
  it.each([
    ['verify', 'it is ann@example.com', true],
    ['contact', 'Ann Lee, 97301', true],
    ['verify', 'I am Ann Lee', false],
    ['verify', 'I am ann_lee_1234, 97301', false],
    ['verify', 'it is other.ann@example.com', false],
    ['order', 'order W1000001', true],
    ['order', 'order W1000001 or #W1000002', false],
    ['order', 'order W10000011', false],
    ['reason', 'I ordered it by mistake', true],
    ['reason', 'cancel it', false],
    ['means', 'to PayPal', true],
    ['means', 'the card 2222', true],
    ['means', 'to my visa', false],
    ['items', 'the lamp and the desk', true],
    ['items', 'a mug', false],
    ['size', 'the blue one', true],
    ['size', 'another one', false],
    ['address', '2 Oak St, 97302', true],
    ['address', '2 Oak St', false],
    ['confirm', 'yes', false],
  ])('[ACT-131] %s after “%s”: %s', (asking, said, isKnown) => {
    expect(asked(turn(said, asking))).toEqual(isKnown ? [asking] : []);
    expect(asked(turn(said, null), turn('well', asking))).toEqual(isKnown ? [asking] : []);
  });

  it('[ACT-131] after something was done another order may be meant, but he is still the same customer', () => {
    const done = turn('yes', null, { facts: [EFFECT] });
    expect(asked(turn('W1000001', null), done, turn('and another', 'order'))).toEqual([]);
    expect(asked(turn('ann@example.com', null), done, turn('and another', 'verify'))).toEqual(['verify']);
  });

  it('[ACT-131] where the clerk keeps silent nothing is asked', () => {
    expect(asked(turn('ann@example.com', 'verify', { reply: null }))).toEqual([]);
  });
});
