import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

describe('an open question', () => {
  it('[EMB-41] is asked again once, and never after a chat', async () => {
    const talk = desk('lin');
    await talk.say('帮我改一下收货地址');
    expect((await talk.say('一般几天能到')).text).toContain('我们接着来');
    expect((await talk.say('退款多久到账')).text).not.toContain('我们接着来');
    const heard = await talk.say('杭州市西湖区文三路188号');
    expect(kinds(heard)).toEqual(['confirmation']);
    const other = desk('lin', 'en');
    await other.say('change my address');
    expect((await other.say('what is the weather today')).text).not.toContain('Back to where');
    expect((await other.say('how long do refunds take?')).text).toContain('Back to where');
  });

  it.each([
    ['emily', '我要退货', '改成取消背包那单', 'cancel_order'],
    ['emily', '我要退货', '还是取消背包那单吧', 'cancel_order'],
  ])('[EMB-41] another errand ends it (%s: %s, %s)', async (who, first, then, command) => {
    const talk = desk(who);
    await talk.say(first);
    const heard = await talk.say(then);
    expect(heard.commands).toContain(command);
    expect(heard.state.flow?.command).toBe(command);
  });

  it('[EMB-6] an address that was named while the order was still open is kept', async () => {
    const talk = desk('wang');
    await talk.say('改收货地址');
    await talk.say('改成上海市浦东新区世纪大道100号');
    const heard = await talk.say('第一个');
    expect(heard.results.at(-1)?.input).toMatchObject({ address: { street: '世纪大道100号' } });
    const fresh = desk('wang');
    await fresh.say('改成上海市浦东新区世纪大道100号');
    expect((await fresh.say('第一个')).results.at(-1)?.input).toMatchObject({ address: { street: '世纪大道100号' } });
  });

  it.each(['不想要了，取消吧', '算了取消吧', '取消'])(
    '[EMB-9] %s while a reason is asked calls the return off',
    async (text) => {
      const talk = desk('mei');
      expect((await talk.say('我要退货')).state.flow?.asking).toBe('reason');
      const heard = await talk.say(text);
      expect(heard.state.flow).toBeNull();
      expect(heard.commands).toEqual([]);
    },
  );

  it.each(['XE20261001-0004要退货', 'XE20261001-0004要换货', '我要退四件套'])(
    '[EMB-13] %s: the rule is told before anything is asked',
    async (text) => {
      const heard = await desk('lin').say(text);
      expect(heard.state.flow?.asking ?? 'offer').toBe('offer');
      expect(heard.results.at(-1)?.status).toBe('refused');
    },
  );

  it('[EMB-16] 「最近买的那个」 is the newest', async () => {
    const talk = desk('wang');
    await talk.say('查物流');
    expect((await talk.say('最近买的那个')).text).toContain('XE20261111-0033');
  });
});
