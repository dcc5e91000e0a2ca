import { describe, expect, it } from 'vitest';
import { usedIn } from './read/opened.ts';
import { demoDesk } from './testing/demo-desk.ts';
import { kinds } from './testing/desk.ts';

const EMILY = 'customer-emily-carter';

describe('what was used', () => {
  it.each([
    '用过了',
    '已经用了两次',
    '穿了一天，磨脚',
    '洗过一水',
    '下过锅了',
    '吊牌剪了',
    '吊牌已经剪掉了',
    '鞋子穿出去过了，穿了',
    'I opened it and used it already',
    "I've used it twice",
    'I wore them once',
    'we have washed it',
    'the tags are cut off',
    'used it once',
  ])('[EMB-134] %j says so', (text) => {
    expect(usedIn(text)).toBe(true);
  });

  it.each([
    '没用过',
    '拆了，没有用',
    '试穿了一下',
    '试用了一次就发现坏了',
    '收到就像用过的',
    '别人用过的吧',
    '还没怎么用',
    '不想用了',
    "I haven't used it",
    'never worn',
    'it is unused',
    'it looks used',
    'it arrived used',
    'I am used to another brand',
    'can I return it without having used it',
    'I opened it',
  ])('[EMB-134] %j does not', (text) => {
    expect(usedIn(text)).toBe(false);
  });

  it.each([
    ['zh', ['我要退水壶，用过了', '不想要了'], '用过'],
    ['zh', ['我要退水壶', '不喜欢，已经用了两次'], '用过'],
    ['zh', ['水壶换个颜色，用过了', '不喜欢'], '用过'],
    ['en', ['I want to return the kettle. I opened it and used it already', 'changed my mind'], 'has been used'],
    ['en', ['I want to return the kettle', "I don't like it and I've used it twice"], 'has been used'],
  ] as const)('[EMB-134] %s: %j is told as the rules have it, and no card is shown', async (locale, said, words) => {
    const talk = demoDesk(EMILY, locale);
    let heard = await talk.say(said[0]);
    if (heard.state.flow?.asking === 'size') heard = await talk.say(heard.choices[0]?.send ?? '');
    if (heard.state.flow?.asking === 'reason') heard = await talk.say(said[1]);
    expect(kinds(heard)).not.toContain('confirmation');
    expect(heard.text).toContain(words);
    expect(await talk.openCards()).toEqual([]);
  });

  it.each([
    ['zh', '我要退水壶，不想要了', '其实我用过了', '用过'],
    ['en', 'return the kettle, changed my mind', 'I have used it once though', 'has been used'],
  ] as const)('[EMB-134] %s: said beside the card it voids it', async (locale, text, more, words) => {
    const talk = demoDesk(EMILY, locale);
    expect(kinds(await talk.say(text))).toEqual(['confirmation']);
    expect((await talk.say(more)).text).toContain(words);
    expect(await talk.openCards()).toEqual([]);
  });

  it.each([
    ['zh', '水壶用了一次就漏水了，要退'],
    ['en', 'return the kettle, I used it once and it leaks'],
  ] as const)('[EMB-134] %s: what is faulty may have been used', async (locale, text) => {
    const heard = await demoDesk(EMILY, locale).say(text);
    const card = heard.state.flow?.asking === 'remedy' ? null : heard;
    if (card) expect(kinds(card)).toEqual(['confirmation']);
    expect(heard.text).not.toContain('has been used');
    expect(heard.text).not.toContain('已经用过');
  });

  it.each([
    ['zh', '我要退水壶，不想要了', '没有用过'],
    ['en', 'return the kettle, changed my mind', 'must not have been worn, washed or used'],
  ] as const)('[ACT-140] %s: the card says that it must not have been', async (locale, text, words) => {
    const card = await demoDesk(EMILY, locale).say(text);
    expect(JSON.stringify(card.blocks)).toContain(words);
  });
});
