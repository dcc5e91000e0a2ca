import type { IntentScore } from '../../../core/understanding.ts';
import type { BrainView } from '../../brain.ts';
import { sizeSteps } from './flows/held-options.ts';
import { saysMore, saysOtherMaker } from './flows/more.ts';
import { asksCouponPrice } from './read/coupon.ts';
import { namesThing } from './read/mention.ts';
import { asksAfterNotes } from './read/notes.ts';
import { reasonIn } from './read/reason.ts';
import { rulesAsked } from './read/rules.ts';
import { splitsPayment } from './read/split.ts';

/** What these words say is said, whatever the model makes of the rest: it is still unsure of them. The first line that fits is taken. */
const OUTRIGHT: readonly (readonly [intent: string, words: RegExp, unless?: RegExp])[] = [
  [
    'refund_status',
    /(?:退款|退的?钱).{0,6}(?:还没|没有?)(?:到|收到|退)|\b(?:never|haven'?t|didn'?t|not) (?:got|get|received?|gotten|seen) (?:my|the|a|any) (?:refund|money back)/i,
  ],
  [
    'change_customer_address',
    /[改换设更调].{0,6}默认.{0,4}地址|默认.{0,4}地址.{0,6}[改换设更错]|\b(?:change|update|edit|set|fix)\b.{0,12}\bdefault (?:\w+ )?address\b/i,
    /订单|这单|那单|\border\b/i,
  ],
  [
    'return_items',
    /^.{0,6}退.{1,12}退(?:款|钱)?(?:到|回|进)我?的?(?:礼品卡|微信|支付宝|银行卡|信用卡|余额)|\breturn\b.{1,40}\brefund\b.{1,16}\bto my\b/i,
  ],
  // What stays belongs to the same order.
  ['cancel_order', /取消.{1,20}(?:留着|留下|保留)|\bcancel\b.{1,40}\bkeep\b/i, /不取消|别取消|\b(?:not|n't) cancel/i],
  // The reason of a return, and no wish to undo it.
  [
    'return_items',
    /^(?:please |i(?:'d like| want| need|'m going| would like)(?: to)? |can i )*return\b.*\b(?:changed? my mind|don'?t (?:want|need|like) (?:it|them)|no longer (?:want|need))\b/i,
    /\b(?:returning|return anymore|not? (?:to )?return|about the return)\b/i,
  ],
  [
    'refund_without_return',
    /\b(?:refund|money back)\b.{0,40}(?:\b(?:not|without|no need to|instead of)\b|n't) (?:be )?(?:send|return|post|ship)|(?:\b(?:not|without)\b|n't) (?:send|return|post)(?:ing)? (?:it|them|that|those|anything)\b.{0,40}\b(?:refund|money)|不(?:想|用|要|愿意)?寄.{0,8}(?:退款|退钱|退我)/i,
  ],
  [
    'change_order_payment',
    /(?:单|订单).{0,8}[改换]成?用?(?:微信|支付宝|信用卡|银行卡|礼品卡|花呗|余额)|\b(?:use|switch to|charge|pay (?:with|by|from))\b.{0,20}\b(?:wechat|alipay|paypal|visa|card|balance)\b.{0,24}\border\b/i,
  ],
  // His own account, and nobody else's.
  [
    'own_details',
    /(?:看|查|显示|调出).{0,6}我的(?:个人|账户|账号|会员)?(?:资料|信息|档案)|我的(?:个人|账户|账号)?(?:资料|信息|档案).{0,6}(?:看看|看一下|是什么|有哪些)|\b(?:show|see|view|check)\b.{0,8}\bmy (?:own |account |personal |contact )*(?:details|profile|information|account|data)\b|\bwhat (?:details|information|data) do you have (?:on|about) me\b/i,
    /[改换]|\b(?:change|update|order|delete|erase)\b/i,
  ],
  [
    'compare_arrivals',
    /(?:哪|谁)[一个单件笔包裹]*.{0,3}(?:会|能|可以)?(?:更|最)?(?:先|早|快)(?:一?点|些)?(?:到|送到|送达|来)|(?:先|早)(?:到|送到|送达)的?(?:是|会是)?(?:哪|谁)|还是.{1,12}(?:先|早)(?:到|送)|分别.{0,4}(?:什么时候|几号|哪天|啥时候)(?:能|会)?(?:到|送)|\b(?:which|what)\b.{0,60}\b(?:arriv\w*|com(?:es?|ing)|deliver\w*|get(?:s|ting)? here|be here|turns? up)\b.{0,16}\b(?:first|sooner|soonest|earlier|earliest)\b|\bwhen (?:will|does|do) (?:each|both)\b.{0,30}\b(?:arrive|come|get here|be delivered)\b/i,
  ],
  [
    'leave_message',
    /^(?:请|麻烦)?(?:帮我|给我|替我)?(?:登记|记录|备案|反馈)(?:一下)?[:：,，]|^(?:please )?(?:note|make a note)(?: down)?:/i,
  ],
  // A complaint that is to be kept: its words may read as any trouble.
  [
    'leave_message',
    /(?:投诉|举报|意见|建议|反映).*(?:登记|记录|备案|记下|记一下)|(?:登记|记录|备案|记下|记一下).{0,8}(?:投诉|意见|建议)|\b(?:complain(?:t|ts|ing)?|feedback|suggestion)\b.*\b(?:note|log|record|register|file|write|put) (?:it|this|that|my complaint)\b|\b(?:note|log|record|register|file|lodge|submit) (?:a|an|my|this) (?:formal )?(?:complaint|suggestion)\b/is,
    /登记[了过]?[吗没]|(?:投诉|登记|意见).{0,4}(?:记录|结果|进度)|\b(?:did|have|has) (?:you|it|my)\b/i,
  ],
  ['order_detail', /(?:没|未|待)付款的?(?:那|这)?一?(?:单|笔|个?订单)|\bunpaid order\b/i, /取消|改/],
  ['complain', /^[\s!！]*(?:[😭😢😞😡😠🤬💔😤😩😫]\ufe0f?\s*)+[\s!！。.]*$/u],
  [
    'complain',
    /\bcan (?:somebody|someone|anybody|anyone|you) (?:actually|really|please actually) help\b|有没有人(?:能|来)?(?:管|帮|理|解决)|到底(?:有没有人|谁)(?:能)?(?:管|解决)/i,
  ],
];

export function outright(view: BrainView, text: string): IntentScore[] | null {
  if (rulesAsked(text).length > 0) return [{ name: 'shop_rules', probability: 1 }];
  if (asksCouponPrice(text)) return [{ name: 'coupon_price', probability: 1 }];
  if (splitsPayment(text)) return [{ name: 'change_order_payment', probability: 1 }];
  if (asksAfterNotes(text)) return [{ name: 'ticket_status', probability: 1 }];
  const said = OUTRIGHT.find(([, words, unless]) => words.test(text) && !unless?.test(text));
  if (said) return [{ name: said[0], probability: 1 }];
  if (SHOWS_GOODS.test(text) && namesThing(text)) return [{ name: 'find_product', probability: 1 }];
  const chosen = whileChoosing(view, text);
  if (chosen) return [{ name: chosen, probability: 1 }];
  return isBareThing(view, text) ? [{ name: 'find_product', probability: 1 }] : null;
}

/** Goods are on the table, and these words are about choosing among them. */
function whileChoosing({ state }: BrainView, text: string): string | null {
  if (state.search === null || state.flow?.asking || text.length > 40) return null;
  if (PICK.test(text)) return 'pick_best';
  // Of one of them, or of them all.
  if (sizeSteps(text) !== null && !TOO.test(text) && (state.search as { size?: unknown }).size !== undefined)
    return state.flow?.slots.productId === undefined ? 'refine_search' : 'ask_stock';
  // 「换个牌子」 of goods on the table is no exchange.
  if (state.shownProducts.length > 0 && (saysOtherMaker(text) || saysMore(text))) return 'refine_search';
  return OF_RECEIVER.test(text) || CHEAPER.test(text) ? 'refine_search' : null;
}

const SHOWS_GOODS =
  /^(?:please )?(?:can you )?show me (?:some|your|all)\b(?!.{0,30}\b(?:orders?|returns?|parcels?|cheaper)\b)/i;
/** What was bought does not fit: that is an exchange. */
const TOO = /[太偏]|买的|收到|换|\btoo\b|\bexchange\b|\bswap\b/i;
const PICK =
  /(?:推荐|选|挑|定)一?(?:个|款|双|件)(?:最好的|最合适的)?(?:就行|就好|就可以|吧|呗|得了)[。!~]*$|你会?(?:选|买|挑)哪|哪[个款双件]最(?:合适|好|推荐)|\bwhich (?:one )?(?:would|do|should) (?:you|i) (?:take|pick|recommend|choose|buy|get|go for)\b|\bwhat would you (?:take|pick|choose)\b|\b(?:just )?(?:pick|choose|recommend) (?:me )?one\b/i;
const CHEAPER = /便宜(?:一?点|些)|\b(?:cheaper|less expensive)\b/i;
/** 「她喜欢喝咖啡」「他脚宽」: more of the one it is for. */
const OF_RECEIVER =
  /^(?:[他她]|ta|我?(?:爸|妈|老公|老婆|男朋友|女朋友|孩子|宝宝)).{0,3}(?:喜欢|爱|脚|怕|平时|经常|不喜欢|比较|偏|穿)|^(?:she|he|they)(?:'s| is| are| has| have| likes?| loves?| wears?| enjoys?)\b/i;

/** From here on the model is believed. */
const BELIEVED = 0.5;
const ONLY_WORDS = /^(?:买|要|找|看看|看|想买)?[\p{Script=Han}\d]{1,6}$|^[a-z]+(?: [a-z]+){0,2}$/iu;
const MORE_THAN_A_NAME = /[吗呢了吧啊退换单坏哪谁几改送给到]|\b(?:my|return|order|is|are|too|where|when|broken|the)\b/i;

/** 「青禾手机」: the name of a thing, with a brand that the model has never heard of, and nothing else asks for it. */
function isBareThing({ state, understanding }: BrainView, text: string): boolean {
  if (state.flow?.asking || !ONLY_WORDS.test(text) || MORE_THAN_A_NAME.test(text)) return false;
  const isSure = (understanding.intents[0]?.probability ?? 0) >= BELIEVED;
  return !isSure && namesThing(text) && reasonIn(text) === null;
}
