import { describe, expect, it } from 'vitest';
import { errandsApart } from './read/errands-apart.ts';
import { desk, kinds } from './testing/desk.ts';

const deeds = (heard: { results: { name: string; input: unknown }[] }) =>
  heard.results.map(({ name, input }) => ({ name, ...(input as { orderNumber?: string }) }));
const WRITES = ['cancel_order', 'change_order_address', 'return_items', 'exchange_items', 'change_order_items'];
const wished = (heard: Parameters<typeof deeds>[0]) =>
  deeds(heard).flatMap(({ name, orderNumber }) => (WRITES.includes(name) ? [`${name} ${orderNumber}`] : []));

describe('several orders in one message, each for something else', () => {
  it.each([
    [
      'zhou',
      'zh',
      '我要取消订单 XE20261111-0051，还有 XE20261110-0052 的地址改成浙江省杭州市西湖区文三路 90 号',
      ['cancel_order XE20261111-0051', 'change_order_address XE20261110-0052'],
    ],
    [
      'zhou',
      'zh',
      'XE20261110-0052 地址改成浙江省杭州市西湖区文三路 90 号，XE20261111-0051 取消掉',
      ['change_order_address XE20261110-0052', 'cancel_order XE20261111-0051'],
    ],
    [
      'zhou',
      'zh',
      '取消 XE20261111-0051，XE20261106-0053 的水壶退货，质量问题',
      ['cancel_order XE20261111-0051', 'return_items XE20261106-0053'],
    ],
    [
      'zhou',
      'zh',
      '取消，XE20261111-0051。改地址，XE20261110-0052 浙江省杭州市西湖区文三路 90 号',
      ['cancel_order XE20261111-0051', 'change_order_address XE20261110-0052'],
    ],
    [
      'olivia',
      'en',
      'I want to cancel order XE20261111-0061, and change the address of XE20261110-0062 to 5 Main Road, Hangzhou, Zhejiang',
      ['cancel_order XE20261111-0061', 'change_order_address XE20261110-0062'],
    ],
    [
      'olivia',
      'en',
      'please cancel XE20261111-0061 and return the kettle from XE20261106-0063, it is broken',
      ['cancel_order XE20261111-0061', 'return_items XE20261106-0063'],
    ],
  ] as const)(
    '[EMB-74] %s %s: %s: one after the other, each with its own wish',
    async (who, locale, text, [one, two]) => {
      const talk = desk(who, locale);
      const first = await talk.say(text);
      expect(kinds(first)).toEqual(['confirmation']);
      expect(wished(first)).toEqual([one]);
      expect(first.text).toContain(one.split(' ')[1]);
      const second = await talk.press('confirm');
      expect(kinds(second)).toContain('confirmation');
      expect(wished(second).at(-1)).toBe(two);
      const after = await talk.press('confirm');
      expect(kinds(after)).not.toContain('confirmation');
    },
  );

  it.each([
    ['zhou', 'zh', 'XE20261108-0056 到哪了，XE20261111-0051 取消'],
    ['olivia', 'en', 'where is XE20261108-0066? and cancel XE20261111-0061'],
  ] as const)('[EMB-17] %s: %s: looked up at once, and the card is of the other', async (who, locale, text) => {
    const heard = await desk(who, locale).say(text);
    const [tracked, cancelled] = text.match(/XE\d+-\d+/g) ?? [];
    expect(wished(heard)).toEqual([`cancel_order ${cancelled}`]);
    expect(heard.text).toContain(tracked);
  });

  it('[EMB-74] a card that is put aside leaves the other errand', async () => {
    const talk = desk('zhou');
    await talk.say('取消 XE20261111-0051，XE20261110-0052 的地址改成浙江省杭州市西湖区文三路 90 号');
    const next = await talk.press('cancel');
    expect(wished(next).at(-1)).toBe('change_order_address XE20261110-0052');
  });

  it('[EMB-74] where the first cannot be done, the other is offered in its own words', async () => {
    const heard = await desk('zhou').say(
      '取消 XE20261106-0053，XE20261110-0052 的地址改成浙江省杭州市西湖区文三路 90 号',
    );
    expect(wished(heard)).toEqual(['cancel_order XE20261106-0053']);
    expect(heard.choices.map(({ send }) => send)).toContain('XE20261110-0052 的地址改成浙江省杭州市西湖区文三路 90 号');
  });

  it.each([
    ['zhou', 'zh', 'XE20261106-0053 的水壶太吵了，XE20261111-0051 取消', 'XE20261106-0053 的水壶太吵了'],
    ['olivia', 'en', 'cancel XE20261111-0061, and what about XE20261106-0063?', 'what about XE20261106-0063?'],
  ] as const)(
    '[EMB-74] %s %s: %s: what names nothing outright is offered in its own words, never done',
    async (who, locale, text, rest) => {
      const heard = await desk(who, locale).say(text);
      const [number] = (text.match(/XE\d+-\d+/g) ?? []).filter((each) => !rest.includes(each));
      expect(wished(heard)).toEqual([`cancel_order ${number}`]);
      expect(heard.choices.map(({ send }) => send)).toContain(rest);
    },
  );

  it.each([
    '取消 XE20261111-0051 和 XE20261110-0052',
    'XE20261111-0051、XE20261110-0052 都取消',
    'XE20261111-0051 取消，改地址的话来得及吗',
    'XE20261111-0051 的杯子，XE20261110-0052 的毛衣，都要退货',
    '退 XE20261111-0051 的杯子和 XE20261110-0052 的毛衣',
    'cancel XE20261111-0061 and XE20261110-0062, please',
  ])('[EMB-74] %s is one wish', (text) => {
    expect(errandsApart(text)).toEqual([]);
  });

  it.each([
    ['XE20261111-0051 不要了，XE20261106-0053 开发票', ['cancel_order', 'request_invoice']],
    ['XE20261106-0053 开发票，XE20261111-0051 不要了', ['request_invoice', 'cancel_order']],
    ['XE20261111-0051 取消，XE20261106-0053 我先留着看看', ['cancel_order', null]],
    ['cancel XE20261111-0061, XE20261106-0063 I would rather sort out later', ['cancel_order', null]],
  ] as const)('[EMB-74] %s: %j', (text, intents) => {
    expect(errandsApart(text).map(({ intent }) => intent)).toEqual(intents);
  });

  it.each([
    ['zhou', 'zh', '不是 XE20261111-0051，是 XE20261110-0052 要取消', 'XE20261110-0052'],
    ['zhou', 'zh', '取消 XE20261110-0052，不是 XE20261111-0051', 'XE20261110-0052'],
    ['olivia', 'en', 'cancel order XE20261110-0062, not XE20261111-0061', 'XE20261110-0062'],
  ] as const)('[EMB-74] %s %s: %s: the order that is ruled out is left alone', async (who, locale, text, number) => {
    const talk = desk(who, locale);
    expect(wished(await talk.say(text))).toEqual([`cancel_order ${number}`]);
    expect(kinds(await talk.press('confirm'))).toEqual(['done']);
  });

  it('[EMB-74] an order without a wish of its own shares the one before it', () => {
    expect(
      errandsApart('取消 XE20261111-0051、XE20261110-0052，XE20261106-0053 退货').map(({ intent }) => intent),
    ).toEqual(['cancel_order', 'return_items']);
  });
});
