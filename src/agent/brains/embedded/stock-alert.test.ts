import { describe, expect, it } from 'vitest';
import { desk } from './testing/desk.ts';

const alerts = (heard: { results: { name: string; input: unknown }[] }) =>
  heard.results.flatMap(({ name, input }) => (name === 'notify_when_in_stock' ? [input] : []));

describe('told when it is back', () => {
  it.each([
    ['zh', '追风男子跑鞋 黑色 44 到货提醒', 'runner-black-44'],
    ['zh', '追风男子跑鞋 红色 43码 到货提醒', 'runner-red-43'],
    ['en', 'let me know when the Zhuifeng running shoes in black size 44 are back in stock', 'runner-black-44'],
  ] as const)('[EMB-71] %s: %s', async (locale, text, variantId) => {
    expect(alerts(await desk('zhou', locale).say(text))).toEqual([{ productId: 'runner', variantId }]);
  });

  it.each([
    ['zh', '追风男子跑鞋 黑色 36 到货提醒', '没有「36」'],
    ['zh', '追风男子跑鞋 黑色 36码 到货提醒', '没有「36码」'],
    ['zh', '追风男子跑鞋 绿色 44 到货提醒', '没有「绿'],
    ['zh', '追风男子跑鞋 红色 44 到货提醒', '没有「红'],
    ['zh', '追风男子跑鞋 红色 42 到货提醒', '红色 42 现在有货'],
    ['zh', '追风男子跑鞋 黑色 42 到货提醒', '黑色 42 现在有货'],
    ['en', 'let me know when the Zhuifeng running shoes in black size 36 are back in stock', 'come in size 36'],
    ['en', 'tell me when the Zhuifeng running shoes in green are back in stock', 'come in green'],
    ['en', 'alert me when the Zhuifeng running shoes in red size 42 are back in stock', 'Red, 42 is in stock'],
  ] as const)('[EMB-71] %s: %s: no other is taken in its place', async (locale, text, words) => {
    const talk = desk('zhou', locale);
    const heard = await talk.say(text);
    expect(alerts(heard)).toEqual([]);
    expect(heard.text).toContain(words);
    expect(heard.choices.map(({ label }) => label)).toHaveLength(2);
    const chosen = await talk.say(heard.choices[0]?.send ?? '');
    expect(alerts(chosen)).toEqual([{ productId: 'runner', variantId: 'runner-black-44' }]);
  });
});
