import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './markdown.ts';

describe('articles', () => {
  it('[WEB-22] headings, paragraphs, lists, bold words, links and tables become elements', () => {
    const blocks = parseMarkdown(
      '## 退货\n\n签收后 **7 天内**可退，\n见 [说明](https://shop.example/r)。\n- 鞋\n- 包\n1. 申请\n2. 寄回\n\n| 地区 | 时间 |\n|---|:--|\n| 江浙沪 | 1 天 |',
    );
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'list', 'list', 'table']);
    expect(blocks[1]).toMatchObject({
      spans: [
        { kind: 'text', text: '签收后 ' },
        { kind: 'strong', parts: [{ text: '7 天内' }] },
        { kind: 'text', text: '可退，\n见 ' },
        { kind: 'link', text: '说明', href: 'https://shop.example/r' },
        { kind: 'text', text: '。' },
      ],
    });
    expect(blocks[2]).toMatchObject({ ordered: false, items: [[{ text: '鞋' }], [{ text: '包' }]] });
    expect(blocks[3]).toMatchObject({ ordered: true });
    expect(blocks[4]).toMatchObject({
      head: [[{ text: '地区' }], [{ text: '时间' }]],
      rows: [[[{ text: '江浙沪' }], [{ text: '1 天' }]]],
    });
  });

  it.each(['![图](https://evil.example/a.png)', '[点我](javascript:alert(1))', '<img src=x onerror=alert(1)>'])(
    '[WEB-22] what is outside of the subset stays text: %s',
    (text) => {
      expect(parseMarkdown(text)).toEqual([{ kind: 'paragraph', spans: [{ kind: 'text', text }] }]);
    },
  );

  it('[WEB-22] any text comes to an end', () => {
    for (const text of ['', '|', '|\n|-', '**', '** **', '#', '- ', '1.', '[](', '\n\n\n', '[a](b'.repeat(2_000)]) {
      expect(Array.isArray(parseMarkdown(text))).toBe(true);
    }
  });
});
