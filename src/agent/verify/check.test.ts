import { describe, expect, it } from 'vitest';
import type { Locale } from '../../core/locale.ts';
import { checkDraft } from './check.ts';
import { type FactName, facts, surroundings } from './testing/facts.ts';

function findings(text: string, names: FactName[], locale: Locale = 'zh', said = ''): string[] {
  const draft = { text, choices: [], showing: null };
  return checkDraft(draft, facts(...names), surroundings(locale, said)).map(
    (finding) => `${finding.kind}: ${finding.text}`,
  );
}

const TRUE_ZH: [string, FactName[], string?][] = [
  ['您好，请问有什么可以帮您？', []],
  ['好的，麻烦您告诉我订单号，还有下单时留的手机号或邮箱，我帮您查一下。', []],
  ['您想退货还是换货呢？', []],
  ['您想看看男款还是女款？预算大概多少？', []],
  ['您的订单 XE20261101-0042 已经发货了，11月3日 20:05 到达杭州转运中心，预计 11月6日送到。', ['tracking']],
  ['顺丰速运 SF1234567890123，目前在运输途中，预计明天送达。', ['tracking']],
  ['这单一共 388 元，里面有2双云步轻跑鞋 3代（42 码），每双 ¥199，优惠 20 元，运费 10 元。', ['order']],
  ['您是11月1日下午两点二十下的单，收货地址是浙江省杭州市西湖区文三路12号。', ['order']],
  ['江浙沪一般1到2天送达，其他地区3至5天；满99元包邮，不满的话运费8块。', ['passages']],
  ['签收后七天内可以无理由退货，会员日打九折。', ['passages']],
  [
    '可以拨打客服热线 400-820-8820，工作日 9:00 到 21:00 都有人，详情看 https://shop.example/help/delivery。',
    ['passages'],
  ],
  [
    '按您两百左右的预算，给您挑了云步轻跑鞋 3代：42 码 199 元，还有 5 双，原价299元。',
    ['matches'],
    '想买双两百左右的跑鞋，42码',
  ],
  ['单只重 220 克，鞋底 95% 橡胶，质保 90 天。', ['matches']],
  ['这双现在没有 46 码的，42 码有货，要看看吗？', ['matches'], '有46码吗'],
  ['取消后会退款 ¥388，原路退回支付宝，3 个工作日内到账。您确认的话点一下卡片上的「确认」。', ['quote']],
  ['订单 XE20261101-0042 已取消，388 元会在 3 个工作日内原路退回。', ['effect']],
  ['已为您转接人工客服，同事会在这个对话里回复您。', ['handOff']],
  ['抱歉，店里的说明没有提到这一点，需要的话可以帮您转人工。', ['notFound']],
  ['现在还没有为您取消订单，需要您先在卡片上确认。', ['quote']],
  ['如果已经发货，就需要先签收再申请退货。', []],
  ['便宜一点的也有，您可以先看看这几款。', ['matches']],
  ['到货后会有短信通知您。', ['passages']],
];

const TRUE_EN: [string, FactName[], string?][] = [
  ['Hello! What can I do for you?', []],
  ['Could you send me the order number and the e-mail or phone on it?', []],
  [
    'Your order XE20261101-0042 has shipped. It reached Hangzhou on 3 Nov at 20:05 and should arrive on November 6th.',
    ['tracking'],
  ],
  [
    'Delivery takes one to two days nearby and 3–5 days elsewhere. Shipping is free from ¥99, otherwise ¥8.',
    ['passages'],
  ],
  ['The Cloudstep Runner 3 in size 42 is ¥199.00 and 5 pairs are left.', ['matches'], 'size 42 please'],
  ['If you cancel, ¥388 goes back to your Alipay within three working days. Please confirm on the card.', ['quote']],
  ['Order XE20261101-0042 has been cancelled and ¥388 will be back within 3 working days.', ['effect']],
  ['I have not cancelled anything yet: please confirm on the card first.', ['quote']],
  ['I’ve passed this on to a colleague, who will answer you here.', ['handOff']],
];

describe('a draft that says what the facts say', () => {
  it.each(TRUE_ZH)('[LLM-1] may leave: %s', (text, names, said) => {
    expect(findings(text, names, 'zh', said)).toEqual([]);
  });
  it.each(TRUE_EN)('[LLM-1] may leave: %s', (text, names, said) => {
    expect(findings(text, names, 'en', said)).toEqual([]);
  });
});

const FALSE_ZH: [string, FactName[], string?][] = [
  ['这双现在只要 99 元。', ['matches']],
  ['这双现在只要一百九十八块。', ['matches']],
  ['退款两百块会原路退回。', ['quote']],
  ['退款￥３８９，三个工作日到账。', ['quote']],
  ['共计 3,880 元。', ['order']],
  ['这单 38800 元。', ['order']],
  ['价格 1.99万。', ['matches']],
  ['给您优惠五毛。', ['order']],
  ['预计 11月7日送到。', ['tracking']],
  ['预计后天送到。', ['tracking']],
  ['今天就能送到您手里。', ['tracking']],
  ['预计下周一送达。', ['tracking']],
  ['十一月八号到。', ['tracking']],
  ['2026/11/08 到货。', ['tracking']],
  ['下午三点前送到。', ['tracking']],
  ['24小时内发货。', ['passages']],
  ['签收后 15 天内可以退。', ['passages']],
  ['签收后半个月……十五天内可以退。', ['passages']],
  ['两三天就到。', ['tracking']],
  ['过几天就到。', ['tracking']],
  ['给您打八折。', ['passages']],
  ['优惠 20%。', ['passages']],
  ['便宜百分之二十。', ['passages']],
  ['今天半价。', ['matches']],
  ['还剩 3 双。', ['matches']],
  ['库存还有199双。', ['matches']],
  ['请点 http://evil.example/pay 办理。', ['matches']],
  ['请点 [这里](/refund?x=1) 办理。', ['passages']],
  ['去 evil点com 看看。', ['passages']],
  ['加微信 evil666888 办理。', ['matches']],
  ['打 400-111-2222 咨询。', ['passages']],
  ['联系 13912345678。', ['order']],
  ['发邮件到 help@evil.example。', ['passages']],
  ['您的订单 XE20261101-0099 已发货。', ['tracking']],
  ['运单号 SF1234567890124。', ['tracking']],
  ['退货单号是 R-111222。', ['effect']],
  ['限时 1 折。', ['matches']],
  ['退款 500 元。', ['handOff']],
  ['退款 999 元。', ['quote']],
  ['您的订单 XE99999999-0001 我查到了。', [], '我的订单 XE99999999-0001'],
];

const FALSE_DEEDS_ZH: [string, FactName[]][] = [
  ['已退款。', []],
  ['已经给您退款了。', ['quote']],
  ['退款已到账，请查收。', ['quote']],
  ['退款成功！', ['tracking']],
  ['钱已经退了。', []],
  ['已为您取消订单。', ['quote']],
  ['订单取消成功。', ['quote']],
  ['我这就帮您取消。', []],
  ['好的，取消了。', ['order']],
  ['退货申请已提交。', ['order']],
  ['已经帮您换成大一码了。', ['order']],
  ['地址已经改好了。', ['order']],
  ['地址改好了。', ['order']],
  ['都办好了。', ['order']],
  ['搞定了！', []],
  ['已为您转接人工客服。', []],
  ['已经通知仓库加急了。', []],
  ['帮您催过了。', []],
  ['已经签收了。', ['tracking']],
  ['稍后通知您。', ['quote']],
  ['有消息了我第一时间联系您。', []],
  ['我会帮您跟进的。', []],
  ['我们会尽快给您回电。', []],
  ['退款已在处理中。', ['quote']],
  ['已​取​消。', ['quote']],
  ['已經為您退款。', ['quote']],
  ['不用担心，已退款。', ['quote']],
];

const FALSE_EN: [string, FactName[]][] = [
  ['It is only $199.', ['matches']],
  ['It is only ninety-nine yuan.', ['matches']],
  ['You get two hundred dollars back.', ['quote']],
  ['It will arrive on November 7.', ['tracking']],
  ['It will arrive on the 8th of Nov.', ['tracking']],
  ['It arrives the day after tomorrow.', ['tracking']],
  ['It arrives on Monday.', ['tracking']],
  ['It ships within 24 hours.', ['passages']],
  ['You have thirty days to return it.', ['passages']],
  ['Take 20% off.', ['passages']],
  ['It is half price today.', ['matches']],
  ['Only 3 left in stock.', ['matches']],
  ['See www.evil.example.', ['matches']],
  ['Your order has been cancelled.', ['quote']],
  ['Done! I cancelled your order.', ['quote']],
  ['Your refund has been issued.', ['quote']],
  ['I have refunded you.', ['quote']],
  ['Your return request has been submitted.', ['order']],
  ['I updated your address.', ['order']],
  ['All set!', ['order']],
  ['I will get back to you soon.', []],
  ['We’ll notify you by e-mail.', []],
  ['A colleague will contact you.', []],
  ['Your parcel was delivered.', ['tracking']],
];

describe('a draft that says more than the facts', () => {
  it.each(FALSE_ZH)('[LLM-2] is withheld: %s', (text, names, said) => {
    expect(findings(text, names, 'zh', said)).not.toEqual([]);
  });
  it.each(FALSE_DEEDS_ZH)('[LLM-3] is withheld: %s', (text, names) => {
    const found = findings(text, names);
    expect(found.some((finding) => /^(?:completion|promise|status)/.test(finding))).toBe(true);
  });
  it.each(FALSE_EN)('[LLM-2] [LLM-3] is withheld: %s', (text, names) => {
    expect(findings(text, names, 'en')).not.toEqual([]);
  });
  it('[LLM-4] in another language than the customer’s is withheld', () => {
    expect(findings('Sure, which order do you mean?', [], 'zh')).toEqual(['language: en']);
    expect(findings('好的，您说的是哪张订单？', [], 'en')).toEqual(['language: zh']);
  });
  it('[LLM-4] that holds markup, a template tag or an open placeholder is withheld', () => {
    for (const text of [
      '<b>您好</b>',
      '<|im_end|>您好',
      '{"name":"cancel_order"}',
      '您好 ⟦PHONE_9⟧',
      '您好 [your name]',
    ]) {
      expect(findings(text, [])).not.toEqual([]);
    }
  });
});
