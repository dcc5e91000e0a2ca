import { AppError } from '../../src/core/errors.ts';
import { instant } from '../../src/core/instant.ts';
import type { ListedArticle } from '../../src/knowledge/ports.ts';
import { createReader } from '../../src/reader.ts';
import { demoArticles } from '../../src/shops/demo/articles/articles.ts';
import { describeMachine } from '../support.ts';
import type { UnderstandingOptions } from '../understanding/options.ts';
import { benchBanking } from './banking.ts';
import { fullText } from './contestants/full-text.ts';
import { miniSearch } from './contestants/minisearch.ts';
import { orama } from './contestants/orama.ts';
import { ours } from './contestants/ours.ts';
import { benchQuality } from './quality.ts';
import { benchScale } from './scale/scale.ts';

const PARTS = ['zh', 'en', 'banking', 'scale'];

function shopArticles(): ListedArticle[] {
  return demoArticles(instant('2026-11-28T08:00:00Z')).map(({ id, title, body, topics }) => ({
    ...{ articleId: id, title, body, topics },
    ...{ audience: 'public', validFrom: null, validUntil: null },
  }));
}

export async function benchRetrieval({ data, parts, rows }: UnderstandingOptions): Promise<void> {
  const unknown = parts.filter((name) => !PARTS.includes(name));
  if (unknown.length > 0)
    throw new AppError('bench.parts', { detail: `no ${unknown.join(', ')}; there are ${PARTS.join(', ')}` });
  const has = (part: string) => parts.length === 0 || parts.includes(part);
  console.log(`\n## Retrieval\n\n${describeMachine()}`);
  const reader = createReader({ warn: (error) => console.error(error) });
  try {
    await reader.understand('');
    const articles = shopArticles();
    const contestants = [...ours(reader), miniSearch, orama, fullText];
    for (const locale of ['zh', 'en'] as const) if (has(locale)) await benchQuality(contestants, articles, locale);
    if (has('banking')) await benchBanking(contestants, articles, data);
    if (has('scale')) await benchScale(articles, rows);
  } finally {
    await reader.close();
  }
}
