import { describe, expect, it } from 'vitest';
import { desk } from './testing/desk.ts';

describe('a product that is named', () => {
  it.each([
    [[], '远峰手机多少钱', 'peak-max peak'],
    [['青禾手机多少钱'], '远峰手机多少钱', 'peak-max peak'],
    [[], '青禾手机多少钱', '青禾 Jade 8'],
    [['有没有青禾手机'], 'Peak 20多少钱', '远峰 Peak 20'],
    [['跑鞋有货吗'], '青禾手机有货吗', '青禾 Jade 8'],
    [['想买条连衣裙', '能机洗吗'], '羊毛衫能机洗吗', '「美利奴羊毛衫」的洗涤：可以机洗'],
    [['looking for a dress'], 'can the sweater be machine washed', 'Merino Sweater'],
    [['想买条连衣裙', '能机洗吗'], '能机洗吗', '亚麻连衣裙'],
  ])(
    '[EMB-34] by its brand or its name comes before what was talked about, and several are all shown (%j, %s)',
    async (before, text, expected) => {
      const talk = desk('guest');
      for (const message of before) await talk.say(message);
      const heard = await talk.say(text);
      const shown = heard.blocks.flatMap((block) => (block.kind === 'products' ? heard.state.shownProducts : []));
      expect(`${shown.join(' ')}${heard.text}`).toContain(expected);
      if (/peak-max/.test(expected)) expect(heard.text).not.toContain('Jade');
    },
  );

  it('[EMB-34] a brand that the shop has not of that kind is no reason to tell the price of another', async () => {
    const heard = await desk('guest').say('青禾跑鞋多少钱');
    expect(heard.text).not.toMatch(/¥/);
  });

  it.each([
    ['有没有远峰手机', ['peak', 'peak-max']],
    ['do you have Qinghe phones', ['jade']],
  ])('[EMB-34] a brand is a condition: %s', async (text, ids) => {
    const heard = await desk('guest').say(text);
    expect(heard.state.shownProducts.toSorted()).toEqual(ids);
  });

  it('[EMB-34] the cheapest of another kind is looked for anew', async () => {
    const talk = desk('guest', 'en');
    await talk.say('looking for a kettle');
    const heard = await talk.say('what is the cheapest phone');
    expect(heard.state.shownProducts[0]).toBe('jade');
  });
});
