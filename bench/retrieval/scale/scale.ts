import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openDocumentIndex } from '../../../src/cli/evaluation/retrieval/document-index.ts';
import type { ListedArticle } from '../../../src/knowledge/ports.ts';
import { postgresBinaries, startPostgres } from '../../../tests/support/postgres.ts';
import { milliseconds, printTable } from '../../support.ts';
import { generated } from './generated.ts';
import { openAt } from './open-at.ts';
import type { Searched } from './searching.ts';

const SIZES = [10_000, 100_000];
/** The embedded database is for small shops. */
const MOST_EMBEDDED = 10_000;

/** Imports into an empty database, then searches it from a new process. */
async function measure(name: string, target: string, articles: readonly ListedArticle[]): Promise<string[]> {
  const database = await openAt(target);
  const index = await openDocumentIndex({ database });
  const begun = performance.now();
  await index.put(articles);
  await database.durable();
  const seconds = (performance.now() - begun) / 1_000;
  // What autovacuum does on a server within minutes.
  await database.script('vacuum analyze');
  const [counted] = await database.query<{ chunks: number }>(
    'select count(*)::integer as chunks from knowledge_chunks',
  );
  await database.close();
  const { stdout } = await promisify(execFile)(process.execPath, [
    fileURLToPath(new URL('./searching.ts', import.meta.url)),
    target,
  ]);
  const searched = JSON.parse(stdout) as Searched;
  const chunks = counted?.chunks ?? 0;
  return [
    ...[name, chunks.toLocaleString('en'), `${(chunks / seconds).toFixed(0)}/s`],
    ...[milliseconds(searched.p50), milliseconds(searched.p95)],
    ...[`${searched.residentMiB.toFixed(0)} MiB`, `${(searched.firstAnswerMilliseconds / 1_000).toFixed(1)} s`],
  ];
}

export async function benchScale(shop: readonly ListedArticle[], size: number | null): Promise<void> {
  const rows: string[][] = [];
  for (const chunks of size === null ? SIZES : [size]) {
    const articles = [...shop, ...generated(shop, chunks)];
    if (chunks <= MOST_EMBEDDED) {
      const folder = mkdtempSync(join(tmpdir(), 'xiaoer-scale-'));
      rows.push(
        await measure('PGlite', folder, articles).finally(() => rmSync(folder, { recursive: true, force: true })),
      );
    }
    if (postgresBinaries() === null) console.log('PostgreSQL is not installed: not measured.');
    else {
      const server = await startPostgres();
      rows.push(await measure('PostgreSQL', server.url, articles).finally(() => server.stop()));
    }
  }
  const head = ['database', 'chunks', 'import', 'search p50', 'p95', 'resident memory', 'first answer after a restart'];
  printTable('Scale', head, rows);
}
