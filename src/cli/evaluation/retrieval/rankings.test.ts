import { expect, it } from 'vitest';
import { ndcgAt, rankingFigures, recallAt } from './rankings.ts';

it('[CLI-60] recall is the share of what answers among the first, of as many as fit there', () => {
  const ranking = { found: ['a', 'x', 'b'], right: ['a', 'b', 'c'] };
  expect([1, 2, 3, 5].map((k) => recallAt(k, ranking))).toEqual([1, 1 / 2, 2 / 3, 2 / 3]);
});

it('[CLI-60] nDCG is 1 where all that answers stands first, and less the further down it stands', () => {
  expect(ndcgAt(10, { found: ['b', 'a', 'x'], right: ['a', 'b'] })).toBe(1);
  expect(ndcgAt(10, { found: ['x', 'a'], right: ['a'] })).toBeCloseTo(1 / Math.log2(3));
  expect(ndcgAt(1, { found: ['x', 'a'], right: ['a'] })).toBe(0);
});

it('[CLI-60] questions that nothing answers count apart', () => {
  const rankings = [
    { found: ['a'], right: ['a'] },
    { found: [], right: ['a'] },
    { found: [], right: [] },
    { found: ['a'], right: [] },
  ];
  expect(rankingFigures(rankings)).toEqual({
    ...{ answered: 2, recall1: 0.5, recall5: 0.5, ndcg10: 0.5, silent: 0.5 },
    ...{ unanswered: 2, refused: 0.5 },
  });
  expect(rankingFigures([])).toMatchObject({ recall1: null, refused: null });
});
