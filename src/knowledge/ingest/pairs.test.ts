import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { createReader } from './reader.ts';
import { xlsx } from './testing/office.ts';

const reader = createReader({ fetch });
afterAll(() => reader.close());

const read = (name: string, content: string | Uint8Array) => reader.file(name, Buffer.from(content));
const asPairs = async (name: string, content: string | Uint8Array) =>
  (await read(name, content)).documents.map(({ title, body }) => [title, body]);

const FEE = ['运费谁出？', '江浙沪包邮，其他地区 8 元。'] as const;
const DAYS = ['几天能到？', '一般三天，\n最多五天。'] as const;

describe('pairs of questions and answers', () => {
  it('[KNOW-25] are found by their columns in either language and any order, below a title', async () => {
    const headers = [
      ['问题', '答案'],
      ['标准问', '回复内容'],
      ['Question', 'Answer'],
      ['Q', 'A'],
      ['*问题', ' 标准答案 '],
      ['标题', '内容'],
    ] as const;
    for (const [question, answer] of headers) {
      const csv = `序号,${answer},${question}\n1,"${FEE[1]}",${FEE[0]}\n\n2,"${DAYS[1]}",${DAYS[0]}\n`;
      expect(await asPairs('faq.csv', csv)).toEqual([FEE, DAYS]);
    }
    const rows = [['小店常见问题'], [null], ['问题', '答案', '备注'], [...FEE, 'x'], [null], [...DAYS]];
    expect(await asPairs('faq.xlsx', xlsx({ 售前: rows }))).toEqual([FEE, DAYS]);
  });

  it('[KNOW-25] are read by comma, semicolon and tab, in UTF-8, with a mark, and in GB18030', async () => {
    const csv = `问题,答案\n${FEE.join(',')}\n${DAYS[0]},"${DAYS[1]}"\n`;
    const forms = [
      csv,
      csv.replaceAll('\n', '\r\n'),
      csv.replaceAll(',', ';'),
      csv.replaceAll(',', '\t'),
      iconv.encode(csv, 'utf-8', { addBOM: true }),
      iconv.encode(csv, 'gb18030'),
      iconv.encode(csv.replaceAll(',', '\t'), 'utf-16le', { addBOM: true }),
    ];
    for (const form of forms) expect(await asPairs('faq.csv', form)).toEqual([FEE, DAYS]);
  });

  it('[KNOW-25] carry other wordings, and one pair a language', async () => {
    const zh = await read('faq.csv', `问题,相似问法1,相似问法2,答案\n${FEE[0]},包邮吗；邮费多少,${FEE[0]},${FEE[1]}\n`);
    expect(zh.documents).toMatchObject([{ kind: 'pair', alsoAsked: ['包邮吗', '邮费多少'], language: 'zh' }]);
    const both = await read(
      'faq.csv',
      `问题（中文）,答案（中文）,question_en,answer_en\n${FEE.join(',')},Who pays for shipping?,We do.\n,,Only English?,Yes it is.\n`,
    );
    expect(both.documents.map(({ key, language }) => [key, language])).toEqual([
      ['faq.csv#运费谁出？@zh', 'zh'],
      ['faq.csv#Who pays for shipping?@en', 'en'],
      ['faq.csv#Only English?@en', 'en'],
    ]);
    expect(both.problems).toEqual([]);
  });

  it('[KNOW-25] are one thing and a table another: any other sheet is one text', async () => {
    const { documents } = await read(
      '资料.xlsx',
      xlsx({
        尺码表: [
          ['尺码', '身高', '体重'],
          ['M', 170, 60.5],
          ['L', '175|180', null],
          ['上架', { day: 45_292 }, { error: '#N/A' }],
        ],
        Sheet2: [['问题', '答案'], [...FEE]],
        空白: [],
      }),
    );
    expect(documents).toMatchObject([
      {
        key: '资料.xlsx/尺码表',
        title: '尺码表',
        kind: 'text',
        body: '| 尺码 | 身高 | 体重 |\n| --- | --- | --- |\n| M | 170 | 60.5 |\n| L | 175\\|180 |  |\n| 上架 | 2024-01-01 |  |',
      },
      { key: '资料.xlsx/Sheet2#运费谁出？', kind: 'pair', title: FEE[0] },
    ]);
  });

  it('[KNOW-26] lose no more than the broken row', async () => {
    const rows = [
      '问题,答案', // 1
      FEE.join(','), // 2
      '没关上的引号,"七天', // 3
      '"两行的\n问题",好', // 4
      '屏幕多大,27" 的', // 5: an inch mark
      '多了逗号,一,二', // 6
      '没有答案,', // 7
      ',没有问题', // 8
      '', // 9
      `${FEE[0]},另一个答案`, // 10
      '乱码,好\uFFFD', // 11
      '又没关上,"x', // 12
      `${DAYS[0]},"三天"`, // 13
    ];
    const { documents, problems } = await read('faq.csv', rows.join('\n'));
    expect(documents.map(({ title, body }) => [title, body])).toEqual([
      FEE,
      ['两行的 问题', '好'],
      ['屏幕多大', '27" 的'],
      [DAYS[0], '三天'],
    ]);
    const places = problems.map(({ code, detail }) => [
      code,
      /第 (\d+) 行/.exec(detail.zh)?.[1],
      /Row (\d+)/.exec(detail.en)?.[1],
    ]);
    expect(places.sort((a, b) => Number(a[1]) - Number(b[1]))).toEqual(
      [3, 6, 7, 8, 10, 11, 12].map((row) => [row === 10 ? 'repeated' : 'row', String(row), String(row)]),
    );
  });

  it('[KNOW-26] are many: the first faulty rows are named, the rest counted', async () => {
    const rows = Array.from({ length: 130 }, (_, index) => `问题 ${index},`);
    const { documents, problems } = await read('faq.csv', ['问题,答案', ...rows, FEE.join(',')].join('\n'));
    expect(documents).toHaveLength(1);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.detail.en).toContain('30 more rows');
  });

  it('[KNOW-26] of a workbook are named by the row that Excel shows', async () => {
    const rows = [['问题', '答案'], [null], [...FEE], ['只有问题', null], [...DAYS]];
    const { documents, problems } = await read('faq.xlsx', xlsx({ 售前: rows }));
    expect(documents).toHaveLength(2);
    expect(problems).toMatchObject([
      { key: 'faq.xlsx/售前', code: 'row', detail: { zh: expect.stringContaining('第 4 行') } },
    ]);
  });

  it('[KNOW-33] keep their keys where rows are inserted, and are the same read twice', async () => {
    const before = await read('faq.csv', `问题,答案\n${FEE.join(',')}\n`);
    const after = await read('faq.csv', `问题,答案\n新问题,新答案\n${FEE.join(',')}\n`);
    expect(after.documents[1]).toEqual(before.documents[0]);
    expect(await read('faq.csv', `问题,答案\n${FEE.join(',')}\n`)).toEqual(before);
  });

  it('[KNOW-28] may be missing altogether', async () => {
    for (const [name, content] of [
      ['a.csv', '问题,答案\n'],
      ['a.csv', '\n\n'],
      ['a.xlsx', xlsx({ Sheet1: [] })],
    ] as const) {
      const { documents, problems } = await read(name, content);
      expect([documents, problems.map(({ code }) => code)]).toEqual([[], ['empty']]);
    }
  });
});
