import { describe, expect, it } from 'vitest';
import { desk } from './testing/desk.ts';

const KETTLE = 'XE20261107-0031';
const BACKPACK = 'XE20261106-0032';

/** A third order of wang's, of headphones that come a day later, or on no known day. */
async function withLater(locale: 'zh' | 'en', expectedAt?: string) {
  const talk = desk('wang', locale);
  const order = await talk.shop.findOrder(BACKPACK);
  const other = await talk.shop.findOrder('XE20261109-0035');
  if (!order || !other) throw new Error('no order');
  const { expectedAt: _expected, ...parcel } = order.parcels[0] ?? ({} as never);
  talk.shop.addOrder({
    ...order,
    id: 'later',
    number: 'XE20261105-0039',
    lines: other.lines,
    parcels: [{ ...parcel, lineIds: ['w6'], ...(expectedAt && { expectedAt }) }],
  });
  return talk;
}

describe('which of several arrives first', () => {
  it.each([
    ['zh', '背包和耳机哪个先到', '先到的应该是订单 XE20261106-0032', '11月15日'],
    ['zh', 'XE20261105-0039 和 XE20261106-0032 哪个先到？', '先到的应该是订单 XE20261106-0032', '11月15日'],
    [
      'en',
      'which arrives first, the headphones or the backpack?',
      'order XE20261106-0032 (Commuter Backpack) should be',
      '15 Nov',
    ],
  ] as const)(
    '[EMB-90] is told by the days that the carriers have named (%s: %s)',
    async (locale, text, first, day) => {
      const talk = await withLater(locale, '2026-11-15T10:00:00.000Z');
      const heard = await talk.say(text);
      expect(heard.commands.filter((name) => name === 'estimate_delivery')).toHaveLength(2);
      for (const words of [first, day, 'XE20261105-0039']) expect(heard.text).toContain(words);
    },
  );

  it.each([
    ['zh', '我那两单哪个先到', '同一天', [KETTLE, BACKPACK]],
    ['en', 'which of my two orders arrives first?', 'same day', [KETTLE, BACKPACK]],
    ['zh', '我的几个包裹分别什么时候到', '同一天', [KETTLE, BACKPACK]],
    ['zh', '水壶和杯子哪个先到', '同一天', ['清泉电热水壶', '陶瓷马克杯']],
    ['zh', '背包和空气炸锅哪个先到', '说不准', [BACKPACK, 'XE20261111-0033']],
  ] as const)(
    '[EMB-90] all are told, and what cannot be told is said (%s: %s)',
    async (locale, text, verdict, named) => {
      const heard = await desk('wang', locale).say(text);
      for (const words of [verdict, ...named]) expect(heard.text).toContain(words);
    },
  );

  it('[EMB-90] with no day named for one of them nothing is guessed', async () => {
    const heard = await (await withLater('zh')).say('背包和耳机哪个先到');
    expect(heard.text).toContain('没给出送达日期');
    expect(heard.text).not.toContain('先到的应该是');
  });

  it('[EMB-90] of one order alone it is told where it is', async () => {
    const heard = await desk('lin').say('哪个先到');
    expect(heard.commands).toContain('track_order');
  });
});
