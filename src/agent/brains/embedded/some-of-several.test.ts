import { describe, expect, it } from 'vitest';
import { desk } from './testing/desk.ts';

const open = async (talk: ReturnType<typeof desk>) => (await talk.openCards()).map(({ quote }) => quote.orderNumber);

describe('several orders, of which some cannot be done', () => {
  it.each([
    ['zhou', 'zh', 'XE20261111-0051 和 XE20261108-0056 都取消', ['0056', '不能取消'], '0051'],
    ['zhou', 'zh', '取消 XE20261108-0056 和 XE20261111-0051', ['0056', '不能取消'], '0051'],
    ['zhou', 'zh', '取消跑鞋和背包', ['0056', '不能取消'], '0051'],
    ['zhou', 'zh', '把跑鞋和背包那单都改到上海市浦东新区世纪大道100号', ['0056', '改不了地址'], '0051'],
    ['olivia', 'en', 'cancel XE20261108-0066 and XE20261111-0061', ['0066', 'can no longer be cancelled'], '0061'],
    ['olivia', 'en', 'cancel the shoes and the backpack', ['0066', 'can no longer be cancelled'], '0061'],
  ] as const)(
    '[EMB-91] each is answered for, and the others go on (%s, %s: %s)',
    async (who, locale, text, words, able) => {
      const talk = desk(who, locale);
      const heard = await talk.say(text);
      for (const each of [...words, able]) expect(heard.text).toContain(each);
      expect(await open(talk)).toEqual([expect.stringMatching(new RegExp(`${able}$`))]);
    },
  );

  it('[EMB-91] those that can be done come one after the other', async () => {
    const talk = desk('zhou');
    await talk.say('跑鞋、连衣裙和背包那单都取消');
    expect(await open(talk)).toEqual(['XE20261111-0051']);
    await talk.press('confirm');
    expect(await open(talk)).toEqual(['XE20261110-0052']);
    await talk.press('confirm');
    expect(await open(talk)).toEqual([]);
    expect((await talk.shop.findOrder('XE20261108-0056'))?.status).toBe('shipped');
  });

  it.each([
    ['zhou', 'zh', 'XE20261108-0056 和 XE20261106-0053 都取消', ['0056', '0053', '不能取消']],
    ['olivia', 'en', 'cancel XE20261108-0066 and XE20261106-0063', ['0066', '0063', 'cancelled']],
  ] as const)('[EMB-91] where none can be done, each is told (%s)', async (who, locale, text, words) => {
    const talk = desk(who, locale);
    const heard = await talk.say(text);
    for (const each of words) expect(heard.text).toContain(each);
    expect(heard.commands.filter((name) => name === 'cancel_order')).toHaveLength(2);
    expect(await open(talk)).toEqual([]);
  });

  it('[EMB-91] where there is nothing to change one into, the other has its turn', async () => {
    const heard = await desk('zhou').say('连衣裙和跑鞋都改成白色');
    for (const words of ['亚麻连衣裙', '追风男子跑鞋', '接着办']) expect(heard.text).toContain(words);
  });
});
