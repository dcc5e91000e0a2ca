import { describe, expect, it } from 'vitest';
import { demoDesk } from './testing/demo-desk.ts';
import { kinds } from './testing/desk.ts';

const CHEN = 'customer-chen-siyuan';

describe('what the law excepts from the seven days, in the demo', () => {
  it.each([
    ['zh', '脐橙我想退，不想要了', '鲜活易腐'],
    ['zh', '面包课的兑换码退了吧，不想要了', '数字商品'],
    ['zh', '退杂志，不想要了', '期刊'],
    ['zh', '退帆布包，不喜欢', '定制'],
    ['zh', '退挂钟，不想要了', '下单时注明'],
    ['en', 'I want to return the oranges, changed my mind', 'perishable'],
    ['en', "return the baking course code, don't want it", 'digital'],
    ['en', 'return the magazine, changed my mind', 'periodicals'],
    ['en', 'return the tote bag, changed my mind', 'made to order'],
    ['en', 'return the wall clock, changed my mind', 'sold as final'],
  ] as const)('[SHOP-57] %s: %s is refused with its reason, and a person is offered', async (locale, text, reason) => {
    const heard = await demoDesk(CHEN, locale).say(text);
    expect(heard.text).toContain(reason);
    expect(heard.state.flow).toMatchObject({ command: 'hand_off', asking: 'offer' });
  });

  it.each([
    ['zh', '退唱片，不想要了', '没拆封', '已经拆封', '拆封后不支持'],
    ['zh', '退袜子，不想要了', '没拆封', '已经拆封', '拆封后不支持'],
    ['en', 'return the CD, changed my mind', 'still sealed', 'opened', 'Once opened'],
    ['en', 'return the socks, changed my mind', 'still sealed', 'opened', 'Once opened'],
  ] as const)('[SHOP-57] %s: %s depends on the seal', async (locale, text, sealed, opened, reason) => {
    const first = demoDesk(CHEN, locale);
    expect((await first.say(text)).state.flow?.asking).toBe('opened');
    expect(kinds(await first.say(sealed))).toEqual(['confirmation']);
    const second = demoDesk(CHEN, locale);
    await second.say(text);
    const heard = await second.say(opened);
    expect([...kinds(heard), heard.state.flow?.command]).toEqual(['hand_off']);
    expect(heard.text).toContain(reason);
  });

  it.each([
    ['zh', '脐橙坏了好几个，想退'],
    ['zh', '唱片碎了，我要退货'],
    ['zh', '退挂钟，不走了，质量问题'],
    ['en', 'I want to return the oranges, they arrived damaged'],
    ['en', 'return the wall clock, it is faulty'],
  ] as const)('[SHOP-57] %s: %s comes back all the same, for it is a fault', async (locale, text) => {
    expect(kinds(await demoDesk(CHEN, locale).say(text))).toEqual(['confirmation']);
  });
});

it('[EMB-90] 床品 is the set of bed linen', async () => {
  const heard = await demoDesk('customer-lin-xiaomei', 'zh').say('床品和空气炸锅哪个先到');
  for (const words of ['四件套', '空气炸锅']) expect(heard.text).toContain(words);
});
