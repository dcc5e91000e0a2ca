import { describe, expect, it } from 'vitest';
import { matchesOf } from './matches.ts';

describe('matchesOf', () => {
  it.each([
    ['退货 退款 换货', /退(.)/g],
    ['aXbX', /(?<=b)x/gi],
    ['👍👍', /(?:)/gu],
    ['nothing', /\d+/g],
    ['', /\d*/g],
  ])('finds in %j what matchAll finds', (text, pattern) => {
    const plain = (found: RegExpExecArray[]) => found.map((match) => [match.index, ...match]);
    expect(plain(matchesOf(text, pattern))).toEqual(plain([...text.matchAll(pattern)]));
    expect(pattern.lastIndex).toBe(0);
  });
});
