import { openAsBlob } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadLimits } from './limits.ts';
import { createReader } from './reader.ts';
import { xlsx } from './testing/office.ts';
import { zip } from './testing/zip.ts';

async function codesOf(name: string, content: Uint8Array | Blob, limits: Partial<ReadLimits> = {}) {
  const reader = createReader({ fetch, limits });
  try {
    const { documents, problems } = await reader.file(name, content);
    return { documents: documents.map(({ key }) => key), problems: problems.map(({ key, code }) => [key, code]) };
  } finally {
    await reader.close();
  }
}

/** A page whose elements lie in each other hundreds deep: the way to its main content takes minutes. */
const ENDLESS = `<body>${(`${'<div>'.repeat(400)}退货需要保持商品完好，吊牌齐全。${'</div>'.repeat(400)}`).repeat(2_000)}`;

describe('what is read at most', () => {
  it('[KNOW-31] a file of 200 MB is refused by its size, without being loaded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xiaoer-ingest-'));
    try {
      const file = await open(join(folder, 'big.pdf'), 'w');
      await file.truncate(200 * 1024 * 1024);
      await file.close();
      const blob = await openAsBlob(join(folder, 'big.pdf'));
      const loaded = () => Promise.reject(new Error('loaded'));
      Object.assign(blob, { arrayBuffer: loaded, bytes: loaded, stream: loaded, text: loaded });
      expect(await codesOf('big.pdf', blob)).toEqual({ documents: [], problems: [['big.pdf', 'too-large']] });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('[KNOW-31] what is over a limit is refused as a whole, and only that', async () => {
    const text = Buffer.from('退货需要保持商品完好。');
    expect(await codesOf('a.txt', text, { fileBytes: 10 })).toMatchObject({
      documents: [],
      problems: [['a.txt', 'too-large']],
    });
    expect(await codesOf('a.txt', text, { textCharacters: 10 })).toMatchObject({
      documents: [],
      problems: [['a.txt', 'too-large']],
    });
    const rows = [['问题', '答案'], ...Array.from({ length: 12 }, (_, index) => [`问 ${index}`, '答'])];
    const csv = Buffer.from(rows.map((row) => row.join(',')).join('\n'));
    expect(await codesOf('a.csv', csv, { rows: 10 })).toMatchObject({
      documents: [],
      problems: [['a.csv', 'too-large']],
    });
    expect(await codesOf('a.xlsx', xlsx({ 一: rows, 二: rows.slice(0, 2) }), { rows: 10 })).toEqual({
      documents: ['a.xlsx/二#问 0'],
      problems: [['a.xlsx/一', 'too-large']],
    });
    const both = zip([
      { name: 'big.txt', content: text },
      { name: 'small.txt', content: '短文字' },
    ]);
    expect(await codesOf('a.zip', both, { textCharacters: 5 })).toEqual({
      documents: ['small.txt'],
      problems: [['big.txt', 'too-large']],
    });
  });

  it('[KNOW-32] a file that is never done is given up while this process goes on, and the next one is read', async () => {
    const files = zip([
      { name: 'endless.html', content: ENDLESS },
      { name: 'next.txt', content: '下一个文件' },
    ]);
    let turns = 0;
    const ticking = setInterval(() => turns++, 10);
    const read = await codesOf('a.zip', files, { parseMs: 3_000, archiveRatio: 10_000 });
    clearInterval(ticking);
    expect(read).toEqual({ documents: ['next.txt'], problems: [['endless.html', 'too-slow']] });
    expect(turns).toBeGreaterThan(20);
  });

  it('[KNOW-32] a file that swells is given up, and the next one is read', async () => {
    const swelling = `<body>${'<p>退<b>货</b>'.repeat(200_000)}`;
    const files = zip([
      { name: 'swelling.html', content: swelling },
      { name: 'next.txt', content: '下一个文件' },
    ]);
    const read = await codesOf('a.zip', files, { parseMegabytes: 48, archiveRatio: 10_000 });
    expect(read).toEqual({ documents: ['next.txt'], problems: [['swelling.html', 'too-slow']] });
  });
});
