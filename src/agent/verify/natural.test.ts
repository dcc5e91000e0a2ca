import { describe, expect, it } from 'vitest';
import type { Locale } from '../../core/locale.ts';
import { checkDraft } from './check.ts';
import { type FactName, facts, surroundings } from './testing/facts.ts';

function findings(text: string, names: FactName[], said: string): string[] {
  const locale: Locale = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  return checkDraft({ text, choices: [], showing: null }, facts(...names), surroundings(locale, said)).map(
    ({ kind, text: what }) => `${kind}: ${what}`,
  );
}

/** As models write when they keep to what they were given. One draft a line; what the customer had said stands after ‖. */
function drafts(text: string): [string, string][] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [draft = '', said = ''] = line.split('‖');
      return [draft.replaceAll('↵', '\n').trim(), said.trim()];
    });
}

const CASES: { what: string; names: FactName[]; drafts: [string, string][] }[] = [
  {
    what: 'with nothing to look up',
    names: [],
    drafts: drafts(`
    您好，我是店里的自动客服小二，可以帮您查订单、看物流、挑商品，也能办理取消和退换货。
    亲，您好！请问想了解哪款商品呢？
    不客气，祝您生活愉快！
    好的，那就先不取消，订单保持原样。
    您是想退货退款，还是换一个尺码？
    抱歉给您带来不便。方便说一下是哪个订单、遇到了什么问题吗？
    这个问题我暂时没有查到相关说明，需要的话可以为您转接人工客服。
    麻烦提供一下订单号和下单时预留的手机号，我马上为您查询。
    我是自动客服，不是真人。您想找真人的话，说一声“转人工”就可以。
    您可以把订单号发给我，我帮您看看能不能取消。
    要取消订单的话，我会先给您一张确认卡，您确认后才会生效。
    请问您平时穿多大码？预算大概是多少？
    想给爸爸选跑鞋的话，请问他平时穿多少码？‖给我爸买双跑鞋
    我没有太理解您的意思，您是想查物流，还是想申请售后？
    您说的这个我帮不上忙，我主要负责店里的订单和商品咨询。
    抱歉，我不能透露其他顾客的信息。
    这个要求我没法答应，不过您自己的订单我可以帮您查。
    没关系，您慢慢考虑，有需要随时找我。
    为了保护您的账户安全，请不要把验证码告诉任何人。
    `),
  },
  {
    what: 'of an order',
    names: ['tracking', 'order'],
    drafts: drafts(`
    您的订单 XE20261101-0042 目前状态是已发货，由顺丰速运承运，运单号 SF1234567890123。
    最新进展：11月3日 20:05，包裹到达杭州转运中心，预计11月6日送达。
    包裹正在运输途中，最新一条物流是 11月3日 20:05 到达杭州转运中心。
    包裹还在路上，预计明天（11月6日）送到，请您留意。
    查到了：这单 11月1日 14:20 下的，共 1 件包裹，已经发出，还没有签收。
    订单还没签收，暂时不能申请退货，收到货后可以随时找我办理。
    快递目前在杭州，预计周五到。
    您这单里有 2 双云步轻跑鞋 3代（42 码），实付 388 元。
    这单还在运输中。1. 运单号：SF1234567890123↵2. 承运：顺丰速运↵3. 预计送达：11月6日
    收货地址是浙江省杭州市西湖区文三路12号，收件人王小明，电话 13800138000。
    Your order XE20261101-0042 is on its way with SF Express, tracking number SF1234567890123.
    The latest update is from 3 November at 20:05: it arrived at the Hangzhou hub. It is expected on Friday, 6 November.
    It has not been delivered yet. The expected date is Nov 6.
    You ordered 2 pairs of Cloudstep Runner 3 in size 42 and paid ¥388 in total, including ¥10 for shipping.
    `),
  },
  {
    what: 'of goods',
    names: ['matches'],
    drafts: drafts(`
    为您找到一款合适的：云步轻跑鞋 3代，42 码 ¥199，原价 ¥299，现在有货。‖42码跑鞋，两百左右
    推荐云步轻跑鞋 3代，现价 199 元，在您两百左右的预算内，42 码还有 5 双。‖预算200左右
    符合“42 码、200 元左右”的有 1 款，您看下面的卡片。‖42码，200元左右的跑鞋
    这款鞋面透气、单只只有 220 克，适合日常跑步，质保 90 天。
    43 码目前缺货，42 码有货。
    43 码暂时没有货，您要不要看看 42 码？
    没有找到 100 元以内的跑鞋，最接近的是云步轻跑鞋 3代，199 元。‖100元以内的跑鞋
    两个尺码价格不一样：42 码 199 元，43 码 209 元。
    价格在 199 到 209 元之间，看尺码。
    I found one that fits: the Cloudstep Runner 3 in size 42 at ¥199, down from ¥299.‖running shoes, size 42, about 200
    Size 42 is in stock with 5 pairs left; size 43 is sold out.
    There is nothing under ¥100, but the Cloudstep Runner 3 comes closest at ¥199.‖shoes under 100
    It has a breathable upper and weighs 220 g a shoe. Would you like to see it?
    `),
  },
  {
    what: 'of the shop’s notes',
    names: ['passages'],
    drafts: drafts(`
    江浙沪一般1-2天送达，其他地区3-5天。满99元包邮，不满99元收8元运费。
    我们的配送时间：江浙沪 1–2 天，其他地区 3–5 天。订单满 99 元免运费，不足 99 元的运费是 8 元。
    根据店铺说明，签收后7天内可以无理由退货。
    签收后七天内支持无理由退货哦，您想退哪个订单？
    会员日下单可以享受 9 折，也就是优惠 10%。
    客服热线是 400-820-8820，工作日 9:00–21:00 有人接听，您也可以直接在这里问我。
    Delivery takes 1 to 2 days nearby and 3 to 5 days elsewhere; shipping is free on orders from ¥99 and ¥8 below that.
    According to our delivery notes it takes 1–2 days nearby, otherwise 3–5 days.
    Members save 10%.
    `),
  },
  {
    what: 'of a card',
    names: ['order', 'quote'],
    drafts: drafts(`
    好的，已经为您生成取消订单的确认卡，请核对后点“确认”。
    请您核对一下：取消订单 XE20261101-0042，退款 388 元原路退回支付宝，3 个工作日内到账。确认无误请点卡片上的“确认”。
    确认后，订单 XE20261101-0042 会取消，¥388 将在 3 个工作日内退回您的支付宝。
    确认卡已经准备好了，您点确认之后才会取消，现在还没有做任何改动。
    退款会原路退回支付宝，包含商品 378 元和运费 10 元。
    Please check the card below: if you confirm, the whole order is cancelled and ¥388 goes back to your Alipay within 3 working days.
    I have prepared the cancellation for you to confirm. Nothing has been cancelled yet.
    Once you confirm, order XE20261101-0042 will be cancelled and ¥388 will be refunded to your Alipay.
    `),
  },
  {
    what: 'of what was done',
    names: ['effect'],
    drafts: drafts(`
    订单 XE20261101-0042 已经帮您取消好了，388 元会在 3 个工作日内退回支付宝。
    已为您取消订单，退款 ¥388 将原路退回，请留意到账。
    办好了，受理单号是 R-778899。
    Done: order XE20261101-0042 has been cancelled. ¥388 will be refunded to your Alipay within 3 working days.
    Your order is cancelled and the refund of ¥388 is on its way to your Alipay.
    `),
  },
  {
    what: 'of a person fetched',
    names: ['handOff'],
    drafts: drafts(`
    已经为您转接人工客服，同事会尽快在这里回复您。
    我已经把您的情况转给同事了，同事会在这个对话里联系您，请稍候。
    I’ve handed this over to a colleague; they will get back to you in this chat.
    `),
  },
  {
    what: 'of nothing found',
    names: ['notFound'],
    drafts: drafts(`
    抱歉，店铺说明里没有提到这一点，要不要帮您转人工问一下？
    这方面我没有查到相关信息，可以为您转接人工客服。
    I couldn’t find anything about that in the shop’s notes. Shall I bring in a colleague?
    Sorry, I have no information on gift wrapping.‖gift wrapping?
    `),
  },
];

describe('true drafts as models write them', () => {
  for (const { what, names, drafts: list } of CASES) {
    it.each(list)(`[LLM-1] ${what}: %s`, (text, said) => {
      expect(findings(text, names, said)).toEqual([]);
    });
  }

  it('[LLM-2] with any one of their numbers changed they are withheld', () => {
    const missed: string[] = [];
    let tried = 0;
    for (const { names, drafts: list } of CASES) {
      for (const [text, said] of list) {
        // Not the mark of a list's line, nor a name's number.
        for (const match of text.matchAll(/(?<!^|\n|跑鞋 |Runner )\d+(?:\.\d+)?/g)) {
          const changed = `${text.slice(0, match.index)}${match[0]}7${text.slice(match.index + match[0].length)}`;
          tried++;
          if (findings(changed, names, said).length === 0) missed.push(changed);
        }
      }
    }
    expect(tried).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });
});
