import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments, readQueries } from '../../src/cli/evaluation/retrieval/read-files.ts';
import type { ListedArticle } from '../../src/knowledge/ports.ts';
import { percent, printTable } from '../support.ts';
import { type Answered, ask } from './ask.ts';
import type { Contestant } from './contestant.ts';
import { choose, rankingsOf } from './quality.ts';

const NAME = 'faq_banking';

/** Whole scenarios as queries, over another trade's documents. Settings are those chosen on the shop's own development questions. */
export async function benchBanking(
  contestants: readonly Contestant[],
  articles: readonly ListedArticle[],
  data: string | null,
): Promise<void> {
  const folder = data === null ? null : join(data, NAME);
  if (folder === null || !existsSync(folder)) {
    console.log(`\n${NAME}: not run, for --data names no folder that holds it.`);
    return;
  }
  const documents = readDocuments(join(folder, 'documents.jsonl'), 'en');
  const questions = readQueries(join(folder, 'queries_dev.jsonl'), documents).map((query) => ({ ...query, way: NAME }));
  const rows: string[][] = [];
  const add = (name: string, answered: readonly Answered[]) => {
    const { recall1, recall5, ndcg10, silent } = rankingsOf(answered);
    const seconds = answered.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1_000;
    const rate = seconds > 0 ? (answered.length / seconds).toFixed(1) : '–';
    rows.push([name, percent(recall1), percent(recall5), ndcg10?.toFixed(3) ?? '–', percent(silent), rate]);
  };
  for (const contestant of contestants) {
    const { setting } = await choose(contestant, articles, 'en');
    const index = await contestant.open(documents, 'en', setting);
    add(contestant.name, await ask(index, questions).finally(() => index.close()));
  }
  const constant = mostWanted(questions.flatMap(({ right }) => right));
  add(
    'always the ten most-required documents',
    questions.map((question) => ({ question, found: constant, score: 1, milliseconds: 0 })),
  );
  const head = ['', 'recall@1', 'recall@5', 'nDCG@10', 'found nothing', 'queries/s'];
  printTable(`${NAME}: ${documents.length} documents, ${questions.length} queries`, head, rows);
}

function mostWanted(ids: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 10)
    .map(([id]) => id);
}
