import { describe, expect, it } from 'vitest';
import type { Understanding } from '../../../core/understanding.ts';
import { desk, kinds } from './testing/desk.ts';

describe('doubt', () => {
  it.each([
    ['return_items', 0.4, false],
    ['cancel_order', 0.4, false],
    ['return_items', 0.9, true],
    ['cancel_order', 0.9, true],
  ])('[EMB-43] %s read with %d begins: %s', async (name, probability, begins) => {
    const understand = async (): Promise<Understanding> => {
      return { locale: 'zh', intents: [{ name, probability }], slots: [], act: 'none', tones: [] };
    };
    const heard = await desk('lin', 'zh', { name: 'unsure', understand }).say('那件东西那个');
    expect(heard.text.includes('没太明白')).toBe(!begins);
    expect(heard.state.flow === null).toBe(!begins);
    expect(kinds(heard).includes('done')).toBe(false);
    if (!begins) expect(heard.choices.length).toBeGreaterThan(1);
  });

  it('[EMB-43] an unsure write beside a sure question is not begun; the question is answered', async () => {
    const intents = [
      { name: 'cancel_order', probability: 0.4 },
      { name: 'ask_delivery_time', probability: 0.39 },
    ];
    const understand = async (): Promise<Understanding> => {
      return { locale: 'zh', intents, slots: [], act: 'none', tones: [] };
    };
    const heard = await desk('lin', 'zh', { name: 'unsure', understand }).say('那个东西，一般多久');
    expect(kinds(heard)).not.toContain('confirmation');
    expect(heard.state.flow?.command).not.toBe('cancel_order');
    expect([...new Set(heard.commands)]).toEqual(['search_knowledge']);
  });
});

describe('manners', () => {
  it.each(['稍等，我找一下单号', '等我拍个照哈', 'one sec, looking for it'])('[EMB-44] %j waits', async (text) => {
    const talk = desk('guest');
    await talk.say('我的快递到哪了');
    const heard = await talk.say(text);
    expect(heard.commands).toEqual([]);
    expect(heard.text).toMatch(/慢慢来|不急|time|rush/);
    expect(heard.state.flow?.asking).not.toBeNull();
  });

  it.each(['你答非所问啊', "that's not what I asked"])('[EMB-44] %j is owned up to', async (text) => {
    const heard = await desk('lin').say(text);
    expect(heard.text).toMatch(/没答到|missed/);
    expect(heard.choices.map(({ label }) => label)).toEqual([
      heard.text.includes('没答到') ? '转人工' : 'Talk to a person',
    ]);
  });

  it('[EMB-44] goes back to what was open', async () => {
    const talk = desk('emily');
    const open = await talk.say('我要退货');
    await talk.say('你们几点上班');
    const again = await talk.say('回到刚才那个吧');
    expect(again.state.flow?.asking).toBe(open.state.flow?.asking);
    expect(again.text).toContain(open.text.split('\n').at(-1));
  });
});
