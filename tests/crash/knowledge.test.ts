import { cpSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findSecret } from '../../src/identity/secrets.ts';
import type { ShownArticle } from '../../src/knowledge/library.ts';
import type { Import, ImportFile, LibraryArticle } from '../../src/knowledge/ports.ts';
import { IMPORT_FAILPOINTS } from '../../src/platform/failpoints.ts';
import { type Running, startServer, temporaryFolder } from '../support/server.ts';

const FILES = 5;
const cleanup: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

async function start(folder: string, failpoint?: string): Promise<Running> {
  const server = await startServer(folder, {
    XIAOER_LOG_LEVEL: 'error',
    ...(failpoint && { XIAOER_FAILPOINT: failpoint }),
  });
  cleanup.push(() => server.stop());
  return server;
}

function shopOf(folder: string, { url }: Running) {
  const authorization = `Bearer ${findSecret(folder, 'local') ?? ''}`;
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const isBytes = typeof body === 'string';
    const answer = await fetch(`${url}/local/knowledge${path}`, {
      method,
      headers: { authorization, 'content-type': isBytes ? 'application/octet-stream' : 'application/json' },
      ...(body !== undefined && { body: isBytes ? body : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}

type Call = ReturnType<typeof shopOf>;

/** Two pairs a file: half of a file would be seen. */
const pairs = (file: number) => `问题,答案\n第${file}号货架在哪里,在${file}楼。\n第${file}号货架几点关,${file}点。\n`;

async function bring(call: Call): Promise<string> {
  const { id } = await call<Import>('POST', '/imports', { kind: 'file' });
  for (let file = 1; file <= FILES; file++) await call('POST', `/imports/${id}/files?name=${file}.csv`, pairs(file));
  // The answer may be lost with the process.
  await call('POST', `/imports/${id}/start`).catch(() => undefined);
  return id;
}

async function ended(call: Call, id: string): Promise<Import & { files: ImportFile[] }> {
  for (let tries = 0; tries < 600; tries++) {
    const found = await call<Import & { files: ImportFile[] }>('GET', `/imports/${id}`);
    if (found.state === 'done') return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the import does not end');
}

async function fromFiles(call: Call): Promise<LibraryArticle[]> {
  const { articles } = await call<{ articles: LibraryArticle[] }>('GET', '/articles?limit=100&state=published');
  const found = [...articles];
  for (let last = articles.at(-1); last && found.length % 100 === 0; ) {
    const more = await call<{ articles: LibraryArticle[] }>(
      'GET',
      `/articles?limit=100&state=published&after=${last.id}`,
    );
    if (more.articles.length === 0) break;
    found.push(...more.articles);
    last = more.articles.at(-1);
  }
  return found.filter(({ sourceKind }) => sourceKind === 'file');
}

describe('an import that is killed', () => {
  const prepared = temporaryFolder();
  beforeAll(async () => {
    const first = await startServer(prepared.path, { XIAOER_LOG_LEVEL: 'error' });
    await first.stop();
  });
  afterAll(() => prepared.remove());

  const places = ['import.before-commit:1', ...IMPORT_FAILPOINTS.map((name) => `${name}:3`)];
  it.each(places)(
    '[KNOW-89] at %s: after a restart it goes on by itself, no file lost, none twice, none in part',
    async (failpoint) => {
      const folder = temporaryFolder();
      cleanup.push(() => folder.remove());
      cpSync(prepared.path, folder.path, { recursive: true });

      const doomed = await start(folder.path, failpoint);
      const id = await bring(shopOf(folder.path, doomed));
      await doomed.exited;

      const again = await start(folder.path);
      const call = shopOf(folder.path, again);
      const midway = await fromFiles(call);
      expect(midway.length % 2).toBe(0);
      const found = await ended(call, id);
      expect(found.files.map(({ name, state, articles, changed }) => [name, state, articles, changed])).toEqual(
        Array.from({ length: FILES }, (_, file) => [`${file + 1}.csv`, 'read', 2, 2]),
      );
      const articles = await fromFiles(call);
      expect(articles.map(({ newest }) => newest)).toEqual(new Array(2 * FILES).fill(1));
      const shown = await Promise.all(
        articles.map(({ id: article }) => call<ShownArticle>('GET', `/articles/${article}`)),
      );
      expect(shown.map(({ version }) => version.title.zh).sort()).toEqual(
        Array.from({ length: FILES }, (_, file) => [`第${file + 1}号货架几点关`, `第${file + 1}号货架在哪里`])
          .flat()
          .sort(),
      );
      const answer = await call<{ passages: { text: string }[] }>('POST', '/search', { text: '第5号货架在哪里' });
      expect(answer.passages[0]?.text).toBe('在5楼。');
    },
  );
});
