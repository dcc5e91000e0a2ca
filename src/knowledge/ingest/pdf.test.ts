import { afterAll, describe, expect, it } from 'vitest';
import { createReader } from './reader.ts';
import { pdf } from './testing/pdf.ts';

const reader = createReader({ fetch, limits: { pdfPages: 4 } });
afterAll(() => reader.close());

const read = (content: Uint8Array) => reader.file('手册.pdf', content);
const long = '收到商品之日起七天内可以无理由退货，商品需要保持完好，不影响二次销售才可以';

describe('a PDF', () => {
  it('[KNOW-27] becomes headings, paragraphs and lists, in Chinese with the font left out', async () => {
    const { documents, problems } = await read(
      pdf([
        [
          { text: '退货政策', size: 20, y: 780 },
          { text: long, y: 750 },
          { text: '退货。运费由顾客承担。', y: 732 },
          { text: '条件', size: 16, y: 700 },
          { text: '• 吊牌齐全', y: 680 },
          { text: '• 包装完好', y: 664 },
          { text: 'Goods can be returned within seven days of receipt, with all tags, unus-', y: 620 },
          { text: 'ed and complete.', y: 604 },
          { text: '邮费', y: 570 },
          { text: '6 元', x: 300, y: 570 },
        ],
      ]),
    );
    expect(problems).toEqual([]);
    expect(documents).toMatchObject([{ key: '手册.pdf', title: '退货政策', language: 'zh', kind: 'text' }]);
    expect(documents[0]?.body).toBe(
      `# 退货政策\n\n${long}退货。运费由顾客承担。\n\n## 条件\n\n- 吊牌齐全\n- 包装完好\n\nGoods can be returned within seven days of receipt, with all tags, unused and complete.\n\n邮费 6 元`,
    );
  });

  it('[KNOW-27] is read on every page, without running heads and page numbers', async () => {
    const pages = ['一', '二', '三', '四'].map((name, index) => [
      { text: '小店使用手册', y: 810 },
      ...(index === 0
        ? [
            { text: '小店使用手册', size: 24, y: 780 },
            { text: '第一章 …… …… …… 1', y: 750 },
          ]
        : []),
      { text: `第${name}章的正文`, y: 700 },
      { text: `- ${index + 1} -`, y: 30 },
    ]);
    const { documents } = await read(pdf(pages));
    expect(documents[0]?.body).toBe('# 小店使用手册\n\n第一章的正文\n\n第二章的正文\n\n第三章的正文\n\n第四章的正文');
    expect(documents[0]?.title).toBe('小店使用手册');
  });

  it('[KNOW-28] with a password, scanned, empty, cut off or damaged is told so', async () => {
    const text = [{ text: '有字', y: 700 }];
    const whole = pdf([text]);
    const cases: [Uint8Array, string][] = [
      [pdf([text], { locked: true }), 'password'],
      [pdf(['picture', 'picture']), 'no-text'],
      [Buffer.from('%PDF-1.7\nnothing of the kind'), 'broken'],
      [whole.subarray(0, 300), 'broken'],
    ];
    for (const [content, code] of cases) {
      const { documents, problems } = await read(content);
      expect([documents, problems.map((each) => each.code)]).toEqual([[], [code]]);
      for (const { detail } of problems)
        expect([/\p{Script=Han}/u.test(detail.zh), detail.en.length > 10]).toEqual([true, true]);
    }
  });

  it('[KNOW-28] scanned in part is read where there is text, and the other pages are named', async () => {
    const { documents, problems } = await read(pdf([[{ text: '第一页有字', y: 700 }], 'picture', 'blank', 'picture']));
    expect(documents).toMatchObject([{ body: '第一页有字' }]);
    expect(problems).toMatchObject([{ code: 'no-text', detail: { zh: expect.stringContaining('第 2、4 页') } }]);
  });

  it('[KNOW-31] with too many pages is refused as a whole', async () => {
    const { documents, problems } = await read(pdf(Array.from({ length: 5 }, () => [{ text: '字', y: 700 }])));
    expect([documents, problems.map(({ code }) => code)]).toEqual([[], ['too-large']]);
  });
});
