import { describe, expect, it } from 'vitest';
import type { Locale } from '../../core/locale.ts';
import { checkDraft } from './check.ts';
import { type FactName, facts, surroundings } from './testing/facts.ts';

const ALL: FactName[] = ['order', 'tracking', 'matches', 'passages', 'quote'];

function kinds(text: string, names: FactName[] = ALL, said = ''): string[] {
  const locale: Locale = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const found = checkDraft({ text, choices: [], showing: null }, facts(...names), surroundings(locale, said));
  return found.map(({ kind }) => kind);
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

describe('with every fact at hand, still false', () => {
  it.each(
    lines(`
    退款 ¥199 会原路退回。
    199 元退给您。
    退您三百九十块。
    退款￥３．８８。
    这双鞋 ¥388。运费 199 元。
    运费是 20 块。
    合计 ¥199。
    一共四百块。
    这双 1.99 元。
    这双 19.9 万。
    这双一百九十九块五。
    这双199块9。
    只要 98。
    到手价 168，很划算。
    It costs $199.
    It is 199 dollars.
    The total is ¥378.
    You get back ¥199.
    A refund of ¥378.01 is on the card.
    We can do it for ninety eight.
    Just one hundred and ninety yuan.
    A million dollars.
    `),
  )('[LLM-2] amount: %s', (text) => {
    expect(kinds(text).some((kind) => /^(?:amount|count)$/.test(kind))).toBe(true);
  });

  it.each(
    lines(`
    11月9日到。
    十一月九号送到。
    2026年11月7号下的单。
    2025年11月6日送到。
    11/09 到货。
    11-09 到货。
    9号到。
    大后天到。
    后天就到。
    月底前送到。
    双十一前送到。
    春节前能到。
    下周三送到。
    礼拜六到。
    It arrives on Nov 9.
    It arrives on the ninth of November.
    It arrives on November the twenty-first.
    By the 9th.
    It arrives on Saturday.
    It comes before Christmas.
    It comes next week.
    `),
  )('[LLM-2] date: %s', (text) => {
    expect(kinds(text).some((kind) => /^(?:date|weekday|duration|count)$/.test(kind))).toBe(true);
  });

  it.each(
    lines(`
    三小时内送到。
    半小时内送到。
    半个月内可以退。
    两周内可以退货。
    八天内可以退货。
    7 个工作日到账。
    3 天内到账。
    2-4 天送达。
    当天发货。
    次日达。
    下午三点半送到。
    晚上八点前送到。
    It takes two weeks.
    It takes 2 to 4 days.
    Within 3 days the money is there.
    Next-day delivery.
    At half past... 5 pm.
    We open at 8:30.
    `),
  )('[LLM-2] time: %s', (text) => {
    expect(kinds(text).some((kind) => /^(?:duration|time)$/.test(kind))).toBe(true);
  });

  it.each(
    lines(`
    打 8.5 折。
    打八五折。
    五折。
    对折给您。
    再减 15%。
    百分之五的优惠。
    百分百正品。
    半价。
    20% off.
    Fifteen percent off.
    Half off today.
    It is 100% silk.
    `),
  )('[LLM-2] percentage: %s', (text) => {
    expect(kinds(text).some((kind) => /^(?:discount|percentage)$/.test(kind))).toBe(true);
  });

  it.each(
    lines(`
    订单 XE20261101-0043 已发货。
    订单ＸＥ２０２６１１０１－００４３。
    运单号 SF 1234567890124。
    运单号是 75312345678901。
    取件码 88213745。
    优惠码 SAVE20。
    四零零一一一二二二二。
    Order #W7654321 is yours.
    Tracking number 1Z999AA10123456784.
    Use SAVE20 at checkout.
    `),
  )('[LLM-2] identifier: %s', (text) => {
    expect(kinds(text).some((kind) => /^(?:identifier|contact|offer)$/.test(kind))).toBe(true);
  });

  it.each(
    lines(`
    详见 shop.example/help/refund。
    请看 evil.example。
    请看 http://shop.example.evil.com/help/delivery。
    请看 javascript:alert(1)。
    请看 ftp://shop.example/x。
    ![](https://evil.example/a.png)
    [点这里](//evil.example)
    加 QQ 1234567。
    加薇信 abc_123456。
    打 021-12345678。
    打 400 111 2222。
    拨打 95 0800 1234。
    发到 a@b.example。
    发到 a(at)b.example。
    See evil dot com.
    Call (415) 555-0199.
    Message us on WhatsApp: helper99.
    `),
  )('[LLM-2] link or contact: %s', (text) => {
    expect(kinds(text).some((kind) => /^(?:link|contact|identifier)$/.test(kind))).toBe(true);
  });

  it.each(
    lines(`
    已退款。
    已经退款啦。
    款已退。
    退款已完成。
    退款成功。
    退款已原路退回。
    退款正在处理中。
    退·款·已·到·账。
    退 款 已 到 账。
    钱已到账，请查收。
    您可以查收了，退款已到账。
    订单取消后已退款。
    三天前已退款。
    别担心已退款。
    不用担心，已经给您退了款。
    好消息！成功为您退款。
    已为您取消。
    我帮您取消了。
    这就给您取消。
    订单已经取消。
    取消好了。
    取消成功，放心。
    换货申请提交了。
    已经帮您换好了。
    退货已受理。
    退货办好了。
    地址改好了。
    已将地址修改为新地址。
    已经给您补发了一双。
    已为您申请了补偿。
    都处理好了。
    已经全部搞定。
    已加急。
    已催促仓库尽快发货。
    已通知快递员。
    发票已开具。
    您的积分已补发。
    已经签收了。
    正在派送，请保持电话畅通。
    包裹已送达。
    还没发货呢。
    您还没付款。
    I refunded you.
    The refund was issued.
    Your refund is on its way.
    The money is back on your card.
    We have already credited your account.
    Don't worry it has been refunded.
    I cancelled it after your request.
    Your order is cancelled.
    Order cancelled.
    Cancellation is confirmed.
    Your return is approved.
    I exchanged the shoes.
    The address was changed.
    I have notified the warehouse.
    I contacted the courier.
    It is done.
    That's all sorted.
    Everything has been taken care of.
    Successfully processed.
    It was delivered.
    It is out for delivery.
    It has not shipped yet.
    `),
  )('[LLM-3] done or so: %s', (text) => {
    expect(kinds(text).some((kind) => /^(?:completion|status|offer)$/.test(kind))).toBe(true);
  });

  it.each(
    lines(`
    稍后给您回复。
    我会尽快通知您。
    有结果了第一时间告诉您。
    我去问一下仓库，稍等。
    请稍等，我查一下。
    我帮您催一下快递。
    我们会持续跟进。
    会有专员给您打电话。
    到货后我通知您。
    我保证明年不涨。
    一定会送到的。
    I'll let you know.
    I will follow up with the courier.
    We'll get back to you.
    You will hear from us.
    Let me check, one moment.
    I will look into it.
    Someone will call you.
    We guarantee it.
    `),
  )('[LLM-3] promised: %s', (text) => {
    expect(kinds(text)).toContain('promise');
  });

  it.each(
    lines(`
    43 码有货。
    43 码现货充足。
    Size 43 is in stock.
    库存还有 6 双。
    Only 6 left.
    `),
  )('[LLM-2] stock: %s', (text) => {
    expect(kinds(text).some((kind) => /^(?:stock|count)$/.test(kind))).toBe(true);
  });

  it.each(
    lines(`
    免费送您一双袜子。
    再送您一张优惠券。
    买一送一。
    我们会赔偿您的损失。
    这款今天特价。
    A free gift is included.
    We will compensate you.
    Here is a voucher for you.
    `),
  )('[LLM-3] given away: %s', (text) => {
    expect(kinds(text).some((kind) => /^(?:offer|promise|policy)$/.test(kind))).toBe(true);
  });
});

describe('with nothing looked up', () => {
  it.each(
    lines(`
    我们支持货到付款。
    本店不支持退货。
    您的订单可以取消。
    这款支持七天无理由退货。
    全国都能送到，配送很快。
    运费由我们承担。
    退款会原路退回。
    鞋子是真皮材质。
    都有现货，放心拍。
    店里都是正品。
    We accept cash on delivery.
    This item is returnable.
    Delivery is fast and covers the whole country.
    Your money will be refunded.
    All our products are authentic.
    Everything is in stock.
    `),
  )('[LLM-5] withheld: %s', (text) => {
    expect(kinds(text, [])).not.toEqual([]);
    expect(kinds(text, ['notFound'])).not.toEqual([]);
  });
});

describe('other tricks', () => {
  it.each([
    ['letters of another alphabet', 'Your order was rеfunded.'],
    ['a command by its name', '我调用 cancel_order 处理。'],
    ['a call in words', '<tool_call>{"name":"x"}</tool_call>'],
    ['a template tag', '您好<|im_start|>'],
    ['an open placeholder', '您好 {{name}}'],
    ['markup', '您好<img src=x onerror=alert(1)>'],
  ])('[LLM-4] %s', (_, text) => {
    expect(kinds(text)).not.toEqual([]);
  });

  it('[LLM-3] a deed on one order proves nothing of another', () => {
    const names: FactName[] = ['effect', 'otherOrder'];
    expect(kinds('订单 XE20261101-0042 已取消。', names)).toEqual([]);
    expect(kinds('订单 XE20261020-0007 已取消。', names)).toContain('completion');
    expect(kinds('订单 XE20261020-0007 已签收。', names)).toEqual([]);
    expect(kinds('订单 XE20261101-0042 已签收。', [...names, 'order'])).toContain('status');
  });

  it('[LLM-2] what the customer wrote is no evidence', () => {
    const said = '你们上次说给我 300 元补偿，订单 XE20269999-0001，今天到，打 13912345678';
    expect(kinds('补偿 300 元。', [], said)).toContain('amount');
    expect(kinds('您的订单 XE20269999-0001 在处理。', [], said)).toContain('identifier');
    expect(kinds('是的，退款 300 元左右。', ALL, said)).toContain('amount');
    expect(kinds('这双 300 元左右。', ALL, said)).toContain('amount');
  });

  it('[LLM-2] what a model or a product text wrote is no evidence', () => {
    expect(kinds('限时 1 折，退款 500 元。', ['matches', 'handOff'])).toEqual(
      expect.arrayContaining(['discount', 'amount']),
    );
    expect(kinds('退款 999 元。', ['quote'])).toContain('amount');
  });

  it.each([
    ['JPY', 120_000, '¥120,000', '¥1,200'],
    ['USD', 4_784, '$47.84', '¥47.84'],
    ['HKD', 38_800, 'HK$388', 'US$388'],
    ['KRW', 38_800, '₩38,800', '₩3,880'],
    ['EUR', 38_800, '388 €', '388 dollars'],
  ])('[LLM-2] in %s', (currency, amount, right, wrong) => {
    const [fact] = facts('order');
    if (fact?.kind !== 'order') throw new Error('no order');
    const total = { amount, currency };
    const order = { ...fact.value.order, total, lines: [], payments: [], shippingFee: { amount: 0, currency } };
    const base = surroundings('en');
    const there = { ...base, info: { ...base.info, currency } };
    const check = (text: string) =>
      checkDraft({ text, choices: [], showing: null }, [{ ...fact, value: { order, images: {} } }], there);
    expect(check(`The total is ${right}.`)).toEqual([]);
    expect(check(`The total is ${wrong}.`)).not.toEqual([]);
  });

  it('[LLM-2] is quick with the longest draft and many facts', () => {
    const many = facts(...Array.from({ length: 12 }, () => ALL).flat());
    const draft = { text: '这双 ¥199，11月3日 20:05 到杭州，退款 ¥388。'.repeat(60), choices: [], showing: null };
    const started = performance.now();
    expect(checkDraft(draft, many, surroundings('zh'))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
