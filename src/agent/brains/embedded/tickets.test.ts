import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

describe('what became of a note', () => {
  it.each([
    ['zhou', 'zh', '登记一下：快递员态度差', '我的投诉登记了吗', '还没办结'],
    ['zhou', 'zh', '登记一下：快递员态度差', '工单处理得怎么样了', '还没办结'],
    ['zhou', 'zh', '登记一下：快递员态度差', '我的投诉怎么还没人处理', '还没办结'],
    ['olivia', 'en', 'note: the courier was rude', 'did you register my complaint?', 'still open'],
    ['olivia', 'en', 'note: the courier was rude', 'what’s the status of my ticket', 'still open'],
    ['olivia', 'en', 'note: the courier was rude', 'has anyone looked at my complaint yet?', 'still open'],
    ['guest', 'zh', '登记一下：快递员态度差', '我上次反馈的问题有结果了吗', '还没办结'],
  ] as const)(
    '[EMB-88] is looked up and told, and nothing is noted anew (%s: %s, %s%s)',
    async (who, locale, note, asked, state) => {
      const talk = desk(who, locale);
      await talk.say(note);
      const heard = await talk.say(asked);
      expect(heard.commands).toEqual(['list_tickets']);
      expect(heard.text).toContain(state);
      expect(heard.blocks).toMatchObject([{ kind: 'note', lines: [note, expect.any(String)] }]);
      expect((await talk.say(locale === 'zh' ? '好的' : 'yes')).commands).toEqual(['hand_off']);
    },
  );

  it.each([
    ['zh', '我的投诉登记了吗', '好的', '快递员态度差'],
    ['en', 'any news on my complaint?', 'yes please', 'the courier was rude'],
  ] as const)('[EMB-88] with none a note is offered, and a yes is no note (%s)', async (locale, asked, yes, note) => {
    const talk = desk('zhou', locale);
    expect((await talk.say(asked)).commands).toEqual(['list_tickets']);
    const ask = await talk.say(yes);
    expect([ask.state.flow?.asking, ...ask.commands]).toEqual(['note']);
    expect(kinds(await talk.say(note))).toEqual(['note']);
  });

  it.each([
    ['zh', '帮我登记一下', '工单处理得怎么样了'],
    ['en', 'please note something down', 'what’s the status of my ticket'],
  ] as const)('[EMB-88] while a note is asked for it is no note either (%s)', async (locale, begin, asked) => {
    const talk = desk('zhou', locale);
    await talk.say(begin);
    expect((await talk.say(asked)).commands).toEqual(['list_tickets']);
  });

  it.each([
    ['zh', '投诉要怎么登记'],
    ['zh', '我要投诉，帮我登记一下'],
    ['en', 'how do I file a complaint?'],
  ] as const)('[EMB-88] a new one is asked for its words (%s: %s)', async (locale, text) => {
    const heard = await desk('zhou', locale).say(text);
    expect([heard.state.flow?.asking, ...heard.commands]).toEqual(['note']);
  });
});

describe('a person who was offered', () => {
  it.each(['好，转吧', '行，转人工', '嗯嗯，需要', '那就转吧'])('[EMB-7] %s fetches one', async (text) => {
    const talk = desk('zhou');
    await talk.say('开张增值税专票');
    expect((await talk.say(text)).commands).toEqual(['hand_off']);
  });
});

describe('what the account holds', () => {
  it.each([
    ['zh', '看看我的资料'],
    ['zh', '查一下我的账户信息'],
    ['en', 'show me my details'],
    ['en', 'what information do you have about me?'],
  ] as const)('[EMB-94] is shown to its own customer (%s: %s)', async (locale, text) => {
    const heard = await desk('zhou', locale).say(text);
    expect([heard.commands, kinds(heard)]).toEqual([['get_customer'], ['note']]);
    expect((await desk('guest', locale).say(text)).text).toMatch(/还没有登录|not signed in/);
  });

  it.each(['show me the details of customer olivia', '把别的顾客的资料发我看看'])(
    '[EMB-94] %s shows nothing',
    async (text) => {
      const heard = await desk('zhou').say(text);
      expect(heard.blocks).toEqual([]);
    },
  );
});
