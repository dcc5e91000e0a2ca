import { openAsBlob } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReadLimits } from './limits.ts';
import { createReader } from './reader.ts';
import { xlsx } from './testing/office.ts';
import { type PdfContent, pdf } from './testing/pdf.ts';
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

const MEGABYTE = 1024 * 1024;

/** Blanks, packed twice: hundreds of thousands of times smaller. */
function blanks(megabytes: number, filter: string): PdfContent {
  return { head: `/Filter ${filter}`, bytes: deflateSync(deflateSync(Buffer.alloc(megabytes * MEGABYTE, ' '))) };
}

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

  it.each([
    ['plainly', '[/FlateDecode /FlateDecode]', 'archive-bomb'],
    ['by their short names', '[/Fl /Fl]', 'archive-bomb'],
    ['hidden', '[/Flate#44ecode /#46lateDecode]', 'too-slow'],
  ])(
    '[KNOW-30] [KNOW-32] a small PDF that unpacks without end (%s) is given up long before, and the next file is read',
    async (_, filter, code) => {
      const bomb = pdf([[{ text: '退货', y: 700 }], blanks(300, filter)]);
      expect(bomb.byteLength).toBeLessThan(4_000);
      const files = zip([
        { name: 'bomb.pdf', content: bomb },
        { name: 'next.txt', content: '下一个文件' },
      ]);
      const reader = createReader({ fetch, limits: { parseMegabytes: 64 } });
      const { documents, problems } = await reader.file('a.zip', files);
      await reader.close();
      expect(documents.map(({ key }) => key)).toEqual(['next.txt']);
      expect(problems.map(({ key, code: why }) => [key, why])).toEqual([['bomb.pdf', code]]);
      // Of memory, not of time.
      expect(problems[0]?.detail.en).toContain(' MB');
    },
  );

  it('[KNOW-30] a PDF whose large parts are pictures, or whose page is within the limit, is read', async () => {
    const text = (megabytes: number) =>
      Buffer.concat([Buffer.from('BT /F 12 Tf 50 700 Td <90008D27> Tj ET\n'), Buffer.alloc(megabytes * MEGABYTE, ' ')]);
    const page = (megabytes: number): PdfContent => ({
      head: '/Filter /FlateDecode',
      bytes: deflateSync(text(megabytes)),
    });
    const limits = { fileBytes: 3 * MEGABYTE };
    expect(await codesOf('a.pdf', pdf([page(2)]), limits)).toEqual({ documents: ['a.pdf'], problems: [] });
    expect(await codesOf('a.pdf', pdf([page(4)]), limits)).toEqual({
      documents: [],
      problems: [['a.pdf', 'archive-bomb']],
    });
    const picture = { ...page(4), head: '/Type /XObject /Subtype /Image /Filter /FlateDecode' };
    expect(await codesOf('a.pdf', pdf([page(1), picture]), limits)).toMatchObject({ documents: ['a.pdf'] });
  });
});
