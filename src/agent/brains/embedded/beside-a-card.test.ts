import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

describe('beside an open card', () => {
  it.each(['yeah go ahead', 'ok', 'sure, do it', 'yep, do it please'])('[EMB-35] %j is a yes', async (yes) => {
    const talk = desk('lin', 'en');
    await talk.say('cancel my order');
    expect(kinds(await talk.say(yes))).toEqual(['done']);
  });

  it.each(['cancel that', 'no wait', '等一下 先别', 'wait, no'])(
    '[EMB-35] %j calls the card off, and the order stays as it was',
    async (no) => {
      const talk = desk('lin');
      await talk.say('不想要了，取消吧');
      await talk.say(no);
      expect(await talk.openCards()).toHaveLength(0);
      await talk.say('好的');
      expect((await talk.shop.findOrder('XE20261111-0002'))?.status).toBe('paid');
    },
  );

  it.each([
    ['XE20261110-0001', '杭州转运中心'],
    ['XE20261110-0001 到哪了', '杭州转运中心'],
    ['四件套那单呢', '杭州转运中心'],
    ['追风跑鞋防水吗', '不防水'],
    ['今天天气怎么样', '店里'],
    ['退款多久到账', '3 个工作日'],
    ['噗噜噗噜', '没太明白'],
    ["what's the status of my return", 'refund'],
  ])('[EMB-35] %s is answered, and the old card is not shown again', async (text, words) => {
    const talk = desk('lin');
    await talk.say('取消空气炸锅');
    const [card] = await talk.openCards();
    const heard = await talk.say(text);
    expect(heard.text).toContain(words);
    expect(kinds(heard)).not.toContain('confirmation');
    expect((await talk.openCards()).map(({ id }) => id)).toEqual([card?.id]);
  });

  it.each(['46', '44', '44码呢'])('[EMB-12] %s cannot be sent, and what is in stock is offered', async (text) => {
    const talk = desk('lin');
    await talk.say('鞋子小了想换大一码');
    const heard = await talk.say(text);
    expect(heard.text).toContain(`${text.slice(0, 2)}`);
    expect(heard.text).toContain(text === '46' ? '没有 46' : '没有货');
    expect(heard.choices.map(({ label }) => label)).toContain('黑色 43');
  });

  it.each(["what's the status of my return", 'I never got my refund', '我的退货到哪一步了', '退款还没收到'])(
    '[EMB-36] %j asks how it stands, and begins no return',
    async (text) => {
      const heard = await desk('emily').say(text);
      expect(heard.text).toMatch(/退款|refund/i);
      expect(heard.state.flow?.command).not.toBe('return_items');
    },
  );
});
