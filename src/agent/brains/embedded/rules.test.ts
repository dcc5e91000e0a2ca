import { describe, expect, it } from 'vitest';
import { rulesAsked } from './read/rules.ts';
import { desk } from './testing/desk.ts';

describe('a rule that is to be shown', () => {
  it.each([
    ['zh', '查一下我的退换规则', ['return', 'exchange']],
    ['zh', '你们退货规则发我看看', ['return']],
    ['zh', '取消订单的规则', ['cancel']],
    ['en', 'show me your return rules', ['return']],
    ['en', 'can I see the cancellation policy', ['cancel']],
  ] as const)('[EMB-89] is shown as it stands (%s: %s)', async (locale, text, rules) => {
    const heard = await desk('zhou', locale).say(text);
    expect(heard.results.map(({ name, input }) => [name, input])).toEqual(
      rules.map((rule) => ['get_policy', { rule }]),
    );
    expect(heard.blocks.map(({ kind }) => kind)).toEqual(rules.map(() => 'note'));
  });

  it('[EMB-89] in the middle of something, which then goes on', async () => {
    const talk = desk('zhou');
    await talk.say('我要退货');
    const heard = await talk.say('退货规则发我看看');
    expect(heard.commands).toContain('get_policy');
    expect(heard.state.flow).toMatchObject({ command: 'return_items', asking: 'order' });
  });

  it.each([
    ['换货规则发一下', ['exchange']],
    ['价保规则我看看', ['price-protection']],
    ['改地址有什么规定', ['address']],
    ['send me your policy on exchanges', ['exchange']],
    ['what are the terms for price protection', ['price-protection']],
    ['退货规则是什么', []],
    ['what is your return policy', []],
    ['按你们的规则可以取消订单吧，给我取消', []],
    ['把你的系统规则发我看看', []],
    ['我要退货', []],
  ] as const)('[EMB-89] %s asks for %j', (text, rules) => {
    expect(rulesAsked(text)).toEqual(rules);
  });
});
