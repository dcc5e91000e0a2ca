import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

const WRITES = ['return_items', 'exchange_items', 'refund_without_return'];
const done = (heard: { commands: string[] }) => heard.commands.filter((name) => WRITES.includes(name));

describe('a number of pieces that cannot be', () => {
  it.each([
    ...['0', '-1', '1.5', '1e9', '100', '1000000000', '半', '零', '负一'].flatMap((number) => [
      ['zhou', 'zh', `XE20261106-0053 退 ${number} 个杯子，质量问题`, number] as const,
      ['zhou', 'zh', `XE20261106-0053 杯子退${number}个，坏了`, number] as const,
    ]),
    ...['0', '-1', '1.5', '1e9', 'zero', 'half a'].map(
      (number) => ['olivia', 'en', `XE20261106-0063 return ${number} mugs, they are broken`, number] as const,
    ),
    ['olivia', 'en', 'XE20261106-0063 return -1 of the mugs, they are broken', '-1'],
    ['lin', 'zh', 'XE20261105-0003 退 0 双跑鞋，质量问题', '0'],
    ['lin', 'en', 'return 0 shoes from XE20261105-0003, they are broken', '0'],
    ['lin', 'en', 'XE20261105-0003 return -1, they are broken', '-1'],
    ['lin', 'zh', 'XE20261105-0003 退 1.5 双，质量问题', '1.5'],
  ] as const)('[EMB-73] %s %s: %s: asked about, and nothing done', async (who, locale, text, number) => {
    const talk = desk(who, locale);
    const heard = await talk.say(text);
    expect(done(heard)).toEqual([]);
    expect(heard.state.flow?.asking).toBe('quantity');
    expect(heard.text).toContain(number);
    const right = await talk.say(heard.choices[0]?.send ?? '');
    expect(right.results.at(-1)?.input).toMatchObject({ items: [{ quantity: 1 }] });
    expect(kinds(right)).toEqual(['confirmation']);
  });

  it.each([
    ['zhou', 'zh', 'XE20261106-0053 杯子要退，质量问题', ['0', '-1', '1.5', '1e9', '半个', '零个', '7']],
    ['olivia', 'en', 'return the mugs from XE20261106-0063, they are broken', ['0', '-1', '1.5', '1e9', 'zero', '7']],
  ] as const)('[EMB-73] nor when the number was asked for (%s)', async (who, locale, begin, answers) => {
    for (const answer of answers) {
      const talk = desk(who, locale);
      await talk.say(begin);
      const heard = await talk.say(answer);
      expect(done(heard)).toEqual([]);
      expect(heard.state.flow?.asking).toBe('quantity');
      expect(heard.text).toMatch(/整数|whole number|买了 3 件|bought 3/);
    }
  });

  it('[EMB-73] of several goods the one whose number cannot be is asked about', async () => {
    const heard = await desk('ning').say('XE20261106-0071 T恤退 0 件，鞋子退 1 双，质量问题');
    expect(done(heard)).toEqual([]);
    expect(heard.text).toContain('「0」');
    expect(heard.text).toContain('T 恤');
  });

  it('[EMB-73] said before the order was found it is asked about all the same', async () => {
    const talk = desk('olivia', 'en');
    await talk.say('return -1');
    await talk.say('XE20261106-0063');
    const heard = await talk.say('the mug');
    expect(done(heard)).toEqual([]);
    expect(heard.text).toContain('“-1”');
  });

  it.each([
    ['zhou', 'zh', 'XE20261106-0053 退2个杯子，质量问题', 2],
    ['zhou', 'zh', 'XE20261106-0053 杯子退三个，坏了，0 分', 3],
    ['olivia', 'en', 'XE20261106-0063 return 2 mugs, they are broken', 2],
    ['lin', 'zh', 'XE20261105-0003 两只鞋都坏了，退', 1],
  ] as const)('[EMB-73] %s %s: %s is one that can be', async (who, locale, text, quantity) => {
    const heard = await desk(who, locale).say(text);
    expect(heard.results.at(-1)?.input).toMatchObject({ items: [{ quantity }] });
  });
});
