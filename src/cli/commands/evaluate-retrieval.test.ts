import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Cli, createCli } from '../testing/surroundings.ts';

let folder: string;
let cli: Cli;
const at = (name: string) => join(folder, name);

function write(name: string, rows: readonly unknown[]): string {
  const lines = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
  writeFileSync(at(name), `${lines.join('\n')}\n`);
  return at(name);
}

const KETTLE = {
  id: 'kettle',
  title: 'Descaling the kettle',
  content: 'Boil vinegar and water to descale the kettle.',
};
const DOCUMENTS = [
  KETTLE,
  { id: 'lantern', title: 'Camping lantern', content: 'The camping lantern charges by USB in three hours.' },
  { id: 'tent', title: '帐篷', content: '帐篷淋湿以后要晾干再收起来，否则会发霉。' },
];
const QUERIES = [
  { text: 'how do I descale the kettle', documents: ['kettle'] },
  { instructions: '帐篷淋湿了怎么收', required_documents: ['tent', 'tent'] },
  { text: 'how long does the camping lantern charge', documents: ['tent'], note: 'wrong on purpose' },
  { text: 'zebra giraffe', documents: [] },
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-retrieval-'));
  write('documents.jsonl', DOCUMENTS);
  write('queries.jsonl', QUERIES);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => cli.world.remove());

const evaluate = (documents: string, queries: string, ...more: string[]) =>
  cli.run('evaluate', 'retrieval', '--documents', documents, '--queries', queries, ...more);

describe('evaluate retrieval', () => {
  it('[CLI-60] prints the figures of the search over these documents, as an object or a table, and keeps nothing', async () => {
    cli = createCli();
    const files = [at('documents.jsonl'), at('queries.jsonl')] as const;
    const nowhere = ['--data-dir', at('nowhere')];
    expect(await evaluate(...files, '--json', ...nowhere)).toBe(0);
    const figures = cli.json();
    expect(figures).toMatchObject({ documents: 3, answered: 3, unanswered: 1, refused: 1 });
    expect(figures.recall1).toBeCloseTo(2 / 3);
    expect(figures.queriesPerSecond).toBeGreaterThan(0);
    expect(cli.notes()).toBe('');
    expect(await evaluate(...files, ...nowhere)).toBe(0);
    expect(cli.text()).toMatch(/文档数 +3\n.*\n前 1 召回 +66\.7\n/);
    expect(await evaluate(...files, '--locale', 'en', ...nowhere)).toBe(0);
    expect(cli.text()).toMatch(/recall@1 +66\.7\n/);
    expect(existsSync(at('nowhere'))).toBe(false);
  }, 60_000);

  it.each([
    ['documents', [KETTLE, { id: 'b', content: ' ' }], 'content: is empty'],
    ['documents', [KETTLE, { title: 'b', content: 'x' }], 'id: '],
    ['documents', [KETTLE, KETTLE], 'the id kettle stands twice'],
    ['documents', [KETTLE, '{'], 'not JSON'],
    ['queries', [QUERIES[0], { text: 'x' }], 'either documents or required_documents is wanted'],
    ['queries', [QUERIES[0], { documents: [] }], 'either text or instructions is wanted'],
    ['queries', [QUERIES[0], { text: '', documents: [] }], 'text: is empty'],
    ['queries', [QUERIES[0], { text: 'x', documents: ['gone'] }], 'no document gone'],
  ] as const)('[CLI-60] a bad line of the %s %j is told with its file and line', async (kind, rows, why) => {
    cli = createCli();
    const bad = write('bad.jsonl', rows);
    const files =
      kind === 'documents' ? ([bad, at('queries.jsonl')] as const) : ([at('documents.jsonl'), bad] as const);
    expect(await evaluate(...files)).toBe(1);
    expect(cli.notes()).toContain(`数据有坏行，什么都没有做：${bad}:2: ${why}`);
    expect(await evaluate(...files, '--locale', 'en', '--json')).toBe(1);
    expect(cli.json()).toMatchObject({ error: { code: 'rows.bad-line' } });
  });

  it('[CLI-60] a file that is missing or holds nothing, and an option left out, are refused', async () => {
    cli = createCli();
    expect(await evaluate(at('nothing.jsonl'), at('queries.jsonl'))).toBe(1);
    expect(cli.notes()).toContain('读不了');
    const empty = write('empty.jsonl', []);
    expect(await evaluate(empty, at('queries.jsonl'))).toBe(2);
    expect(cli.notes()).toContain('--documents 里一行都没有');
    expect(await evaluate(at('documents.jsonl'), empty, '--locale', 'en')).toBe(2);
    expect(cli.notes()).toContain('--queries holds no row');
    expect(await cli.run('evaluate', 'retrieval', '--documents', at('documents.jsonl'))).toBe(2);
  });
});
