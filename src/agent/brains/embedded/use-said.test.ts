import { describe, expect, it } from 'vitest';
import { saysUse } from './read/use-said.ts';
import { demoDesk } from './testing/demo-desk.ts';
import { kinds } from './testing/desk.ts';

const LIN = 'customer-lin-xiaomei';
const EMILY = 'customer-emily-carter';

describe('use that is said', () => {
  it.each([
    ...[
      '我穿出去过一次了',
      '穿出门了',
      '穿着跑了一圈步',
      '穿着上过班',
      '洗了一水',
      '下过水了',
      '拆了用了',
      '用过一次',
      '泡过水',
      '煮过一次面',
    ],
    ...[
      '鞋底都脏了',
      '戴出去过',
      '背着出门了一趟',
      'I have been wearing them',
      'I went running in them',
      'it has been through the wash',
    ],
    ...['I put it in the wash', 'we slept in it', 'took them out once'].map((text) =>
      text.startsWith('took') ? `I ${text}` : text,
    ),
  ])('[EMB-176] %j says so', (text) => {
    expect(saysUse(text)).toBe(true);
  });

  it.each([
    ...[
      '没穿出去过',
      '还没下过水',
      '只在家试穿了一下',
      '如果穿过了还能退吗',
      '要是用过呢',
      '没洗过',
      '我没拆',
      '穿不了',
      '洗水壶的刷子',
    ],
    ...['I never wore them outside', 'I only tried them on', 'what if I had worn them', 'I have not been wearing them'],
  ])('[EMB-176] %j does not', (text) => {
    expect(saysUse(text)).toBe(false);
  });

  it.each([
    [LIN, 'zh', '跑鞋退货，不喜欢', '我穿出去过一次了', '好', '用过'],
    [LIN, 'zh', '跑鞋退货，不喜欢', '我洗过了', '确认', '用过'],
    [LIN, 'zh', '跑鞋退货，不喜欢', '拆了用了', '好的', '用过'],
    [LIN, 'zh', '跑鞋退货，不喜欢', '我穿出去过一次了，还能退吗', '好', '用过'],
    [EMILY, 'en', 'return the kettle, changed my mind', 'I used it a few times', 'ok', 'has been used'],
    [
      EMILY,
      'en',
      'return the kettle, changed my mind',
      "I've been using it all week, is that a problem?",
      'ok',
      'has been used',
    ],
  ] as const)(
    '[EMB-176] %s %s: beside the card it withdraws it (%s, %s)',
    async (who, locale, text, use, yes, words) => {
      const talk = demoDesk(who, locale);
      expect(kinds(await talk.say(text))).toEqual(['confirmation']);
      expect((await talk.say(use)).text).toContain(words);
      expect(await talk.openCards()).toEqual([]);
      expect(kinds(await talk.say(yes))).not.toContain('done');
    },
  );
});
