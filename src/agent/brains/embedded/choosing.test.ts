import { describe, expect, it } from 'vitest';
import type { Heard } from './testing/counter.ts';
import { desk, kinds } from './testing/desk.ts';

describe('choosing goods', () => {
  const search = (heard: Heard) => heard.results.findLast(({ name }) => name === 'search_products')?.input;

  it.each([
    ['他脚宽', { query: expect.stringContaining('跑鞋') }],
    ['42码', { size: '42', query: expect.stringContaining('跑鞋') }],
    ['两百左右', { aroundPrice: 20_000, query: expect.stringContaining('跑鞋') }],
    ['he likes red', { colour: expect.any(String), query: expect.stringContaining('跑鞋') }],
  ])('[EMB-42] %s refines what is being looked for', async (text, input) => {
    const talk = desk('guest');
    await talk.say('想买双跑鞋给爸爸');
    expect(search(await talk.say(text))).toMatchObject(input);
  });

  it('[EMB-42] what she likes is the wish; the budget is not asked for twice, and a wish that finds nothing is not kept', async () => {
    const talk = desk('guest');
    await talk.say('送女朋友生日礼物 300以内');
    const heard = await talk.say('她喜欢马克杯');
    expect(heard.state.flow?.asking ?? null).toBeNull();
    expect(search(heard)).toMatchObject({ maxPrice: 30_000, query: expect.not.stringContaining('喜欢') });
    const before = heard.state.search;
    await talk.say('她喜欢望远镜');
    expect((await talk.say('有没有好看点的')).text).not.toContain('望远镜');
    expect(before).not.toBeNull();
  });

  it.each(['你推荐一个就行', '帮我选一个吧', 'which would you take?', 'just pick one'])(
    '[EMB-42] %s picks the best fit with its reasons',
    async (text) => {
      const talk = desk('guest');
      const shown = await talk.say('想买双跑鞋，两百左右');
      const heard = await talk.say(text);
      expect(heard.state.flow?.slots.productId).toBe(shown.state.shownProducts[0]);
      expect(heard.text).toMatch(/¥\d+/);
      expect(kinds(heard)).toEqual(['products']);
    },
  );

  it('[EMB-42] cheaper is cheaper than what was shown first, until nothing is', async () => {
    const talk = desk('guest');
    await talk.say('想买双跑鞋，两百二左右');
    const heard = await talk.say('有便宜点的吗');
    expect(heard.state.shownProducts).toEqual(['runner']);
    expect((await talk.say('cheaper')).text).toContain('没有比');
    expect((await talk.say('再便宜点')).text).toContain('没有比');
  });
});
