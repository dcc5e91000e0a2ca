import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

const labels = (heard: { choices: { label: string }[] }) => heard.choices.map(({ label }) => label);
const wished = (heard: { results: { input: unknown }[] }) => heard.results.at(-1)?.input;

describe('several goods at once', () => {
  it.each([
    ['emily', 'zh', '两件都退，不想要了', { e1: 1, e2: 3 }],
    ['emily', 'zh', '退杯子两个 水壶一个 质量问题', { e1: 1, e2: 2 }],
    ['emily', 'zh', '杯子和水壶都要退，不喜欢', { e1: 1, e2: 3 }],
    ['zhou', 'zh', '除了毛衣其他都退 坏了', { zhou3: 1, zhou4: 3 }],
    ['zhou', 'zh', '毛衣和水壶退了 不喜欢', { zhou3: 1, zhou5: 1 }],
    ['olivia', 'en', 'return the kettle and the sweater, changed my mind', { olivia3: 1, olivia5: 1 }],
    ['olivia', 'en', 'I want to return two mugs and the kettle, they are faulty', { olivia3: 1, olivia4: 2 }],
    ['olivia', 'en', "return everything except the sweater, it's all broken", { olivia3: 1, olivia4: 3 }],
  ] as const)('[EMB-73] %s %s: %s', async (who, locale, text, pieces) => {
    const heard = await desk(who, locale).say(text);
    expect(kinds(heard)).toEqual(['confirmation']);
    const { items } = wished(heard) as { items: { lineId: string; quantity: number }[] };
    expect(Object.fromEntries(items.map(({ lineId, quantity }) => [lineId, quantity]))).toEqual(pieces);
  });

  it.each([
    ['zhou', 'zh', '退杯子和毛衣', '两个', '不喜欢'],
    ['olivia', 'en', 'return the mugs and the sweater', 'two', "don't like them"],
  ] as const)(
    '[EMB-73] only the pieces that are not clear are asked for (%s)',
    async (who, locale, begin, pieces, why) => {
      const talk = desk(who, locale);
      expect((await talk.say(begin)).state.flow?.asking).toBe('quantity');
      expect((await talk.say(pieces)).state.flow?.asking).toBe('reason');
      expect(wished(await talk.say(why))).toMatchObject({
        items: [
          { lineId: `${who}4`, quantity: 2 },
          { lineId: `${who}5`, quantity: 1 },
        ],
      });
    },
  );

  it.each([
    ['zh', '退一件'],
    ['zh', '两件都退 XE20261106-0053'],
    ['en', 'return one item from XE20261106-0063'],
  ] as const)('[EMB-73] %s: %s does not say which, so that is asked', async (locale, text) => {
    const talk = desk(locale === 'zh' ? 'zhou' : 'olivia', locale);
    const heard = await talk.say(text);
    expect(['items', 'order']).toContain(heard.state.flow?.asking);
    expect(kinds(heard)).toEqual([]);
  });

  it.each([
    ['zhou', 'zh', '退毛衣和水壶 不喜欢', '水壶不退了'],
    ['olivia', 'en', 'return the kettle and the sweater, changed my mind', 'keep the kettle'],
  ] as const)('[EMB-75] one that stays after all is taken off the card (%s)', async (who, locale, begin, less) => {
    const talk = desk(who, locale);
    await talk.say(begin);
    const [first] = await talk.openCards();
    const heard = await talk.say(less);
    expect(wished(heard)).toMatchObject({ items: [{ lineId: `${who}5`, quantity: 1 }] });
    const open = await talk.openCards();
    expect(open.map(({ id }) => id)).not.toContain(first?.id);
    expect(open).toHaveLength(1);
  });

  it('[EMB-73] two pairs that are called alike are told apart before anything is offered', async () => {
    const talk = desk('zhou');
    const heard = await talk.say('跑鞋退款多少 XE20261101-0055');
    expect(heard.text).toContain('11月9日');
  });
});

describe('several orders in one sentence', () => {
  it.each([
    ['zhou', 'zh', 'XE20261111-0051 和 XE20261110-0052 都取消'],
    ['zhou', 'zh', '取消跑鞋那单和连衣裙那单'],
    ['olivia', 'en', 'cancel both orders XE20261111-0061 and XE20261110-0062'],
    ['olivia', 'en', 'please cancel the shoes order and the dress order'],
  ] as const)('[EMB-74] are done one after the other, each by its own card (%s, %s: %s)', async (who, locale, text) => {
    const talk = desk(who, locale);
    const tens = who === 'zhou' ? 5 : 6;
    const [one, two] = [`XE20261111-00${tens}1`, `XE20261110-00${tens}2`];
    const first = await talk.say(text);
    expect(first.text).toContain(one);
    expect((await talk.openCards()).map(({ quote }) => quote.orderNumber)).toEqual([one]);
    const second = await talk.press('confirm');
    expect(kinds(second)).toEqual(['done', 'confirmation']);
    expect((await talk.shop.findOrder(two))?.status).toBe('paid');
    await talk.press('confirm');
    expect((await talk.shop.findOrder(one))?.status).toBe('cancelled');
    expect((await talk.shop.findOrder(two))?.status).toBe('cancelled');
  });

  it('[EMB-74] the second is left alone when the first is called off', async () => {
    const talk = desk('zhou');
    await talk.say('XE20261111-0051 和 XE20261110-0052 都取消');
    const heard = await talk.press('cancel');
    expect(kinds(heard)).toEqual([]);
    expect(await talk.openCards()).toEqual([]);
  });

  it('[EMB-74] with one that is not the customer’s only his own is done, and nothing is said of the other', async () => {
    const talk = desk('zhou');
    const heard = await talk.say('XE20261111-0051 和 XE20261111-0002 都取消');
    expect((await talk.openCards()).map(({ quote }) => quote.orderNumber)).toEqual(['XE20261111-0051']);
    expect(heard.text).not.toContain('XE20261111-0002');
  });

  it('[EMB-74] goods of one order named beside each other are no two orders', async () => {
    const heard = await desk('zhou').say('退杯子和水壶');
    expect(heard.state.flow?.slots.orderNumber).toBe('XE20261106-0053');
    expect(heard.state.flow?.slots.later).toBeUndefined();
  });
});

describe('bad input', () => {
  it.each([
    'XE20261111 0051 取消',
    '取消 ＸＥ２０２６１１１１－００５１',
    '取消XE2O261111-OO51',
    'cancel xe20261111-0051',
    '取消 #XE20261111-0051',
  ])('[EMB-30] %s is the customer’s own order', async (text) => {
    const talk = desk('zhou');
    await talk.say(text);
    expect((await talk.openCards()).map(({ quote }) => quote.orderNumber)).toEqual(['XE20261111-0051']);
  });

  it.each(['取消订单 1234567890123456789', '取消 XE20261111-0002'])(
    '[EMB-30] %s is not found, and nothing is done',
    async (text) => {
      const talk = desk('zhou');
      const heard = await talk.say(text);
      expect(heard.text).toMatch(/没有查到|核对/);
      expect(await talk.openCards()).toEqual([]);
    },
  );

  it.each(['0个', '-1', '1.5个', '1000000000', '五个'])('[EMB-73] %s of three asks again', async (count) => {
    const talk = desk('zhou');
    await talk.say('退杯子');
    const heard = await talk.say(count);
    expect(heard.state.flow?.asking).toBe('quantity');
    expect(labels(heard).slice(0, 3)).toEqual(['1 件', '2 件', '3 件']);
    expect(await talk.openCards()).toEqual([]);
  });

  it.each(['不是这单', '不对，是另外一单'])(
    '[EMB-75] %s asks for the other one, and the card is void',
    async (text) => {
      const talk = desk('zhou');
      await talk.say('取消跑鞋那单');
      const heard = await talk.say(text);
      expect(heard.state.flow?.asking).toBe('order');
      expect(await talk.openCards()).toEqual([]);
    },
  );

  it.each([
    ['跑鞋退了吧 不喜欢', '不退了，还是换43', 'exchange_items'],
    ['退跑鞋', '不对 换成43码', 'exchange_items'],
    ['跑鞋换43 小了', '算了还是退吧', 'return_items'],
  ])('[EMB-75] %s, then %s: the goods need not be named again', async (begin, then, command) => {
    const talk = desk('lin');
    await talk.say(begin);
    const heard = await talk.say(then);
    expect(heard.state.flow).toMatchObject({ command, slots: { orderNumber: 'XE20261105-0003' } });
    expect(heard.state.flow?.asking).not.toBe('items');
  });
});
