import { describe, expect, it } from 'vitest';
import { differences, type EndState, expectedEnd } from './compare.ts';

const start: EndState = {
  orders: { '#W1': { status: 'pending', payment_history: [{ amount: 10 }] }, '#W2': { status: 'delivered' } },
  users: { mia: { payment_methods: { gift_card_1: { balance: 51 } } } },
};

describe('two ends of the benchmark’s shop', () => {
  it('[ACT-130] are equal where the sums are, to the cent, whatever the binary fractions', () => {
    const expected = expectedEnd(start, {
      orders: { '#W1': { status: 'pending', payment_history: [{ amount: 98.16000000000031 }] } },
      users: {},
    });
    const found = {
      ...start,
      orders: { ...start.orders, '#W1': { status: 'pending', payment_history: [{ amount: 98.16 }] } },
    };
    expect(differences(expected, found)).toEqual([]);
    const cent = {
      ...start,
      orders: { ...start.orders, '#W1': { status: 'pending', payment_history: [{ amount: 98.17 }] } },
    };
    expect(differences(expected, cent)).toEqual([
      { where: 'orders.#W1.payment_history', expected: [{ amount: 98.16 }], found: [{ amount: 98.17 }] },
    ]);
  });

  it('[ACT-130] differ in a record that nobody asked to change, in one that is missing and in a member too many', () => {
    const found: EndState = {
      orders: { '#W1': { status: 'cancelled', payment_history: [{ amount: 10 }], cancel_reason: 'x' } },
      users: { mia: { payment_methods: { gift_card_1: { balance: 50 } } } },
    };
    expect(
      differences(expectedEnd(start, { orders: {}, users: {} }), found)
        .map(({ where }) => where)
        .sort(),
    ).toEqual([
      'orders.#W1.cancel_reason',
      'orders.#W1.status',
      'orders.#W2',
      'users.mia.payment_methods.gift_card_1.balance',
    ]);
  });
});
