import { describe, expect, it } from 'vitest';
import { demoDesk } from './testing/demo-desk.ts';
import { kinds } from './testing/desk.ts';

const WHO = { lin: 'customer-lin-xiaomei', emily: 'customer-emily-carter' } as const;
const BEDDING = 'XE20261123-1002';
const FRYER = 'XE20261125-1003';
const SHOES = 'XE20261121-1202';
const HEADPHONES = 'XE20261122-1203';

const desk = (who: keyof typeof WHO) => demoDesk(WHO[who], who === 'lin' ? 'zh' : 'en');
const ordersOf = (results: readonly { input: unknown }[]) =>
  results.flatMap(({ input }) => (input as { orderNumber?: string } | null)?.orderNumber ?? []);

describe('goods by another word than their title', () => {
  it.each([
    ['lin', '床品不要了，别发了，退钱', BEDDING],
    ['lin', '床品那单不要了', BEDDING],
    ['lin', '取消被褥那单', BEDDING],
    ['lin', '我的床上用品不想要了，取消', BEDDING],
    ['lin', '四件套我不要了', BEDDING],
    ['lin', '床品能不能改个地址，我搬家了', BEDDING],
    ['lin', '寝具取消掉', BEDDING],
    ['lin', '把床品那单退掉', BEDDING],
    ['emily', 'cancel my sneakers', SHOES],
    ['emily', 'cancel the trainers please', SHOES],
    ['emily', 'change the address of the sneakers order', SHOES],
    ['emily', "I don't want the trainers any more, cancel the order", SHOES],
  ] as const)(
    '[EMB-115] %s: %s means that order, and it is said why nothing can be done',
    async (who, text, number) => {
      const talk = desk(who);
      const heard = await talk.say(text);
      expect(ordersOf(heard.results)).toContain(number);
      expect(ordersOf(heard.results)).not.toContain(FRYER);
      expect(await talk.openCards()).toHaveLength(0);
      expect(heard.state.flow?.asking).not.toBe('order');
    },
  );

  it.each([
    ['lin', '厨房电器那单不要了', FRYER],
    ['lin', '锅取消吧', FRYER],
    ['lin', '取消订单', FRYER],
    ['lin', '不想要了，取消吧', FRYER],
    ['lin', '买错了，取消', FRYER],
    ['emily', 'cancel the bag', 'XE20261125-1204'],
    ['emily', 'cancel my order please', 'XE20261125-1204'],
    ['emily', 'cancel the rucksack', 'XE20261125-1204'],
  ] as const)('[EMB-115] %s: %s', async (who, text, number) => {
    const talk = desk(who);
    await talk.say(text);
    expect((await talk.openCards()).map(({ quote }) => quote.orderNumber)).toEqual([number]);
  });
});

describe('goods that are in no order', () => {
  it.each([
    ['lin', '把洗衣机取消了', '洗衣机'],
    ['lin', '我的沙发什么时候到', '沙发'],
    ['lin', '那个拉杆箱取消', '拉杆箱'],
    ['lin', '冰箱那单不要了', '冰箱'],
    ['lin', '取消蛋白粉那单', '蛋白粉'],
    ['lin', '猫粮的订单改个地址', '猫粮'],
    ['emily', 'cancel my sofa order', 'sofa'],
    ['emily', 'cancel the bedding', 'bedding'],
    ['emily', 'where is my washing machine', 'washing machine'],
    ['emily', 'change the address of my couch order', 'couch'],
    ['emily', 'cancel the protein powder order', 'protein powder'],
    ['emily', 'cancel my fridge please', 'fridge'],
  ] as const)('[EMB-116] %s: %s is asked about, and no other order is taken', async (who, text, word) => {
    const talk = desk(who);
    const heard = await talk.say(text);
    expect(heard.text).toContain(word);
    expect(heard.state.flow?.asking).toBe('order');
    expect(heard.choices.length).toBeGreaterThan(1);
    expect(await talk.openCards()).toHaveLength(0);
  });
});

describe('another order beside a card', () => {
  it.each([
    ['lin', '空气炸锅取消', '好的谢谢，对了我的床品什么时候到', BEDDING, '取消订单还没有办理'],
    ['lin', '空气炸锅取消', '四件套那单到哪了', BEDDING, '取消订单还没有办理'],
    ['emily', 'cancel the backpack', 'by the way, where are my headphones', HEADPHONES, 'the cancellation'],
  ] as const)('[EMB-117] %s: %s, then %s', async (who, begin, beside, number, reminder) => {
    const talk = desk(who);
    await talk.say(begin);
    const heard = await talk.say(beside);
    expect(ordersOf(heard.results)).toContain(number);
    expect(heard.text).toContain(number);
    expect(heard.text).toContain(reminder);
    expect(await talk.openCards()).toHaveLength(1);
    expect(kinds(await talk.say(who === 'lin' ? '好' : 'confirm'))).toContain('done');
  });
});
