import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/clock.ts';
import { lineDiff } from './line-diff.ts';

const text = (kinds: readonly string[], before: string, after: string) =>
  lineDiff(before, after)
    .filter(({ kind }) => kinds.includes(kind))
    .map((line) => line.text)
    .join('\n');

/** Lines in common, by the table that everybody can check. */
function common(old: string[], young: string[]): number {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(young.length + 1).fill(0));
  const at = (x: number, y: number) => table[x]?.[y] ?? 0;
  for (let x = 1; x <= old.length; x++)
    for (let y = 1; y <= young.length; y++) {
      const row = table[x];
      if (row) row[y] = old[x - 1] === young[y - 1] ? at(x - 1, y - 1) + 1 : Math.max(at(x - 1, y), at(x, y - 1));
    }
  return at(old.length, young.length);
}

describe('comparing two texts', () => {
  it('[KNOW-76] gives both texts back, with as many lines in common as there are', () => {
    const random = seededRandom(4);
    const lines = () => Array.from({ length: random.below(12) + 1 }, () => 'abcd'[random.below(4)] ?? '');
    for (let round = 0; round < 300; round++) {
      const [old, young] = [lines(), lines()];
      const [before, after] = [old.join('\n'), young.join('\n')];
      expect(text(['same', 'removed'], before, after)).toBe(before);
      expect(text(['same', 'added'], before, after)).toBe(after);
      expect(lineDiff(before, after).filter(({ kind }) => kind === 'same')).toHaveLength(common(old, young));
    }
  });

  it('[KNOW-76] long texts that have nothing in common are replaced, at once', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, line) => `${word} ${line}`).join('\n');
    const started = performance.now();
    const compared = lineDiff(`first\n${long('old')}`, `first\n${long('new')}`);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect([compared[0]?.kind, compared[1]?.kind, compared.at(-1)?.kind]).toEqual(['same', 'removed', 'added']);
  });
});
