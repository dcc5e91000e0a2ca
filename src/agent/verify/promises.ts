import { hasFact, type Proven, products } from './proven.ts';
import { anyOf, asked, denied, type Statement, says, supposed } from './statement.ts';

const LATER =
  /(?:稍后|稍候|晚点|之后|随后|回头|尽快|马上|立刻|一会儿?|等会儿?|到时候?|届时|有(?:消息|结果|进展)(?:了|后)?|第一时间|会|将)[^,。;!?]{0,10}(?:通知[您你]|联系[您你]|回复[您你]|告知[您你]|告诉[您你]|给[您你](?:回|来?电|打电话|答复|回复|消息|回音)|回电|致电|跟进|跟踪|催(?:一下|促)|反馈给?|核实后|提醒[您你]|发(?:短信|邮件|消息)给?[您你]?)|(?:我|我们|小二)(?:这边)?(?:会|将|来|去|就)?(?:继续|持续|一直)?(?:帮[您你])?(?:跟进|跟踪|盯着|留意|催促|催一下|关注)|(?:后|时候?|了)[^,。;!?]{0,4}(?:我|我们|小二)[^,。;!?]{0,4}(?:通知|联系|告诉|告知|回复|提醒)[您你]/;
const LATER_EN =
  /\b(?:i|we)(?:'ll| will|'m going to| am going to|'re going to| shall)(?: \w+){0,3} (?:notify|contact|call|e-?mail|text|message|get back|follow up|update|inform|let you know|reach out|keep you|look into|investigate|remind|chase|monitor|escalate|make sure|ensure)\b|\byou(?:'ll| will) (?:\w+ )?(?:hear (?:back )?from|receive (?:a|an) (?:call|e-?mail|message|text|notification)|be (?:contacted|notified|informed))\b|\b(?:someone|a colleague|our team|an agent|a specialist|support) will (?:\w+ )?(?:contact|call|e-?mail|get back|reach out|reply|follow up)\b/;
/** Nothing looks anything up after the reply has left. */
const MOMENT =
  /稍等|稍候|请等(?:待|一下)|等我|(?:我|小二)(?:这就|马上|现在|先|来|去|再)?(?:帮[您你])?(?:去|来)?(?:查|核实|确认|问|看)(?:一?下|查|看|问)|\b(?:let me (?:check|look|see|verify|confirm|find)|one moment|just a (?:moment|second|minute)|please (?:hold|wait)|hang on|bear with me|(?:i'll|i will|i'm going to) (?:check|look|verify|find out))\b/;
const ASKS =
  /请(?!稍|等)|麻烦|告诉|提供|发(?:给|一下|我)|给我|把|方便|换个|[?]|\b(?:please (?!hold|wait)|could you|can you|tell me|send|share|give me|provide|try|with (?:that|the|your))\b/;
const GUARANTEE =
  /保证|担保|包(?:您|你)|一定(?:能|会|可以)|肯定(?:能|会|可以|没问题)|绝对|百分之?百|\b(?:guarantee[ds]?|definitely will|will definitely|for sure|certainly will|100%)\b/;

const FREE_SHIPPING =
  /包邮|免(?:运|邮)费|免邮|\bfree (?:shipping|delivery|postage)\b|\b(?:shipping|delivery|postage) is free\b/;
/** What a shop gives away only when it says so. One kind of benefit each, in both languages. */
const COUPON =
  /返现|红包|优惠[券码]|代金券|\b(?:gift card|voucher|coupon|promo(?:tion)? code|discount code|cash ?back)\b/;
const BENEFITS: readonly RegExp[] = [
  FREE_SHIPPING,
  /免费|免单|不(?:要|收)钱|\b(?:free (?:of charge|returns?|item|replacement)|for free|at no (?:extra )?(?:cost|charge)|complimentary)\b/,
  /赠(?:送|品|您)|(?:送|给)[您你](?:一|个|张)[^,。;!?]{0,8}(?:礼|券|红包|赠品)|买[一二三\d]+[送赠][一二三\d]+|\b(?:free gift|buy one)\b/,
  /补偿|赔偿|赔付|假一赔|\bcompensat\w*/,
  COUPON,
  /秒杀|特价|内部价|\bspecial (?:offer|price)\b/,
];

function hasUsableCoupon({ facts }: Proven): boolean {
  return facts.some((fact) => fact.kind === 'coupon-price' && fact.value.usable.length > 0);
}

function hasFreeShipping({ facts }: Proven): boolean {
  return facts.some((fact) => fact.kind === 'order' && fact.value.order.shippingFee.amount === 0);
}

/** Money or goods that are to come: true only where a quote, an effect, a rule or an article says so. */
const TO_COME =
  /(?:会|将|就能?|即可)[^,。;!?]{0,8}(?:退款|退还|退回|退给|到账|补发|重发|赔)|\bwill (?:\w+ )?(?:be )?(?:refunded|credited|reimbursed|replaced|resent)\b|\bwill (?:\w+ )?(?:refund|credit|reimburse|replace|resend)\b|\bget (?:your|the) money back\b/;

/** What the rules allow, said of this shop or of this customer's goods. */
const RULE =
  /(?:本店|我们|小店|店里|店铺|这(?:一?单|款|双|件|个|些)|[您你](?:的|这))[^,。;!?]{0,8}(?:支持|可以|能|不能|不可以|不支持|无法|享受?|提供)[^,。;!?帮为给]{0,8}(?:退|换|取消|改地址|开(?:具)?(?:电子)?发票|货到付款|分期|自提|保修|质保|安装|上门|试用|试穿|维修)|\b(?:we|our (?:shop|store)|this (?:item|order|product)|your order|you) (?:do |can |may |also )?(?:offer|support|accept|allow|provide|can(?:not|'t)?|may|is|are)\b[^.;!?]{0,30}\b(?:returns?|refunds?|refundable|returnable|exchanges?|cancel\w*|invoices?|cash on delivery|warranty|install\w*|repairs?)\b/;

const STATED = [
  'passages',
  'rules',
  'quote',
  'refund-estimate',
  'returns',
  'refused',
  'effect',
  'quote-cancelled',
] as const;

/** The one thing that is told later without a person: goods that are back. */
const BACK_IN_STOCK = /到货|有货|补货|\b(?:back in stock|in stock again|available again|is back|are back)\b/;

export const PROMISES: readonly Statement[] = [
  {
    kind: 'promise',
    pattern: anyOf(LATER, LATER_EN),
    unless: [asked, supposed, denied],
    holds: (proven, { sentence }) =>
      hasFact(proven, 'hand-off') || (hasFact(proven, 'stock-alert') && BACK_IN_STOCK.test(sentence)),
  },
  {
    kind: 'promise',
    pattern: MOMENT,
    unless: [supposed, ({ sentence }) => ASKS.test(sentence)],
    holds: (proven) => hasFact(proven, 'hand-off'),
  },
  {
    kind: 'promise',
    pattern: GUARANTEE,
    unless: [asked, says(/不(?:敢|能|一定)|没法|无法|\b(?:not|cannot)\b|n't\b/)],
    holds: () => false,
  },
  { kind: 'promise', pattern: TO_COME, unless: [asked, denied], holds: (proven) => hasFact(proven, ...STATED) },
  {
    kind: 'offer',
    pattern: anyOf(...BENEFITS),
    unless: [
      asked,
      supposed,
      denied,
      says(
        /没查到|暂(?:时没有|无)|不(?:清楚|确定|支持|包|免|赠|参加|叠加)|\b(?:no|any) (?:\w+ )?(?:free|voucher|coupon|gift|compensat)/,
      ),
    ],
    holds: (proven, { clause }) =>
      BENEFITS.every(
        (benefit) =>
          !benefit.test(clause) ||
          proven.texts.some((text) => benefit.test(text)) ||
          (benefit === FREE_SHIPPING && hasFreeShipping(proven)) ||
          (benefit === COUPON && hasUsableCoupon(proven)),
      ),
  },
  {
    kind: 'policy',
    pattern: RULE,
    unless: [
      asked,
      says(/告诉|如果|若|的话|哪/),
      says(/\b(?:if|which|whether|tell|send|share|give|let me know|check the card|confirm|want to|like to)\b/),
    ],
    holds: (proven) => hasFact(proven, ...STATED) || products(proven).length > 0,
  },
];
