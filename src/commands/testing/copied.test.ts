import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copied } from './copied.ts';

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

it('a copy is equal, and no object of it is one of what was copied', () => {
  fc.assert(
    fc.property(fc.object({ withDate: true, withMap: true, withTypedArray: true, maxDepth: 3 }), (given) => {
      const before = new Set(objectsIn(given));
      const copy = copied(given);
      expect(copy).toEqual(structuredClone(given));
      expect(objectsIn(copy).filter((each) => before.has(each))).toEqual([]);
    }),
    { seed: 1 },
  );
});

it('members that are undefined or called __proto__ are members of the copy', () => {
  const given = JSON.parse('{"__proto__": {"a": [1]}}');
  const copy = copied({ ...given, b: undefined });
  expect(Object.keys(copy)).toEqual(['__proto__', 'b']);
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":[1]}}');
});
