import { describe, expect, it } from 'vitest';
import { demoDesk } from './testing/demo-desk.ts';

const LIN = 'customer-lin-xiaomei';

describe('consulting in the demo shop', () => {
  it('[EMB-160] what nothing meets is said first, what is shown then is called no match, and a pick repeats it', async () => {
    const talk = demoDesk(LIN, 'zh');
    const shown = await talk.say('纯棉的衬衫有吗');
    expect(shown.text).toMatch(/^没有纯棉的。条件全符合的暂时没有/);
    expect(shown.text).not.toContain('最合适');
    expect((await talk.say('你推荐一个就行')).text).toMatch(/^没有纯棉的。/);
    const english = demoDesk(LIN, 'en');
    const alternatives = await english.say("I'm looking for a linen shirt, size XL");
    expect(alternatives.text).toContain('made of linen');
    expect(alternatives.text).toContain('Nothing meets everything you asked for');
    expect(alternatives.text).not.toContain('best match');
  });

  it('[EMB-160] an amount in another currency is said not to have been gone by', async () => {
    const heard = await demoDesk(LIN, 'en').say('looking for headphones under 50 bucks');
    expect(heard.text).toMatch(/prices are in CNY.*\$50 \(USD\)/);
    expect((await demoDesk(LIN, 'zh').say('二十美元左右的杯子')).text).toMatch(/按 CNY 标价，\$20（USD）/);
    expect((await demoDesk(LIN, 'zh').say('两百左右的杯子')).text).not.toContain('标价');
  });

  it.each([
    ['zh', '看看鞋子', ['还有别的吗', '换一批', '再来一批']],
    ['en', 'show me some shoes', ['show me more', 'any others?', 'what else do you have']],
  ] as const)('[EMB-161] %s: more is the next ones, until there are none', async (locale, first, more) => {
    const talk = demoDesk(LIN, locale);
    const seen = new Set((await talk.say(first)).state.shownProducts);
    for (const text of more) {
      const { state } = await talk.say(text);
      expect([text, state.shownProducts.filter((id) => seen.has(id))]).toEqual([text, []]);
      for (const id of state.shownProducts) seen.add(id);
    }
    expect(seen.size).toBeGreaterThan(12);
    for (let turn = 0; turn < 4; turn++) await talk.say(more[0]);
    expect((await talk.say(more[0])).text).toMatch(/没有别的了|everything that fits/);
  });

  it.each([
    ['zh', '看看鞋子', '换个牌子'],
    ['en', 'show me some shoes', 'do you have other brands'],
  ] as const)('[EMB-161] %s: another maker leaves out those that were shown', async (locale, first, other) => {
    const talk = demoDesk(LIN, locale);
    const brandOf = (id: string) => talk.product(id)?.brand?.zh;
    const before = (await talk.say(first)).state.shownProducts.map(brandOf);
    const after = (await talk.say(other)).state.shownProducts.map(brandOf);
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter((brand) => brand !== undefined && before.includes(brand))).toEqual([]);
  });

  it('[EMB-162] one of them is asked after in the size that is being looked for, and a size up is counted from it', async () => {
    const talk = demoDesk(LIN, 'zh');
    await talk.say('想买双跑鞋，42码，三百以内');
    expect((await talk.say('第二个有货吗')).text).toMatch(/ 42 有货/);
    const bigger = await talk.say('大一码的有吗');
    expect(bigger.text).toMatch(/ 43/);
    expect(bigger.text).not.toMatch(/ 42| 44/);
    const english = demoDesk(LIN, 'en');
    await english.say('looking for running shoes size 42');
    expect((await english.say('the second one in black?')).text).toMatch(/Black, 42 is in stock/);
    const fresh = demoDesk(LIN, 'zh');
    await fresh.say('想买双跑鞋，42码');
    expect((await fresh.say('大一码的有吗')).state.search).toMatchObject({ size: '43' });
  });

  it('[EMB-162] too small is what was bought: an exchange, whatever lies on the table', async () => {
    const talk = demoDesk(LIN, 'zh');
    await talk.say('想买双跑鞋，42码');
    expect((await talk.say('我上次买的鞋太小了，想换大一码')).state.flow?.command).toBe('exchange_items');
  });
});

describe('sizes', () => {
  it('[EMB-163] the size comes from the product’s own table and the measures given, with what the page says of the fit', async () => {
    const talk = demoDesk(LIN, 'zh');
    await talk.say('看看T恤');
    const heard = await talk.say('身高175体重140斤穿什么码');
    expect(heard.results.at(-1)).toMatchObject({ name: 'advise_size', input: { height: 175, weight: 70 } });
    expect(heard.text).toMatch(/尺码表，身高 175 厘米、体重 70 公斤对应 XL 码。这个码有货。.*微宽松/);
    expect((await talk.say('我一米九五，180斤，穿几码')).text).toMatch(/不在表里，我不敢替您猜/);
    const english = demoDesk(LIN, 'en');
    await english.say("looking for women's boots");
    expect((await english.say('the first one, my foot is 24.2 cm, which size?')).text).toMatch(
      /between 38 and 39: 38 for a closer fit/,
    );
  });

  it('[EMB-163] measures are asked for by what the table goes by, and a bare number answers', async () => {
    const talk = demoDesk(LIN, 'zh');
    expect((await talk.say('追风男子缓震跑鞋我该穿几码')).text).toContain('尺码表要看脚长');
    expect((await talk.say('265')).text).toContain('对应 43 码');
  });

  it('[EMB-163] a size beside a price or a colour is a wish for goods', async () => {
    const heard = await demoDesk(LIN, 'en').say('linen dress size M under 300 yuan');
    expect(heard.state.shownProducts).toEqual(['dress-linen']);
  });

  it('[EMB-163] without a table there is no guess; how sizes are counted in general is the article’s', async () => {
    const talk = demoDesk(LIN, 'zh');
    await talk.say('保温杯');
    const heard = await talk.say('我身高172穿几码');
    expect(heard.text).toContain('没有尺码表');
    expect(heard.state.flow?.command).toBe('hand_off');
    expect((await demoDesk(LIN, 'zh').say('衣服怎么选码')).results.at(-1)?.name).toBe('search_knowledge');
  });
});

describe('the price after a coupon', () => {
  it.each([
    ['zh', '追风男子缓震跑鞋用了券多少钱', /现价 ¥199。用「生日礼券：满 120 减 30」减 ¥30，券后 ¥169/],
    ['zh', '用 MEMBER95 这个优惠码买追风跑鞋多少钱', /减 ¥9.95，券后 ¥189.05/],
    ['zh', '65瓦充电头用券后多少钱', /券后 ¥99/],
    ['en', 'how much are the Zhuifeng running shoes after a coupon', /you save ¥30 and pay ¥169/],
    ['en', 'how much are the Zhuifeng running shoes with code MEMBER95', /you save ¥9.95 and pay ¥189.05/],
  ] as const)('[EMB-164] %s: %s', async (locale, text, wanted) => {
    const heard = await demoDesk(LIN, locale).say(text);
    expect(heard.text).toMatch(wanted);
    expect(heard.results.at(-1)?.name).toBe('price_after_coupon');
  });

  it.each([
    ['zh', '优惠码 AUTUMN50 能用吗', /AUTUMN50 在 11月5日已经到期/],
    ['zh', '优惠码 FREE999 能用吗', /没有查到券码 FREE999/],
    ['zh', 'NEXT30 这个券码能用吗', /12月5日才能用/],
    ['en', 'is code AUTUMN50 still valid?', /ended on 5 Nov/],
    ['en', 'does the coupon THANKS15 work?', /can’t find a coupon/],
  ] as const)('[EMB-164] %s: %s is refused for what it is', async (locale, text, wanted) => {
    expect((await demoDesk(LIN, locale).say(text)).text).toMatch(wanted);
  });

  it('[EMB-164] goes on with the goods on the table and the pieces named; what coupons there are is listed', async () => {
    const talk = demoDesk(LIN, 'zh');
    await talk.say('追风男子缓震跑鞋多少钱');
    expect((await talk.say('买两双，用券后多少钱')).text).toMatch(
      /2 件一共 ¥398。用「全场满 299 减 40」减 ¥40，券后 ¥358/,
    );
    expect((await demoDesk(LIN, 'zh').say('我有什么优惠券能用')).text).toMatch(/生日礼券.*MEMBER95/);
    expect((await demoDesk(LIN, 'en').say('what coupons do I have')).text).toContain('Birthday treat');
    expect((await demoDesk(LIN, 'zh').say('优惠券可以叠加吗')).results.at(-1)?.name).toBe('search_knowledge');
  });
});

describe('what may be done with it', () => {
  it.each([
    ['zh', '看看T恤', '这个能机洗吗', /^能，.*冷水机洗/],
    ['zh', '有没有保温杯', '能机洗吗', /^不能，.*手洗/],
    ['zh', '有没有保温杯', '能放洗碗机吗', /^不能，.*洗碗机/],
    ['zh', '看看卫衣', '这个可以烘干吗', /^不能，.*勿烘干/],
    ['zh', '看看T恤', '这个可以烘干吗', /没有写明/],
    ['en', 'do you have a t-shirt', 'is it machine washable?', /^Yes\. .*machine wash cold/],
    ['en', 'I need a backpack', 'does it fit a 13-inch laptop', /^Yes\. .*15\.6 inches/],
    ['en', 'I need a backpack', 'does it fit a 17 inch laptop?', /^No\. .*15\.6 inches/],
    ['en', 'do you have a t-shirt', 'can I put it in the dryer', /won’t guess/],
  ] as const)('[EMB-165] %s: %s, %s', async (locale, first, asked, wanted) => {
    const talk = demoDesk(LIN, locale);
    await talk.say(first);
    expect((await talk.say(asked)).text).toMatch(wanted);
  });

  it('[EMB-165] the same words with another thing look for that one', async () => {
    const talk = demoDesk(LIN, 'zh');
    await talk.say('看看T恤');
    const heard = await talk.say('可以放14寸电脑的包 两百左右');
    expect(heard.results.at(-1)).toMatchObject({ name: 'search_products', input: { specs: ['laptop 14in'] } });
  });
});
