import { expect, it } from 'vitest';
import { orderNumberKey, orderNumberWithZeros } from './order-number.ts';

it('[ACT-80] an order number is read whatever its width, case, spaces and marks, and stays text however long it is', () => {
  expect(orderNumberKey(' ＃ｘｅ２０２６１１０５ － 0001 ')).toBe('xe20261105-0001');
  expect(orderNumberKey('1234567890123456789')).toBe('1234567890123456789');
});

it.each([
  ['XE2O261105-0001', 'xe20261105-0001'],
  ['xe20261105-OOO1', 'xe20261105-0001'],
  ['XE20261105-OOOO', 'xe20261105-0000'],
  ['＃Ｗ５４９Ｏ１１１', 'w5490111'],
])('[ACT-80] a letter O among digits may be a zero: %s', (written, meant) => {
  expect(orderNumberWithZeros(written)).toBe(meant);
});

it.each(['XE20261105-0001', 'FOO-12', 'ORDER-OF-9', 'OO', ''])(
  '[ACT-80] letters that are letters stay: %j',
  (written) => {
    expect(orderNumberWithZeros(written)).toBeNull();
  },
);
