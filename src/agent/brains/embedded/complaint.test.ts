import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

describe('a complaint that is to be kept', () => {
  it.each([
    ['zh', '我要投诉，快递员态度太差了，帮我登记一下'],
    ['zh', '我要投诉：快递员态度很差，帮我登记一下'],
    ['zh', '我要投诉快递员，包裹扔门口就走了，请帮我登记一下'],
    ['zh', '投诉你们的快递，XE20261108-0056 一直没送到，帮我登记一下'],
    ['zh', '我要投诉客服态度差，给我登记'],
    ['zh', '我要投诉跑鞋开胶，帮我登记一下'],
    ['en', 'I have a complaint: the courier threw my parcel over the fence, please note it'],
    ['en', 'I have a complaint: the shoes broke after a day, please note it'],
    ['en', "I'd like to make a complaint, my parcel never arrived, please log it"],
    ['en', 'please register a complaint: the delivery was three days late'],
  ] as const)('[EMB-72] %s: %s: kept in its own words', async (locale, text) => {
    const talk = desk(locale === 'zh' ? 'zhou' : 'olivia', locale);
    const heard = await talk.say(text);
    expect(heard.commands).toEqual(['create_ticket']);
    expect(heard.results.at(-1)?.input).toMatchObject({ kind: 'complaint', text });
    expect(kinds(heard)).toEqual(['note']);
    expect(heard.text).toMatch(/说不准|can’t say when/);
  });

  it.each([
    ['zh', '我要投诉，帮我登记一下', '快递员骂人'],
    ['en', 'I have a complaint, please note it', 'the courier was rude'],
  ] as const)(
    '[EMB-72] what it is about is asked for where only the kind was said (%s)',
    async (locale, begin, text) => {
      const talk = desk('zhou', locale);
      const asked = await talk.say(begin);
      expect(asked.commands).toEqual([]);
      expect(asked.state.flow).toMatchObject({ command: 'create_ticket', asking: 'note' });
      expect((await talk.say(text)).results.at(-1)?.input).toMatchObject({ text });
    },
  );

  it.each([
    ['zh', '我要投诉'],
    ['en', 'this is unacceptable, I want to complain'],
  ] as const)('[EMB-72] %s: %s leaves nothing behind', async (locale, text) => {
    expect((await desk('zhou', locale).say(text)).commands).not.toContain('create_ticket');
  });
});
