import { expect, it } from 'vitest';
import { type Answered, ask, bestThreshold, decisions, isRightFirst, isTold, rightAtRefusals } from './ask.ts';

const answered = (score: number, right: string[], found = ['a']): Answered => ({
  ...{ question: { text: 'one two', way: 'direct', right }, found, score, milliseconds: 1 },
});

it('articles stand once, and what a question across languages is answered by is out while it is asked', async () => {
  const told: string[] = [];
  const index = {
    search: async (text: string) => {
      told.push(text);
      return ['a', 'b', 'a'].map((articleId, at) => ({ articleId, score: 3 - at }));
    },
    hide: async (ids: readonly string[]) => void told.push(`− ${ids}`),
    show: async (ids: readonly string[]) => void told.push(`+ ${ids}`),
    close: async () => undefined,
  };
  const [first, second] = await ask(index, [
    { text: 'x', way: 'direct', right: ['a'] },
    { text: 'y', way: 'cross-language', right: ['a', 'b'] },
  ]);
  expect(first).toMatchObject({ found: ['a', 'b'], score: 3 });
  expect(second).toMatchObject({ found: ['a', 'b'] });
  expect(told).toEqual(['x', '− a,b', 'y', '+ a,b']);
});

it('the best threshold tells right answers from questions that nothing answers', () => {
  const lines = [answered(9, ['a']), answered(7, ['a']), answered(5, []), answered(3, ['a']), answered(2, [])];
  const threshold = bestThreshold(lines);
  expect(threshold).toEqual({ perWord: false, from: 7 });
  expect(lines.map((each) => isRightFirst(each, threshold))).toEqual([true, true, false, false, false]);
  expect(lines.map((each) => isTold(each, threshold))).toEqual([true, true, false, false, false]);
  expect(isTold(answered(9, [], []), null)).toBe(false);
  expect(decisions(lines, threshold)).toEqual({ refused: 1, right: 2 / 3, missed: 1 / 3 });
  expect([0, 0.5, 1].map((refused) => rightAtRefusals(lines, refused))).toEqual([1, 1, 2 / 3]);
});
