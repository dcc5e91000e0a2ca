import { describe, expect, it } from 'vitest';
import { mayBeReason } from './read/reason.ts';
import { DEMO, demoDesk } from './testing/demo-desk.ts';
import { desk, kinds } from './testing/desk.ts';

const WRITES = ['return_items', 'exchange_items', 'refund_without_return', 'change_order_items'];
const done = (heard: { commands: string[] }) => heard.commands.filter((name) => WRITES.includes(name));

const CHEN = 'customer-chen-siyuan';
const numberOf = (title: string, quantity: number) =>
  DEMO.orders.find(
    ({ customerId, lines }) =>
      customerId === CHEN && lines.some((line) => line.title.en === title && line.quantity === quantity),
  )?.number ?? 'none';
const LUNCH = numberOf('Divided Glass Lunch Box', 3);
const TEES = numberOf('Heavyweight Cotton T-Shirt', 2);

describe('a number of pieces beside the name of goods', () => {
  it.each([
    ['zh', `${LUNCH} 饭盒退 1 个`, 1],
    ['zh', `${LUNCH} 饭盒退1个`, 1],
    ['zh', `${LUNCH} 饭盒退俩`, 2],
    ['zh', `${LUNCH} 饭盒退两个`, 2],
    ['zh', `${LUNCH} 退仨饭盒`, 3],
    ['zh', `${LUNCH} 饭盒全退`, 3],
    ['en', `return 2 lunch boxes from ${LUNCH}`, 2],
    ['en', `return two lunch boxes from ${LUNCH}`, 2],
    ['en', `return a lunch box from ${LUNCH}`, 1],
    ['en', `return all the lunch boxes from ${LUNCH}`, 3],
  ] as const)('[EMB-130] %s: %s is %i', async (locale, text, quantity) => {
    const talk = demoDesk(CHEN, locale);
    const asked = await talk.say(text);
    expect(asked.state.flow?.asking).toBe('reason');
    const card = await talk.say(locale === 'zh' ? '不喜欢' : 'changed my mind');
    expect(kinds(card)).toEqual(['confirmation']);
    expect(card.results.at(-1)?.input).toMatchObject({ items: [{ quantity }] });
  });

  it.each([
    ['zh', `${LUNCH} 饭盒退 99 个`, '99'],
    ['zh', `${LUNCH} 饭盒退 0 个`, '0'],
    ['zh', `${LUNCH} 饭盒退 1.5 个`, '1.5'],
    ['zh', `${LUNCH} 饭盒退半个`, '半'],
    ['en', `return 1.5 lunch boxes from ${LUNCH}`, '1.5'],
    ['en', `return 1000000000 lunch boxes from ${LUNCH}`, '1000000000'],
    ['en', `return 99 lunch boxes from ${LUNCH}`, '99'],
    ['en', `return 0 glass lunch boxes from ${LUNCH}`, '0'],
    ['en', `return half a lunch box from ${LUNCH}`, 'half a'],
  ] as const)('[EMB-130] %s: %s cannot be, and is told so', async (locale, text, said) => {
    const heard = await demoDesk(CHEN, locale).say(text);
    expect(done(heard)).toEqual([]);
    expect(heard.text).toContain(said);
    expect(heard.state.flow?.asking).toBe('quantity');
  });

  it('[EMB-130] everything of an order is everything', async () => {
    const talk = demoDesk(CHEN, 'zh');
    await talk.say(`${LUNCH} 全退`);
    const card = await talk.say('不喜欢');
    expect(card.results.at(-1)?.input).toMatchObject({ items: [{ quantity: 3 }, { quantity: 1 }] });
  });

  it.each([
    ['zh', `XE20261106-0053 退水壶，1.5 升那个`, 'zhou'],
    ['en', 'return the 1.5 l kettle from XE20261106-0063', 'olivia'],
  ] as const)('[EMB-130] %s: litres in %s count nothing', async (locale, text, who) => {
    const heard = await desk(who, locale).say(text);
    expect(heard.state.flow?.asking).toBe('reason');
  });
});

describe('what was given for a reason', () => {
  it.each([
    '跑鞋',
    '那个水壶',
    '两个',
    '退 1 个',
    '那退两个',
    '寄到哪里？',
    '能退多少',
    'the shoes',
    'running shoes',
    'two',
    'return 1000000000 lunch boxes from XE20261125-1301',
    'where do i send it',
    'how much do I get back?',
  ])('[EMB-131] %j is none', (text) => {
    expect(mayBeReason(text)).toBe(false);
  });

  it.each([
    '不喜欢',
    '鞋子小了',
    '杯子碎了一个',
    '老婆不让买',
    '朋友送了我一个一样的',
    '家里已经有了',
    '拿着太重',
    'my wife hates it',
    'I only wanted one and got a second as a gift',
    'the shoes hurt',
    'changed my mind',
    'found it cheaper elsewhere',
  ])('[EMB-131] %j may be one', (text) => {
    expect(mayBeReason(text)).toBe(true);
  });

  it.each([
    ['zh', '仅退款，XE20261106-0053 的水壶', ['水壶', '两个呢']],
    ['en', 'refund me without sending back the kettle from XE20261106-0063', ['the kettle', 'how long does it take?']],
  ] as const)('[EMB-131] %s: %s asks again instead', async (locale, begin, answers) => {
    const talk = desk(locale === 'zh' ? 'zhou' : 'olivia', locale);
    expect((await talk.say(begin)).state.flow?.asking).toBe('reason');
    for (const answer of answers) {
      const heard = await talk.say(answer);
      expect(done(heard)).toEqual([]);
      expect(heard.state.flow?.slots.reason).toBeUndefined();
    }
  });
});

describe('one of a line of several that was not sent', () => {
  it.each([
    ['zh', `${TEES} T恤要一件换成黑色，另一件不变`],
    ['zh', `${TEES} 一件T恤换成黑色`],
    ['zh', `${TEES} T恤换成黑色，剩下的不动`],
    ['en', `change one of the t-shirts in ${TEES} to black`],
    ['en', `change the t-shirts in ${TEES} to black, the other one stays`],
    ['en', `change one t-shirt in ${TEES} to black, keep the other`],
  ] as const)('[EMB-132] %s: %s: said that it cannot be, and nothing is proposed', async (locale, text) => {
    const talk = demoDesk(CHEN, locale);
    const heard = await talk.say(text);
    expect(done(heard)).toEqual([]);
    expect(heard.text).toContain(locale === 'zh' ? '一起改' : 'all of them or none');
    const card = await talk.say(heard.choices[0]?.send ?? '');
    expect(card.results.at(-1)?.input).toMatchObject({ items: [{ variantId: expect.stringContaining('black') }] });
  });

  it.each([
    ['zh', `${TEES} 两件T恤都换成黑色`],
    ['zh', `${TEES} T恤换成黑色`],
    ['en', `change both t-shirts in ${TEES} to black`],
    ['en', `change the t-shirts in ${TEES} to black`],
  ] as const)('[EMB-132] %s: %s is the whole line', async (locale, text) => {
    const heard = await demoDesk(CHEN, locale).say(text);
    expect(kinds(heard)).toEqual(['confirmation']);
  });
});

describe('a refund that was worked out', () => {
  it.each([
    ['zh', `${LUNCH} 饭盒退一个能退多少`, '¥39', '那退两个呢', '¥78', '那就退吧'],
    ['zh', `${LUNCH} 饭盒退一个能退多少`, '¥39', '三个呢', '¥117', '好的'],
    ['en', `how much would I get back for one lunch box from ${LUNCH}`, '¥39', 'what about two', '¥78', 'ok do it'],
    ['en', `how much would I get back for one lunch box from ${LUNCH}`, '¥39', 'and all three?', '¥117', 'go ahead'],
  ] as const)('[EMB-133] %s: %s: for other pieces, then asked for', async (locale, text, one, more, sum, yes) => {
    const talk = demoDesk(CHEN, locale);
    expect((await talk.say(text)).text).toContain(one);
    expect((await talk.say(more)).text).toContain(sum);
    expect(await talk.openCards()).toEqual([]);
    expect((await talk.say(yes)).state.flow).toMatchObject({ command: 'return_items', asking: 'reason' });
    const card = await talk.say(locale === 'zh' ? '不喜欢' : 'changed my mind');
    expect(card.results.at(-1)?.input).toMatchObject({ items: [{ quantity: sum === '¥78' ? 2 : 3 }] });
  });

  it.each([
    ['zh', '背包那单取消能退多少', '好'],
    ['zh', '背包那单取消能退多少', '办吧'],
    ['en', 'how much would I get back for cancelling the backpack', 'do it'],
    ['en', 'how much would I get back for cancelling the backpack', 'ok do it'],
    ['en', 'how much would I get back for cancelling the backpack', 'go ahead'],
  ] as const)('[EMB-133] %s: %s, %s: the card of the cancellation', async (locale, text, yes) => {
    const talk = demoDesk('customer-emily-carter', locale);
    await talk.say(text);
    const card = await talk.say(yes);
    expect(kinds(card)).toEqual(['confirmation']);
    expect(card.commands).toContain('cancel_order');
  });

  it.each([
    ['zh', `${LUNCH} 饭盒退一个能退多少`, '那退五个呢', '5'],
    ['en', `how much would I get back for one lunch box from ${LUNCH}`, 'what about 5 lunch boxes', '5'],
  ] as const)('[EMB-133] %s: more than there are is told (%s)', async (locale, text, more, said) => {
    const talk = demoDesk(CHEN, locale);
    await talk.say(text);
    const heard = await talk.say(more);
    expect(heard.commands).not.toContain('quote_refund');
    expect(heard.text).toContain(said);
  });

  it.each([
    ['zh', `${LUNCH} 饭盒退一个能退多少`, '不用了'],
    ['en', `how much would I get back for one lunch box from ${LUNCH}`, 'no thanks'],
  ] as const)('[EMB-133] %s: a no leaves it (%s, %s)', async (locale, text, no) => {
    const talk = demoDesk(CHEN, locale);
    await talk.say(text);
    const heard = await talk.say(no);
    expect(done(heard)).toEqual([]);
    expect(heard.state.flow).toBeNull();
  });
});
