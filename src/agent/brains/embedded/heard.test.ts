import { describe, expect, it } from 'vitest';
import { orderNumbersIn } from './read/codes.ts';
import { DEMO, demoDesk } from './testing/demo-desk.ts';
import { desk, kinds } from './testing/desk.ts';

const LIN = 'customer-lin-xiaomei';
const EMILY = 'customer-emily-carter';
const CHEN = 'customer-chen-siyuan';
const numberOf = (customer: string, title: string, status: string) =>
  DEMO.orders.find(
    (order) =>
      order.customerId === customer && order.status === status && order.lines.some((line) => line.title.en === title),
  )?.number ?? 'none';
const UMBRELLA = numberOf(CHEN, 'Ten-Rib Automatic Umbrella', 'paid');
const SPEAKER = numberOf(CHEN, 'Pebble Portable Speaker', 'paid');
const DRYER = numberOf(CHEN, 'Ionic Fast-Dry Hair Dryer', 'delivered');

describe('words that leave open whether the card is meant', () => {
  it.each([
    [LIN, 'zh', '取消空气炸锅', '不想要了', '确认'],
    [LIN, 'zh', '取消空气炸锅', '不用确认了，直接办', '确认'],
    [LIN, 'zh', '取消空气炸锅', '直接取消就行', '确认'],
    [EMILY, 'en', 'cancel the backpack', "I don't want it anymore", 'confirm'],
    [EMILY, 'en', 'cancel the backpack', 'no need to confirm, just do it', 'confirm'],
  ] as const)(
    '[EMB-141] %s, %s: %s, %s: a yes is asked for, and carries it out',
    async (who, locale, text, vague, yes) => {
      const talk = demoDesk(who, locale);
      await talk.say(text);
      const heard = await talk.say(vague);
      expect(kinds(heard)).not.toContain('done');
      expect(heard.text).toContain(yes);
      expect(await talk.openCards()).toHaveLength(1);
      expect(kinds(await talk.say(yes))).toEqual(['done']);
    },
  );

  it.each([
    [EMILY, 'en', 'cancel the backpack', 'I changed my mind', 'cancel it after all'],
    [LIN, 'zh', '取消空气炸锅', '不要了', '还是取消吧'],
  ] as const)('[EMB-141] %s, %s: %s, %s is a no, and how to go on is said', async (who, locale, text, no, after) => {
    const talk = demoDesk(who, locale);
    await talk.say(text);
    const heard = await talk.say(no);
    expect(await talk.openCards()).toEqual([]);
    expect(heard.text).toContain(after);
    expect(kinds(await talk.say(after))).toEqual(['confirmation']);
  });

  it('[EMB-141] by mistake is a reason', async () => {
    const talk = demoDesk(EMILY, 'en');
    await talk.say('cancel the backpack');
    const card = await talk.say('ordered by mistake');
    expect(kinds(card)).toEqual(['confirmation']);
    expect(card.results.at(-1)?.input).toMatchObject({ reason: 'ordered by mistake' });
  });

  it.each([
    ['zh', `${UMBRELLA} 和 ${SPEAKER} 都取消`, '还有一单呢'],
    ['en', `cancel ${UMBRELLA} and ${SPEAKER}`, 'and the other one?'],
  ] as const)('[EMB-141] %s: the other of two is named, and the card stays', async (locale, text, ask) => {
    const talk = demoDesk(CHEN, locale);
    const first = await talk.say(text);
    const [one, other] = first.text.includes(UMBRELLA) ? [UMBRELLA, SPEAKER] : [SPEAKER, UMBRELLA];
    const before = await talk.say(ask);
    expect(before.text).toContain(one);
    expect(before.text).toContain(other);
    await talk.say(locale === 'zh' ? '确认' : 'confirm');
    expect((await talk.say(ask)).text).toContain(other);
    expect(await talk.openCards()).toHaveLength(1);
  });
});

describe('where a return stands, in few words', () => {
  it.each([
    ['zh', '退货进度'],
    ['zh', '查一下退货进度'],
    ['zh', '我的换货进度'],
    ['zh', '退换进度'],
    ['zh', '售后进度怎么样了'],
    ['zh', '退货到哪一步了'],
    ['en', 'return status'],
    ['en', 'track my return'],
    ['en', 'status of my exchange'],
  ] as const)('[EMB-142] %s: %s looks it up and begins nothing', async (locale, text) => {
    const heard = await demoDesk(LIN, locale).say(text);
    expect(heard.commands).toContain('list_returns');
    expect(heard.commands).not.toContain('return_items');
    expect(heard.state.flow?.asking ?? null).toBeNull();
    expect((await desk('guest', locale).say(text)).state.flow).toMatchObject({ command: 'list_returns' });
  });
});

describe('whether something can still come back', () => {
  it.each([
    ['zh', '七天过了还能退吗'],
    ['zh', '过了七天了吗'],
    ['zh', '超过7天还能退货吗'],
    ['en', 'can I still return something after 7 days'],
  ] as const)('[EMB-143] %s: %s: the rule itself, with what is left after it', async (locale, text) => {
    const heard = await demoDesk(LIN, locale).say(text);
    expect(heard.commands).toContain('get_policy');
    expect(JSON.stringify(heard.blocks)).toMatch(/质保|warranty/);
  });

  it.each([
    [LIN, 'zh', '连衣裙过了七天了还能退吗', '已经完成'],
    [EMILY, 'en', 'more than 7 days can i still return the hoodie', 'within the time'],
    ['zhou', 'zh', '稳步跑鞋过了七天了还能退吗', '11月9日'],
  ] as const)('[EMB-143] %s, %s: %s: as that order’s own days have it', async (who, locale, text, words) => {
    const heard = await (who === 'zhou' ? desk(who, locale) : demoDesk(who, locale)).say(text);
    expect(heard.text).toContain(words);
  });
});

describe('a complaint', () => {
  it.each([
    ['zh', '我要投诉，快递员态度太差了', '就说快递员把箱子扔地上'],
    ['en', 'I want to file a complaint about the courier', 'he threw my parcel over the fence'],
  ] as const)('[EMB-144] %s: %s is kept at once, and what is told next with it', async (locale, text, facts) => {
    const talk = demoDesk(LIN, locale);
    expect((await talk.say(text)).commands).toEqual(['create_ticket']);
    const heard = await talk.say(facts);
    expect(heard.commands).toEqual(['create_ticket']);
    expect(heard.results.at(-1)?.input).toMatchObject({ text: `${text}\n${facts}` });
  });

  it.each([
    ['zh', '我要投诉，快递员态度太差了', ['谢谢', '好的', '取消空气炸锅', '跑鞋能退吗？', '转人工']],
    [
      'en',
      'I want to file a complaint about the courier',
      ['thanks', 'ok', 'cancel the air fryer', 'talk to a person'],
    ],
  ] as const)('[EMB-144] %s: another matter after %s is no part of it', async (locale, text, others) => {
    for (const other of others) {
      const talk = demoDesk(LIN, locale);
      await talk.say(text);
      expect((await talk.say(other)).commands).not.toContain('create_ticket');
    }
  });

  it.each(['帮我跟店里说一声，箱子被快递摔坏了', '麻烦跟仓库反映一下：包装太薄了'])(
    '[EMB-144] %s is kept as a note',
    async (text) => {
      expect((await demoDesk(LIN, 'zh').say(text)).commands).toEqual(['create_ticket']);
    },
  );
});

describe('small things that were said', () => {
  it.each([
    ['XE2026 1128 - 1003 取消', 'XE20261128-1003'],
    ['cancel XE20261128 - 1003', 'XE20261128-1003'],
    ['XE 2026 1128-1003', 'XE20261128-1003'],
  ])('[LANG-29] %s is the order %s', (text, number) => {
    expect(orderNumbersIn(text).map((said) => said.number)).toContain(number);
  });

  it.each([
    ['zh', ['跑鞋那单开发票，个人', '好的', '好的'], '林晓梅', 'lin.xiaomei@example.com'],
    ['en', ['I need a personal invoice for the running shoes order', 'ok', 'ok'], '林晓梅', 'lin.xiaomei@example.com'],
  ] as const)(
    '[EMB-145] %s: a yes takes the one name and address that were suggested',
    async (locale, said, title, email) => {
      const talk = demoDesk(LIN, locale);
      let heard = await talk.say(said[0]);
      for (const text of said.slice(1)) heard = await talk.say(text);
      expect(heard.results.at(-1)?.input).toMatchObject({ title, email });
    },
  );

  it.each(['换个抬头，开个人的', '抬头开错了，重开'])(
    '[EMB-145] after an invoice %s is said of the same order',
    async (text) => {
      const talk = demoDesk(LIN, 'zh');
      for (const said of ['跑鞋那单开发票，个人', '好的', '好的', '确认']) await talk.say(said);
      const heard = await talk.say(text);
      expect(heard.state.flow).toMatchObject({ command: 'request_invoice' });
      expect(heard.state.flow?.asking).not.toBe('order');
    },
  );

  it.each([
    ['zh', '我买的东西降价了，能退差价吗'],
    ['en', 'something I bought is cheaper now, can I get the difference?'],
  ] as const)('[EMB-146] %s: the order whose price fell is found without being named', async (locale, text) => {
    const heard = await demoDesk(CHEN, locale).say(text);
    expect(JSON.stringify([heard.choices, heard.results.map(({ input }) => input)])).toContain(DRYER);
  });

  it.each([
    ['zh', '那我拒收行不行'],
    ['en', 'what if I just refuse the parcel'],
  ] as const)('[EMB-147] %s: %s is answered from the shop’s articles', async (locale, text) => {
    const heard = await demoDesk(LIN, locale).say(text);
    expect(heard.text).toMatch(/拒收|refuse/);
  });

  it('[EMB-71] goods are named by a name that is no kind of thing', async () => {
    const heard = await demoDesk(EMILY, 'en').say('notify me when white yunduo in 36 is back');
    expect(heard.commands).toContain('notify_when_in_stock');
  });

  it.each([
    ['zh', 'XE20261104-0022 qian@example.com 换 43 码'],
    ['en', 'XE20261104-0022 qian@example.com exchange for size 43'],
  ] as const)('[EMB-30] %s: %s: number, contact and wish in one line', async (locale, text) => {
    const heard = await desk('guest', locale).say(text);
    expect(heard.commands).toContain('verify_order');
    expect(heard.state.flow).toMatchObject({ command: 'exchange_items' });
  });
});
