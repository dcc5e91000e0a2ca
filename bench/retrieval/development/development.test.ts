import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../src/knowledge/testing/knowledge-of.ts';
import { openReader } from '../../../src/language/understanding/open-reader.ts';
import { createUnderstander } from '../../../src/language/understanding/understander.ts';
import { demoArticles } from '../../../src/shops/demo/articles/articles.ts';

const ROOT = join(import.meta.dirname, '../../..');
const understander = createUnderstander({
  model: () => openReader({ model: join(ROOT, 'models/understanding'), corpus: join(ROOT, 'corpus') }),
});
const articles = demoArticles('2026-11-28T08:00:00.000Z');
const isWritten = (id: string) => articles.some((article) => article.id === id);
const knowledge = knowledgeOf(articles, {
  topicsOf: async (text) =>
    new Map((await understander.understand(text)).intents.map(({ name, probability }) => [name, probability])),
});

interface Row {
  relevant: string[];
  found: string[];
}

async function measured(locale: 'zh' | 'en'): Promise<Row[]> {
  const lines = readFileSync(join(import.meta.dirname, `${locale}.tsv`), 'utf8')
    .trimEnd()
    .split('\n');
  const rows: Row[] = [];
  for (const line of lines) {
    const [, question = '', ids = ''] = line.split('\t');
    const found = await knowledge.search({ text: question, locale, limit: 5 });
    rows.push({
      relevant: ids.split(',').filter(Boolean),
      found: found.map(({ articleId }) => articleId),
    });
  }
  return rows;
}

/** Whether the first is right (or nothing was found where nothing is), and which share of the right ones is among five. */
function scores({ relevant, found }: Row): { none: boolean; first: number; five: number } {
  if (relevant.length === 0) return { none: true, first: Number(found.length === 0), five: 0 };
  const hits = relevant.filter((id) => found.includes(id)).length;
  return { none: false, first: Number(relevant.includes(found[0] ?? '')), five: hits / relevant.length };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Questions on which thresholds and weights may be tuned; others, which nobody tunes on, are measured beside them. */
describe.each([
  ['zh', { first: 0.82, five: 0.88, none: 0.6 }],
  ['en', { first: 0.82, five: 0.88, none: 0.7 }],
] as const)('questions of the development set (%s)', (locale, least) => {
  it('are answered about as well as when they were last looked at', async () => {
    const rows = (await measured(locale)).filter(({ relevant }) => relevant.every(isWritten)).map(scores);
    const of = (none: boolean) => rows.filter((row) => row.none === none);
    expect(mean(of(false).map(({ first }) => first))).toBeGreaterThan(least.first);
    expect(mean(of(false).map(({ five }) => five))).toBeGreaterThan(least.five);
    expect(mean(of(true).map(({ first }) => first))).toBeGreaterThan(least.none);
  }, 60_000);
});
