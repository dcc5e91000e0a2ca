import { describe, expect, it } from 'vitest';
import type { Address } from '../../../core/order.ts';
import { demoDesk } from './testing/demo-desk.ts';
import { kinds } from './testing/desk.ts';

const WHO = { zh: 'customer-lin-xiaomei', en: 'customer-emily-carter' } as const;
/** The order of each that can still go elsewhere: an air fryer to 杭州市西湖区文三路 118 号 6 幢 702 室, a backpack to 上海市徐汇区衡山路 25 弄 4 号 1203 室. */
const ORDER = { zh: 'XE20261125-1003', en: 'XE20261125-1204' } as const;
const YES = { zh: '好', en: 'confirm' } as const;

type Talk = ReturnType<typeof demoDesk>;

async function offered(talk: Talk): Promise<Address | null> {
  const [card] = await talk.openCards();
  return (card?.quote.input.address as unknown as Address) ?? null;
}

async function after(locale: 'zh' | 'en', said: readonly string[]) {
  const talk = demoDesk(WHO[locale], locale);
  let heard: Awaited<ReturnType<Talk['say']>> | null = null;
  for (const text of said) heard = await talk.say(text);
  if (!heard) throw new Error('nothing was said');
  return { talk, heard, card: await offered(talk) };
}

describe('an address on the card', () => {
  it.each([
    ['把空气炸锅的地址改成西湖区文三路118号6幢703室', { district: '西湖区', street: '文三路118号6幢703室' }],
    [
      '空气炸锅换个地址，还是寄杭州，门牌改成 703 室',
      { city: '杭州市', district: '西湖区', street: '文三路 118 号 6 幢 703 室' },
    ],
    ['把炸锅那单的 702 改成 703 室', { district: '西湖区', street: '文三路 118 号 6 幢 703 室' }],
    ['空气炸锅改到文二路 391 号', { district: '西湖区', street: '文二路 391 号' }],
    ['空气炸锅改到上海市浦东新区世纪大道100号，3号楼，501室', { street: '世纪大道100号 3号楼 501室' }],
    ['空气炸锅的地址改成上海市徐汇区漕溪北路 18 号，邮编 200030', { postcode: '200030', street: '漕溪北路 18 号' }],
    [
      '空气炸锅寄给我同事：王五 13912345678 浙江省杭州市西湖区文三路1号',
      { name: '王五', phone: '13912345678', street: '文三路1号' },
    ],
    ['空气炸锅改到南京东路 100 号', { city: '杭州市', street: '南京东路 100 号' }],
  ])('[EMB-111] %s', async (text, expected) => {
    const { card } = await after('zh', [text]);
    expect(card).toMatchObject(expected);
  });

  it.each([
    [
      'change the shipping address on the backpack order to: Room 501, No. 88 Century Avenue, Pudong New Area, Shanghai, 200120',
      { street: 'Room 501, No. 88 Century Avenue', district: 'Pudong New Area', postcode: '200120' },
    ],
    [
      'change address of order with backpack to 55 Nanjing Road, Shanghai 200001, China, phone 13800001234',
      { street: '55 Nanjing Road', city: 'Shanghai', postcode: '200001', country: 'CN', phone: '13800001234' },
    ],
    [
      'ship the backpack order to 350 Fifth Avenue Apt 12, New York, NY 10118 and the recipient is John Smith, change the address please',
      { street: '350 Fifth Avenue, Apt 12', postcode: '10118', country: 'US', name: 'John Smith' },
    ],
    [
      'change the address of the backpack order to 221B Baker Street, London NW1 6XE, UK',
      { street: '221B Baker Street', city: 'London', province: '', postcode: 'NW1 6XE', country: 'GB' },
    ],
    ['change my apartment on the backpack order to 1204', { city: '上海市', street: '衡山路 25 弄 4 号 1204 室' }],
  ])('[EMB-111] %s', async (text, expected) => {
    const { card } = await after('en', [text]);
    expect(card).toMatchObject(expected);
  });

  it.each([
    ['zh', ['空气炸锅改地址', '文三路118号 杭州市西湖区'], '文三路118号'],
    [
      'en',
      ['change the address of the backpack order', 'Rose Cottage, Church Lane, Little Snoring NR21 0AA'],
      'NR21 0AA',
    ],
    [
      'en',
      ['change the address of the backpack order to 5 Main Road, Unit 7 rear, Hangzhou, Zhejiang 310000 20'],
      'Unit 7 rear',
    ],
  ] as const)('[EMB-111] what was not placed is named, and there is no card (%s %j)', async (locale, said, rest) => {
    const { heard, card } = await after(locale, said);
    expect(card).toBeNull();
    expect(heard.text).toContain(rest);
    expect(heard.state.flow?.asking).toBe('address');
  });

  it.each([
    ['zh', '空气炸锅地址改一下，门牌改成 703', 3],
    ['zh', '空气炸锅的门牌号改成 120 号', 2],
    ['en', 'the house number on the backpack order should be 5', 3],
  ] as const)(
    '[EMB-112] where a number may mean several pieces each is a choice (%s %s)',
    async (locale, text, count) => {
      const { talk, heard, card } = await after(locale, [text]);
      expect(card).toBeNull();
      expect(heard.choices).toHaveLength(count);
      const chosen = heard.choices[0]?.send ?? '';
      await talk.say(chosen);
      const now = await offered(talk);
      expect(chosen.endsWith(now?.street ?? '-')).toBe(true);
    },
  );

  it('[EMB-112] what stays of the place is said beside the card', async () => {
    expect((await after('zh', ['空气炸锅改到文二路 391 号'])).heard.text).toContain(
      '没有提到的不变，还是浙江省杭州市西湖区',
    );
  });
});

const CARD = {
  zh: ['改地址', '上海市浦东新区张江路 100 号 3 幢 501 室'],
  en: ['change the address of the backpack order to 55 Nanjing Road, Shanghai 200001'],
} as const;

describe('a correction beside the card', () => {
  it.each([
    ['zh', '不对，门牌是 101 号 3 幢 501 室', { street: '张江路 101 号 3 幢 501 室' }],
    ['zh', '不是100号，是101号', { street: '张江路 101 号 3 幢 501 室' }],
    ['zh', '房间号错了，应该是 502', { street: '张江路 100 号 3 幢 502 室' }],
    ['zh', '等等，是 5 幢，不是 3 幢', { street: '张江路 100 号 5 幢 501 室' }],
    ['zh', '收件人写错了，是王五', { name: '王五', street: '张江路 100 号 3 幢 501 室' }],
    ['zh', '电话改成 13912345678', { phone: '13912345678', street: '张江路 100 号 3 幢 501 室' }],
    ['zh', '还是寄徐汇区漕溪北路 18 号吧', { city: '上海市', district: '徐汇区', street: '漕溪北路 18 号' }],
    ['zh', '邮编是 201203', { postcode: '201203', street: '张江路 100 号 3 幢 501 室' }],
    ['en', 'no wait the number is 56', { street: '56 Nanjing Road', postcode: '200001' }],
    ['en', 'not 55, 56', { street: '56 Nanjing Road', city: 'Shanghai' }],
    ['en', "it's 56, not 55", { street: '56 Nanjing Road' }],
    ['en', "it's room 502", { street: '55 Nanjing Road', street2: 'Room 502' }],
    ['en', 'sorry, the postcode is 200002', { street: '55 Nanjing Road', postcode: '200002' }],
    ['en', 'make it 60 Nanjing Road, Shanghai 200003', { street: '60 Nanjing Road', postcode: '200003' }],
    ['en', 'the recipient should be Ann Lee', { name: 'Ann Lee', street: '55 Nanjing Road' }],
  ] as const)(
    '[EMB-113] %s: %s is on the new card, and that one is confirmed',
    async (locale, correction, expected) => {
      const { talk } = await after(locale, CARD[locale]);
      const [old] = await talk.openCards();
      await talk.say(correction);
      const cards = await talk.openCards();
      expect(cards.map(({ id }) => id)).not.toContain(old?.id);
      expect(cards).toHaveLength(1);
      await talk.say(YES[locale]);
      expect((await talk.shop.findOrder(ORDER[locale]))?.address).toMatchObject(expected);
    },
  );

  it.each([
    ['zh', '错了，再加个 3 楼'],
    ['zh', '不对，是另外那个地址'],
    ['zh', '不是 66 号，是 67 号'],
    ['zh', '地址不对'],
    ['en', 'wait, not 60, 61'],
    ['en', 'no, i meant the other one'],
    ['en', 'actually it should be number 7 on floor 9, not there'],
    ['en', 'that address is wrong'],
    ['en', 'the street should be Nanjing West Road'],
    ['zh', '街道应该是别的'],
  ] as const)('[EMB-113] %s: %s leaves no card for the next yes', async (locale, correction) => {
    const { talk } = await after(locale, CARD[locale]);
    const before = (await talk.shop.findOrder(ORDER[locale]))?.address;
    await talk.say(correction);
    expect(await talk.openCards()).toHaveLength(0);
    const heard = await talk.say(YES[locale]);
    expect(kinds(heard)).not.toContain('done');
    expect((await talk.shop.findOrder(ORDER[locale]))?.address).toEqual(before);
  });
});

describe('a part that is missing', () => {
  it.each([
    ['zh', ['空气炸锅改到上海市浦东新区世纪大道', '100 号'], { street: '世纪大道 100 号' }],
    ['zh', ['空气炸锅改地址', '广东省深圳市', '广东省深圳市南山区科技园南路 8 号'], { city: '深圳市' }],
    [
      'en',
      ['change the address of the backpack order', '88 West Lake Avenue, Hangzhou', 'Zhejiang'],
      { city: 'Hangzhou', province: 'Zhejiang', street: '88 West Lake Avenue' },
    ],
    [
      'en',
      ['change the address of the backpack order', '12 rue de Rivoli, 75001 Paris', 'France'],
      { city: 'Paris', country: 'FR', postcode: '75001', province: '' },
    ],
    [
      'en',
      ['change the address of the backpack order', '221B Baker Street', '221B Baker Street, London NW1 6XE, UK'],
      { city: 'London', street: '221B Baker Street' },
    ],
  ] as const)('[EMB-114] is asked for by itself (%s %j)', async (locale, said, expected) => {
    const last = said.at(-1) ?? '';
    const { talk, card } = await after(locale, said.slice(0, -1));
    expect(card).toBeNull();
    await talk.say(last);
    expect(await offered(talk)).toMatchObject(expected);
  });

  it.each([
    ['zh', '空气炸锅改地址', '文三路118号 杭州市西湖区'],
    ['zh', '空气炸锅改地址', '深圳市'],
    ['en', 'change the address of the backpack order', 'Rose Cottage, Church Lane, Little Snoring NR21 0AA'],
    ['en', 'change the address of the backpack order', '88 West Lake Avenue, Hangzhou'],
  ] as const)('[EMB-114] after two questions a person is offered (%s %s, %s)', async (locale, begin, address) => {
    const { heard } = await after(locale, [begin, address, address, address]);
    expect(heard.state.flow).toMatchObject({ command: 'hand_off', asking: 'offer' });
    expect(heard.choices.length).toBeGreaterThan(0);
  });
});

describe('from now on', () => {
  it.each([
    ['zh', '以后都寄到公司：浙江省杭州市余杭区文一西路 969 号', '文一西路 969 号'],
    ['zh', '今后的快递都送到上海市徐汇区漕溪北路 18 号', '漕溪北路 18 号'],
    ['en', 'from now on ship everything to 55 Nanjing Road, Shanghai 200001', '55 Nanjing Road'],
  ] as const)('[EMB-66] is of the default address (%s %s)', async (locale, text, street) => {
    const { talk } = await after(locale, [text]);
    const [card] = await talk.openCards();
    expect(card?.quote).toMatchObject({ command: 'change_customer_address', input: { address: { street } } });
  });
});
