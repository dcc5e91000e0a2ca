import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

describe('what is asked outright', () => {
  it.each([
    ['过了七天还能退吗', /7 天/, /袜子/],
    ['can i return earphones', /In-ear/, /^$/],
    ['耳机能退吗', /入耳式耳机/, /^$/],
    ['how long is battery life', /Which one/, /2–4 days/],
    ['is the suitcase allowed in the cabin', /nothing|Which one/i, /7 days/],
    ['质量怎么样啊会不会开胶', /哪一款/, /抱歉/],
    ['这鞋质量好吗', /哪一款|没有写明/, /抱歉/],
  ])('[EMB-38] %s is answered by what it is about', async (text, words, never) => {
    const heard = await desk('guest').say(text);
    expect(heard.text).toMatch(words);
    if (never.source !== '^$') expect(heard.text).not.toMatch(never);
  });

  it('[EMB-38] goods that came apart are still a complaint', async () => {
    expect((await desk('lin').say('收到的鞋开胶了')).text).toContain('抱歉');
  });

  it.each(['派送失败了怎么办', '有个快递说派送失败了咋整', 'the delivery failed, what now'])(
    '[EMB-38] %s: the parcel that came back from the door is looked up',
    async (text) => {
      const heard = await desk('mei').say(text);
      expect(kinds(heard)).toEqual(['tracking']);
      expect(heard.text).toContain('XE20261105-0042');
      expect(heard.text).toMatch(/第二天|next day/);
      expect((await desk('guest').say(text)).text).toMatch(/第二天|next day/);
    },
  );

  it.each(['啥时候能到啊', '那什么时候到', 'when will it arrive'])(
    '[EMB-5] %s after tracking is asked of that parcel',
    async (text) => {
      const talk = desk('lin');
      await talk.say('我的快递到哪了');
      const heard = await talk.say(text);
      expect(heard.text).toMatch(/预计明天|Expected delivery/);
      expect(heard.commands).toContain('track_order');
    },
  );

  it.each(['我没付款那单还在吗', '待付款的订单呢'])('[EMB-16] %s: the unpaid order', async (text) => {
    const heard = await desk('mei').say(text);
    expect(heard.text).toContain('XE20261104-0043');
  });

  it('[EMB-38] after a cancellation its own refund is meant', async () => {
    const talk = desk('wang');
    await talk.say('取消空气炸锅');
    await talk.say('确认');
    const heard = await talk.say('was my card refunded');
    expect(heard.text).not.toContain('XE20261020-0036');
    expect(heard.text).toMatch(/XE20261111-0033|can’t see a refund/);
  });
});

describe('first messages', () => {
  it.each([
    ['跑鞋', ['walker', 'runner', 'racer']],
    ['买鞋', ['runner']],
    ['青禾手机', ['jade']],
    ['cheapest headphones', ['headphones']],
    ['headphones', ['headphones']],
  ])('[EMB-39] %s is the name of a thing and shows it', async (text, ids) => {
    const heard = await desk('guest').say(text);
    expect(heard.state.shownProducts).toEqual(expect.arrayContaining(ids));
  });

  it.each(['can somebody actually help me', '有没有人管啊', '😭😭😭', '😡'])(
    '[EMB-39] %s is met with regret and the offer of a person',
    async (text) => {
      const heard = await desk('lin').say(text);
      expect(heard.text).toMatch(/sorry|抱歉/);
      expect(heard.choices.map(({ send }) => send)).toContain(/[a-z]/.test(text) ? 'Talk to a person' : '转人工');
      expect(heard.commands).toEqual([]);
    },
  );

  it('[EMB-39] one size up is an exchange', async () => {
    const heard = await desk('lin', 'en').say('the shoes are too tight, one size up pls');
    expect(heard.results.at(-1)?.input).toMatchObject({ items: [{ variantId: 'runner-black-43' }] });
  });

  it.each(['怎么还没到啊！！！都几天了', '这么慢，我的快递到哪了', 'still waiting, where is my parcel'])(
    '[EMB-40] %s: one sentence of regret before the parcel',
    async (text) => {
      const heard = await desk('lin').say(text);
      expect(heard.text).toMatch(/^(?:让您久等了，抱歉。|Sorry about the wait\.)/);
      expect(kinds(heard)).toEqual(['tracking']);
      expect((await desk('lin').say('我的快递到哪了')).text).not.toContain('抱歉');
    },
  );
});
