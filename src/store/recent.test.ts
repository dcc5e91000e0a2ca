import { describe, expect, it } from 'vitest';
import { recent } from './recent.ts';

describe('the latest few', () => {
  it('[STORE-10] no more is remembered than the limit: what was not asked for longest makes room', () => {
    const few = recent<number>(2);
    few.set('a', 1);
    few.set('b', 2);
    expect(few.get('a')).toBe(1);
    few.set('c', 3);
    expect([few.get('a'), few.get('b'), few.get('c')]).toEqual([1, undefined, 3]);
    few.set('a', 4);
    few.set('d', 5);
    expect([few.get('a'), few.get('c'), few.get('d')]).toEqual([4, undefined, 5]);
    few.clear();
    expect(few.get('a')).toBeUndefined();
  });
});
