import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDecimal } from './decimal.ts';
import { readNumbers } from './numbers.ts';
import { parseChineseNumeral } from './numerals.ts';

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** As it is written on a cheque, in lower-case numerals: 10305 → 一万零三百零五. */
function write(value: number): string {
  if (value === 0) return '零';
  if (value >= 100_000_000) return group(value, 100_000_000, '亿');
  if (value >= 10_000) return group(value, 10_000, '万');
  let text = '';
  let zero = false;
  const digits = String(value);
  [...digits].forEach((character, at) => {
    if (character === '0') zero = text !== '';
    else {
      text += `${zero ? '零' : ''}${DIGITS[Number(character)]}${UNITS[digits.length - 1 - at]}`;
      zero = false;
    }
  });
  return text;
}

function group(value: number, size: number, mark: string): string {
  const rest = value % size;
  return `${write(Math.floor(value / size))}${mark}${rest === 0 ? '' : `${rest < size / 10 ? '零' : ''}${write(rest)}`}`;
}

describe('numerals', () => {
  it('[LANG-20] every whole number survives being written in Chinese', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(99_999), fc.nat(2_000_000_000), fc.maxSafeNat()), (value) => {
        expect(parseChineseNumeral(write(value))).toBe(String(value));
      }),
      { numRuns: 2_000, seed: 11 },
    );
  });

  it('[LANG-20] short forms, read-out digits and decimals', () => {
    for (const [text, value] of Object.entries({
      一千五: '1500',
      三万二: '32000',
      两百五: '250',
      一百零五: '105',
      一百十五: '115',
      十五: '15',
      二十: '20',
      廿三: '23',
      百: '100',
      半: '0.5',
      二〇二五: '2025',
      三点五: '3.5',
      一万五: '15000',
      一万零五: '10005',
      两万三千: '23000',
      贰佰伍拾: '250',
      三亿五: '350000000',
      一三八零零: '13800',
      十万五: '105000',
      两千零八: '2008',
    })) {
      expect([text, parseChineseNumeral(text)]).toEqual([text, value]);
    }
    for (const text of ['', '点五', '三点', '百千', '十百', '好', '一二百三', '三百二百'])
      expect([text, parseChineseNumeral(text)]).toEqual([text, null]);
  });

  it('[LANG-21] decimals are moved, never rounded', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 30n), fc.integer({ min: -12, max: 12 }), (digits, places) => {
        expect(shiftDecimal(shiftDecimal(String(digits), places), -places)).toBe(String(digits));
      }),
      { numRuns: 500, seed: 3 },
    );
    expect(shiftDecimal('1.5', 3)).toBe('1500');
    expect(shiftDecimal('0.1', 1)).toBe('1');
    expect(readNumbers('1029384756102938475.10')[0]?.value.from).toBe('1029384756102938475.1');
  });

  it('[LANG-22] numbers in a sentence stand where they were written', () => {
    const text = '大概三四百，或者１,２９９.50，再不行 two hundred and fifty，十几个也行';
    expect(readNumbers(text).map(({ value, start, end }) => [value.from, value.to, text.slice(start, end)])).toEqual([
      ['300', '400', '三四百'],
      ['1299.5', '1299.5', '１,２９９.50'],
      ['250', '250', 'two hundred and fifty'],
      ['11', '19', '十几'],
    ]);
  });
});
