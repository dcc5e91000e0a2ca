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
const knowledge = knowledgeOf(demoArticles('2026-11-28T08:00:00.000Z'), {
  topicsOf: async (text) =>
    new Map((await understander.understand(text)).intents.map(({ name, probability }) => [name, probability])),
});

interface Row {
  kind: string;
  question: string;
  relevant: string[];
  found: string[];
}

async function measured(locale: 'zh' | 'en'): Promise<Row[]> {
  const lines = readFileSync(join(import.meta.dirname, `${locale}.tsv`), 'utf8')
    .trimEnd()
    .split('\n');
  const rows: Row[] = [];
  for (const line of lines) {
    const [kind = '', question = '', ids = ''] = line.split('\t');
    const found = await knowledge.search({ text: question, locale, limit: 5 });
    rows.push({
      ...{ kind, question },
      relevant: ids.split(',').filter(Boolean),
      found: found.map(({ articleId }) => articleId),
    });
  }
  return rows;
}

/** Whether the first is right (or nothing was found where nothing is), and which share of the right ones is among five. */
function scores({ relevant, found }: Row): { first: number; five: number } {
  if (relevant.length === 0) return { first: Number(found.length === 0), five: Number(found.length === 0) };
  const hits = relevant.filter((id) => found.includes(id)).length;
  return { first: Number(relevant.includes(found[0] ?? '')), five: hits / relevant.length };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Questions on which thresholds and weights may be tuned; others, which nobody tunes on, are measured beside them. */
describe.each(['zh', 'en'] as const)('questions of the development set (%s)', (locale) => {
  it('are answered about as well as when they were last looked at', async () => {
    const rows = await measured(locale);
    const kinds = Map.groupBy(rows, ({ kind }) => kind);
    const table = [...kinds].map(([kind, of]) => ({
      ...{ kind, questions: of.length },
      first: mean(of.map((row) => scores(row).first)),
      five: mean(of.map((row) => scores(row).five)),
    }));
    if (process.env.SHOW) {
      console.table(table);
      for (const row of rows)
        if (scores(row).first < 1 || scores(row).five < 0.5)
          console.log(row.kind, row.question, row.relevant.join(','), '→', row.found.join(','));
    }
    expect(rows.length).toBeGreaterThanOrEqual(150);
  }, 60_000);
});
