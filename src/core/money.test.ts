import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, allocate, formatMoney, money, moneyFromDecimal, sum } from './money.ts';

describe('money', () => {
  it('[CORE-1] refuses fractions of a minor unit and mixed currencies', () => {
    expect(() => money(1.5, 'CNY')).toThrow('money.not-integer');
    expect(() => money(Number.MAX_SAFE_INTEGER + 1, 'CNY')).toThrow('money.not-integer');
    expect(() => add(money(1, 'CNY'), money(1, 'USD'))).toThrow('money.mixed');
    expect(sum([money(1, 'CNY'), money(2, 'CNY')], 'CNY')).toEqual(money(3, 'CNY'));
  });

  it('[CORE-2] splits to the last minor unit for any weights', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }), (amount, weights) => {
        const parts = allocate(money(amount, 'CNY'), weights);
        expect(sum(parts, 'CNY').amount).toBe(amount);
        expect(parts.every((part) => part.amount >= 0)).toBe(true);
      }),
      { seed: 20261125 },
    );
    expect(allocate(money(100, 'CNY'), [1, 1, 1]).map(({ amount }) => amount)).toEqual([34, 33, 33]);
    expect(allocate(money(5, 'CNY'), [0, 2, 0]).map(({ amount }) => amount)).toEqual([0, 5, 0]);
    expect(allocate(money(5, 'JPY'), [0, 0]).map(({ amount }) => amount)).toEqual([3, 2]);
  });

  it.each([
    ['18732.0', 'CNY', 1_873_200],
    [47.84, 'USD', 4_784],
    ['0', 'CNY', 0],
    ['-3.5', 'CNY', -350],
    [1200, 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['0.10', 'USD', 10],
  ])('[CORE-3] reads %s %s exactly', (decimal, currency, amount) => {
    expect(moneyFromDecimal(decimal, currency)).toEqual({ amount, currency });
  });

  it.each([
    ['1.234', 'CNY'],
    ['1.5', 'JPY'],
    ['', 'CNY'],
    ['12,50', 'CNY'],
    ['1e3', 'CNY'],
    ['NaN', 'CNY'],
  ])('[CORE-3] refuses %s %s', (decimal, currency) => {
    expect(() => moneyFromDecimal(decimal, currency)).toThrow('money.unreadable');
  });

  it('formats as a shopper reads it', () => {
    expect(formatMoney(money(19_900, 'CNY'), 'zh')).toBe('¥199');
    expect(formatMoney(money(19_950, 'CNY'), 'en')).toBe('¥199.50');
    expect(formatMoney(money(4_784, 'USD'), 'en')).toBe('$47.84');
    expect(formatMoney(money(1200, 'JPY'), 'en')).toBe('¥1,200');
  });
});
