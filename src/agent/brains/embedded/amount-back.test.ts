import { describe, expect, it } from 'vitest';
import { wantsAmountBack } from './read/amount-back.ts';
import { demoDesk } from './testing/demo-desk.ts';
import { kinds } from './testing/desk.ts';

const EMILY = 'customer-emily-carter';

describe('an amount that is wanted back', () => {
  it.each([
    ...[
      '水壶瘪了，退我50',
      '壶盖有划痕，退五十块吧',
      '补我30算了',
      '有点脏，便宜20块',
      '赔我一百',
      '给我50块补偿就留着',
      '退20%就行',
    ],
    ...[
      'kettle arrived dented, I want 50 back',
      'give me 20% back and I keep it',
      'refund me £10 and I will keep it',
      'knock 30 off',
    ],
    ...['I would like about 40 yuan back', 'it is scratched. $15 off?'],
  ])('[EMB-178] %j is one', (text) => {
    expect(wantsAmountBack(text)).toBe(true);
  });

  it.each([
    ...[
      '退2个',
      '退两双',
      '退我的50怎么还没到',
      '已经退了50',
      '能退多少',
      '降价了补我差价50',
      '7天能退吗',
      '退37码那双',
      '退货',
      '满100减20的券',
    ],
    ...[
      'I want to return 2',
      'refund order 1201',
      'I got 50 back, where is the rest',
      'can I get my money back',
      'I want it back in 3 days',
    ],
  ])('[EMB-178] %j is none', (text) => {
    expect(wantsAmountBack(text)).toBe(false);
  });

  it.each([
    ['en', ['kettle arrived dented, I want 50 back'], 'colleague'],
    ['en', ['kettle arrived dented', 'just give me 50 back'], 'colleague'],
    ['en', ['return the kettle, it is dented', 'actually, give me 50 back and I keep it'], 'colleague'],
    ['zh', ['水壶瘪了，退我50'], '同事'],
    ['zh', ['水壶摔瘪了', '退我五十就行'], '同事'],
    ['zh', ['水壶退货，摔瘪了', '算了我留着，退我50'], '同事'],
    ['zh', ['我要退水壶', '磕坏了退我50'], '同事'],
  ] as const)('[EMB-178] %s: %j is a person’s, and no card is left', async (locale, said, words) => {
    const talk = demoDesk(EMILY, locale);
    let heard = await talk.say(said[0]);
    for (const text of said.slice(1)) heard = await talk.say(text);
    expect(kinds(heard)).not.toContain('confirmation');
    expect(heard.text).toContain(words);
    expect(heard.state.flow).toMatchObject({ command: 'hand_off', asking: 'offer' });
    expect(await talk.openCards()).toEqual([]);
  });
});
