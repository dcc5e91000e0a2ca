import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadLimits } from './limits.ts';
import type { Reader } from './reader.ts';
import { createReader } from './reader.ts';
import { docx, paragraph, xlsx } from './testing/office.ts';
import { pdf } from './testing/pdf.ts';
import type { ZipFile } from './testing/zip.ts';
import { zip } from './testing/zip.ts';

const readers: Reader[] = [];
function readerWith(limits: Partial<ReadLimits>): Reader {
  const made = createReader({ fetch, limits });
  readers.push(made);
  return made;
}
afterAll(() => Promise.all(readers.map((reader) => reader.close())));

const usual = readerWith({});
const codesOf = async (content: Uint8Array, reader = usual) =>
  (await reader.file('all.zip', content)).problems.map(({ key, code }) => [key, code]);

describe('an archive', () => {
  it('[KNOW-29] is its files: each read, or named with its reason', async () => {
    const { documents, problems } = await usual.file(
      'all.zip',
      zip([
        { name: '说明/运费.md', content: '# 运费\n\n江浙沪 6 元' },
        { name: '手册.pdf', content: pdf([[{ text: '手册正文', y: 700 }]]) },
        { name: '文件.docx', content: docx(paragraph('文件正文')) },
        {
          name: 'faq.xlsx',
          content: xlsx({
            售前: [
              ['问题', '答案'],
              ['几天到', '三天'],
            ],
          }),
        },
        { name: '空/', content: '' },
        { name: '__MACOSX/._运费.md', content: 'x' },
        { name: '.DS_Store', content: 'x' },
        { name: '图.png', content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
        { name: '锁着.pdf', content: pdf([[{ text: '字', y: 700 }]], { locked: true }) },
        { name: '锁着.txt', content: '秘密', encrypted: true },
        { name: '里面.zip', content: zip([{ name: 'a.txt', content: '里面的文字' }]) },
        { name: '副本.md', content: '# 运费\n\n江浙沪 6 元' },
        { name: '说明/运费.md', content: '另一篇' },
        {
          name: '坏的.docx',
          content: zip([
            { name: '[Content_Types].xml', content: '<' },
            { name: 'word/document.xml', content: '<' },
          ]),
        },
        { name: '最后.txt', content: '最后一个也读到' },
      ]),
    );
    expect(documents.map(({ key }) => key)).toEqual([
      '说明/运费.md',
      '手册.pdf',
      '文件.docx',
      'faq.xlsx/售前#几天到',
      '最后.txt',
    ]);
    expect(problems.map(({ key, code }) => [key, code])).toEqual([
      ['图.png', 'unknown-type'],
      ['锁着.pdf', 'password'],
      ['锁着.txt', 'password'],
      ['里面.zip', 'nested-archive'],
      ['副本.md', 'repeated'],
      ['说明/运费.md', 'repeated'],
      ['坏的.docx', 'broken'],
    ]);
    for (const { detail } of problems)
      expect([/\p{Script=Han}/u.test(detail.zh), detail.en.length > 10]).toEqual([true, true]);
  });

  it('[KNOW-29] made by Windows in Chinese has its names in GBK; a path is only a name', async () => {
    const names = ['退换货/运费说明.txt', '退换货/尺码.txt', '..\\..\\上面\\密码.txt', 'C:\\x.txt', '/etc/hosts.txt'];
    const files = names.map(
      (name, index): ZipFile => ({ name: iconv.encode(name, 'gb18030'), content: `第 ${index} 篇文字` }),
    );
    const { documents } = await usual.file('all.zip', zip(files));
    expect(documents.map(({ key }) => key)).toEqual([
      '退换货/运费说明.txt',
      '退换货/尺码.txt',
      '上面/密码.txt',
      'x.txt',
      'etc/hosts.txt',
    ]);
  });

  it('[KNOW-30] that is a bomb is not unpacked', async () => {
    const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 'a');
    const small = readerWith({ archiveBytes: 6 * 1024 * 1024, archiveEntries: 3 });
    expect(
      await codesOf(
        zip([
          { name: 'bomb.txt', content: zeros(3) },
          { name: 'a.txt', content: '好的文字' },
        ]),
      ),
    ).toEqual([['bomb.txt', 'archive-bomb']]);
    const heavy = Array.from({ length: 3 }, (_, index) => ({
      name: `${index}.txt`,
      content: Buffer.concat([zeros(2), Buffer.from([index])]),
    }));
    expect(await codesOf(zip([...heavy, { name: 'x.txt', content: '1' }]), small)).toEqual([['all.zip', 'too-large']]);
    expect(await codesOf(zip(heavy.map((file) => ({ ...file, saysSize: 2 ** 31 }))), small)).toEqual([
      ['all.zip', 'archive-bomb'],
    ]);
    expect(
      await codesOf(
        zip(
          heavy.map((file, index) => ({ ...file, content: Buffer.concat([file.content, Buffer.from(String(index))]) })),
        ),
        small,
      ),
    ).toEqual([['all.zip', 'archive-bomb']]);
  });

  it('[KNOW-30] that lies about its sizes is found out, as are Word and Excel files that do', async () => {
    const bomb = Buffer.alloc(20 * 1024 * 1024, '<');
    expect(
      await codesOf(
        zip([
          { name: 'liar.txt', content: bomb, saysSize: 100 },
          { name: 'b.txt', content: '好的文字' },
        ]),
      ),
    ).toEqual([['liar.txt', 'broken']]);
    for (const part of ['word/big.xml', 'docProps/app.xml', '_rels/extra.rels']) {
      const tight = docx(paragraph('字'), [{ name: part, content: bomb }]);
      expect(await codesOf(tight)).toEqual([['all.zip', 'archive-bomb']]);
      const lying = docx(paragraph('字'), [{ name: part, content: bomb, saysSize: 100 }]);
      expect(await codesOf(lying)).toEqual([['all.zip', 'broken']]);
      const large = docx(paragraph('字'), [{ name: part, content: bomb, saysSize: 2 ** 31 }]);
      expect(await codesOf(large)).toEqual([['all.zip', 'archive-bomb']]);
    }
  });

  it('[KNOW-28] that is cut off, empty or locked is told so', async () => {
    const whole = zip([{ name: 'a.txt', content: '好的文字'.repeat(100) }]);
    expect(await codesOf(whole.subarray(0, 80))).toEqual([['all.zip', 'broken']]);
    expect(await codesOf(zip([]))).toEqual([['all.zip', 'empty']]);
    expect(await codesOf(zip([{ name: '__MACOSX/._a', content: 'x' }]))).toEqual([['all.zip', 'empty']]);
    const locked = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(500),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect((await usual.file('价格.xlsx', locked)).problems).toMatchObject([{ key: '价格.xlsx', code: 'password' }]);
  });

  it('[KNOW-33] gives the same read twice', async () => {
    const content = zip([
      { name: 'a.md', content: '# 甲\n\n文字' },
      { name: 'b.csv', content: '问题,答案\n几天到,三天\n' },
    ]);
    expect(await usual.file('all.zip', content)).toEqual(await usual.file('all.zip', content));
  });
});
