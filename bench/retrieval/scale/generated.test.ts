import { expect, it } from 'vitest';
import { instant } from '../../../src/core/instant.ts';
import { indexed } from '../../../src/knowledge/indexed.ts';
import { demoArticles } from '../../../src/shops/demo/articles/articles.ts';
import { generated } from './generated.ts';

const shop = demoArticles(instant('2026-11-28T08:00:00Z')).map(({ id, title, body, topics }) => ({
  ...{ articleId: id, title, body, topics },
  ...{ audience: 'public' as const, validFrom: null, validUntil: null },
}));

it('generated articles are as many pieces as asked for, the same ones each time, with words common and rare', () => {
  const articles = generated(shop, 1_000);
  expect(generated(shop, 1_000)).toEqual(articles);
  const pieces = articles.flatMap((each) =>
    indexed({ ...each, number: 1, by: 'x', at: '2026-11-28T08:00:00Z', note: '' }, 0),
  );
  expect(pieces.length).toBeGreaterThan(950);
  expect(pieces.length).toBeLessThanOrEqual(1_000);
  const counts = new Map<string, number>();
  for (const { textTerms } of pieces) for (const term of textTerms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const sorted = [...counts.values()].sort((one, other) => other - one);
  // Of Zipf's kind: half of all terms stand once or twice, the most common in a tenth of all pieces and more.
  expect(sorted[0]).toBeGreaterThan(pieces.length / 10);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(2);
});
