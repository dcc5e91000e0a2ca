import { describe, expect, it } from 'vitest';
import { openedIn, usedIn } from './read/opened.ts';
import { demoDesk } from './testing/demo-desk.ts';
import { kinds } from './testing/desk.ts';

const EMILY = 'customer-emily-carter';

describe('what was used', () => {
  it.each([
    '用过了',
    '已经用了两次',
    '穿了一天，磨脚',
    '洗过一水',
    '下过锅了',
    '吊牌剪了',
    '吊牌已经剪掉了',
    '鞋子穿出去过了，穿了',
    'I opened it and used it already',
    "I've used it twice",
    'I wore them once',
    'we have washed it',
    'the tags are cut off',
    'used it once',
  ])('[EMB-134] %j says so', (text) => {
    expect(usedIn(text)).toBe(true);
  });

  it.each([
    '没用过',
    '拆了，没有用',
    '试穿了一下',
    '试用了一次就发现坏了',
    '收到就像用过的',
    '别人用过的吧',
    '还没怎么用',
    '不想用了',
    "I haven't used it",
    'never worn',
    'it is unused',
    'it looks used',
    'it arrived used',
    'I am used to another brand',
    'can I return it without having used it',
    'I opened it',
  ])('[EMB-134] %j does not', (text) => {
    expect(usedIn(text)).toBe(false);
  });

  it.each([
    ...[
      '我用了优惠券买的，不喜欢，想退货',
      '我用了花呗付款，想退货',
      '用了一张满300减50的券',
      '优惠券我已经用了，想退货',
    ],
    ...[
      '下单的时候用了红包',
      '花呗用完了，能退吗',
      '用了微信支付，不想要了',
      '用过积分的，怎么退',
      '用了我老婆的信用卡',
    ],
    ...['用了50块的券，想退', '用了一次优惠券', '用了会员折扣买的', '用了国补，退货怎么算', '积分都用掉了，想退货'],
    ...[
      '用了顺丰寄的',
      '用了旧地址，要退货',
      '快递用了五天，不想要了',
      '用了三天才到，退了吧',
      '用了我妈的手机号下的单',
    ],
    ...[
      '吃了亏，我要退货',
      '吃了哑巴亏',
      '吃过饭了，帮我退货',
      '害我背了黑锅',
      '睡过头了没收到，退了吧',
      '我看穿了你们',
    ],
    ...[
      '费用过高，想退',
      '占用了我很多时间',
      '用了好多办法都打不开',
      '电机烧了',
      '信用卡的信用过期了',
      '等我洗了澡再说',
    ],
    ...[
      'I used a coupon, can I return the suitcase',
      'I have not opened it, I used PayPal',
      'We used express delivery',
    ],
    ...['I used my credit card, want to return it', "we've used a discount code", 'I have used all my points on this'],
    ...[
      'I used Apple Pay',
      'my coupon was used for this order',
      'I used the wrong address',
      "I used my husband's account",
    ],
    ...['I bought it using a gift card', 'I used $20 store credit', 'I used your app to order', 'they used FedEx'],
    ...['I used Zip to pay', 'we used a knife to open the box', 'I used to like them', 'I have used your shop before'],
    ...['I am worn out by all this', 'you have worn me down', 'the card I used is gone, return the kettle'],
  ])('[EMB-180] %j is not of the goods', (text) => {
    expect(usedIn(text)).toBe(false);
    expect(openedIn(text)).not.toBe(true);
  });

  it.each([
    ...[
      '用了优惠券买的，穿了两次',
      '用花呗买的，用了一次不喜欢',
      '下单后用了一次',
      '用了三天了，微信联系客服不回',
      '收货后用了一周',
    ],
    ...[
      '优惠券买的，我用了两回',
      '用了一段时间',
      '用了很久',
      '洗过一次',
      '这个锅我用了',
      '用了这么久才发现不合适',
      '用了两块',
      '水壶用了，想退',
      '使用过一次',
    ],
    ...[
      '快递到了我就用了',
      '用过多次',
      '睡了一晚',
      '吃了一包',
      '喝了一口',
      '背了一个礼拜',
      '用了两天，吃了亏',
      '戴了一天',
    ],
    ...['I used a coupon and I wore them once', 'I paid with PayPal, used it twice', 'I used the kettle for a week'],
    ...['I used the power bank twice', 'I used the memory card for a day', 'I used the phone for two days'],
    ...[
      'we used the suitcase on a trip',
      'I used it with the app',
      'I used it after express delivery',
      'my son wore the shoes',
    ],
    ...[
      'I used the blender and my card was charged',
      "I've washed it once",
      'I used both of them',
      'I used some of it',
    ],
  ])('[EMB-180] %j is', (text) => {
    expect(usedIn(text)).toBe(true);
    expect(openedIn(text)).not.toBe(false);
  });

  it.each([
    '没用优惠券，想退货',
    '没有用红包',
    '花呗没用过',
    '不用了谢谢',
    '后天等着用了',
    'I have not used a coupon',
    "I haven't used PayPal",
  ])('[EMB-180] %j says nothing of whether it was opened', (text) => {
    expect(openedIn(text)).toBeNull();
  });

  it.each([
    ...[
      '我穿了两次，不想穿了',
      '穿了两次不想穿了',
      '用了一个星期，不会用，想退',
      '用过一次，不喜欢，送别人也不要',
      '用过一次送别人也不要',
    ],
    ...[
      '用过一次。别人用得好好的',
      '穿了一天，现在没穿了',
      '试穿了一下，后来又穿了两天',
      '洗了一水，不敢再洗了',
      '用了两天，别人家的不这样',
    ],
    ...[
      '人家都说好，我用了一次不喜欢',
      '不小心用了一次',
      '不得不穿了一次',
      '没用几次',
      '用了一次，跟二手的一样',
      '戴了两天，不能戴了',
    ],
    ...[
      '之前没用过这种，用了一次不习惯',
      '用之前没看说明，用了一次',
      '吊牌剪了，没穿过',
      '喝了一口，不会再喝了',
      '用了三天，不用了',
    ],
    ...['I used it for a week but I am not using it any more', 'I wore them twice and never wear them now'],
    ...[
      'I am not happy and I used it once',
      "it doesn't fit, I wore it once",
      "I've worn it twice, I won't be wearing it again",
    ],
    ...[
      'I used it once. Someone else may want it',
      'it came late so I used it only once',
      'I tried it on, then wore it for a day',
    ],
    ...["I wore it, it isn't washed", 'we used it twice, it looks fine', 'never used one before, I used it once'],
    ...[
      'I washed it once without using bleach',
      'it looks bad now that I have used it',
      "I've used it, not worn out though",
    ],
  ])('[EMB-180] %j stays used, whatever else is said', (text) => {
    expect(usedIn(text)).toBe(true);
  });

  it.each([
    ...[
      '没穿过，也没洗过',
      '没有穿过、洗过',
      '从没用过洗过',
      '没喝过',
      '一口没吃过',
      '没背过，没戴过',
      '不会用，想退',
      '不想穿了',
    ],
    ...[
      '后天就要用了，能换吗',
      '急着用了',
      '想用了再退行吗',
      '是不是别人用过的',
      '你们发的是用过的',
      '感觉是二手的，用过的',
      '像是被人穿过的',
    ],
    ...[
      '收到就是别人穿过的',
      '还没来得及用',
      '没舍得穿',
      '试戴了一下',
      '寄来的是洗过的',
      '别人用了都说好',
      '感觉像别人退回来的，穿过的',
      '感觉有人穿过',
    ],
    ...[
      "I haven't worn or washed them",
      'never worn, washed or used',
      "I don't think I have used it",
      'not used, not worn',
    ],
    ...[
      'it looks like it has been worn',
      'someone has used it before me',
      'they sent me used ones',
      'you sent me a used pair',
    ],
    ...["we've never used it", 'smells as if it had been washed', 'it has clearly been worn by somebody, it came used'],
    ...[
      'I have not been wearing them',
      'without using it',
      "I haven't even used it",
      'I have never once worn it',
      'I never wore it',
    ],
  ])('[EMB-180] %j tells of none', (text) => {
    expect(usedIn(text)).toBe(false);
  });

  it.each([
    ['zh', '我要退水壶，我用了优惠券买的，不喜欢'],
    ['zh', '用了花呗付款，水壶不想要了，想退货'],
    ['en', 'I used a coupon, I want to return the kettle, I changed my mind'],
    ['en', 'return the kettle, changed my mind, I have not opened it, I used PayPal'],
  ] as const)('[EMB-180] %s: %j gets its card', async (locale, text) => {
    const talk = demoDesk(EMILY, locale);
    let heard = await talk.say(text);
    if (heard.state.flow?.asking === 'reason') heard = await talk.say(locale === 'zh' ? '不喜欢' : 'changed my mind');
    expect(kinds(heard)).toEqual(['confirmation']);
  });

  it.each([
    ['zh', '我要退水壶，用了两次，不想用了', '用过'],
    ['en', 'return the kettle, I used it for a week but I am not using it any more, changed my mind', 'has been used'],
  ] as const)('[EMB-180] %s: %j gets none', async (locale, text, words) => {
    const talk = demoDesk(EMILY, locale);
    let heard = await talk.say(text);
    if (heard.state.flow?.asking === 'reason') heard = await talk.say(locale === 'zh' ? '不喜欢' : 'changed my mind');
    expect(heard.text).toContain(words);
    expect(await talk.openCards()).toEqual([]);
  });

  it.each([
    ['zh', ['我要退水壶，用过了', '不想要了'], '用过'],
    ['zh', ['我要退水壶', '不喜欢，已经用了两次'], '用过'],
    ['zh', ['水壶换个颜色，用过了', '不喜欢'], '用过'],
    ['en', ['I want to return the kettle. I opened it and used it already', 'changed my mind'], 'has been used'],
    ['en', ['I want to return the kettle', "I don't like it and I've used it twice"], 'has been used'],
  ] as const)('[EMB-134] %s: %j is told as the rules have it, and no card is shown', async (locale, said, words) => {
    const talk = demoDesk(EMILY, locale);
    let heard = await talk.say(said[0]);
    if (heard.state.flow?.asking === 'size') heard = await talk.say(heard.choices[0]?.send ?? '');
    if (heard.state.flow?.asking === 'reason') heard = await talk.say(said[1]);
    expect(kinds(heard)).not.toContain('confirmation');
    expect(heard.text).toContain(words);
    expect(await talk.openCards()).toEqual([]);
  });

  it.each([
    ['zh', '我要退水壶，不想要了', '其实我用过了', '用过'],
    ['en', 'return the kettle, changed my mind', 'I have used it once though', 'has been used'],
  ] as const)('[EMB-134] %s: said beside the card it voids it', async (locale, text, more, words) => {
    const talk = demoDesk(EMILY, locale);
    expect(kinds(await talk.say(text))).toEqual(['confirmation']);
    expect((await talk.say(more)).text).toContain(words);
    expect(await talk.openCards()).toEqual([]);
  });

  it.each([
    ['zh', '水壶用了一次就漏水了，要退'],
    ['en', 'return the kettle, I used it once and it leaks'],
  ] as const)('[EMB-134] %s: what is faulty may have been used', async (locale, text) => {
    const heard = await demoDesk(EMILY, locale).say(text);
    const card = heard.state.flow?.asking === 'remedy' ? null : heard;
    if (card) expect(kinds(card)).toEqual(['confirmation']);
    expect(heard.text).not.toContain('has been used');
    expect(heard.text).not.toContain('已经用过');
  });

  it.each([
    ['zh', '我要退水壶，不想要了', '没有用过'],
    ['en', 'return the kettle, changed my mind', 'must not have been worn, washed or used'],
  ] as const)('[ACT-140] %s: the card says that it must not have been', async (locale, text, words) => {
    const card = await demoDesk(EMILY, locale).say(text);
    expect(JSON.stringify(card.blocks)).toContain(words);
  });
});
