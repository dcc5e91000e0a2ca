import type { IntentScore } from '../../../core/understanding.ts';
import type { BrainView } from '../../brain.ts';
import { sizeSteps } from './flows/held-options.ts';
import { saysMore, saysOtherMaker } from './flows/more.ts';
import { wantsAmountBack } from './read/amount-back.ts';
import { asksCouponPrice } from './read/coupon.ts';
import { HOLDS_SHIPPING } from './read/hold.ts';
import { asksMayIt } from './read/may-it.ts';
import { namesThing } from './read/mention.ts';
import { asksAfterNotes } from './read/notes.ts';
import { reasonIn } from './read/reason.ts';
import { rulesAsked } from './read/rules.ts';
import { splitsPayment } from './read/split.ts';
import { isTried } from './trial.ts';

/** What these words say is said, whatever the model makes of the rest: it is still unsure of them. The first line that fits is taken. */
const OUTRIGHT: readonly (readonly [intent: string, words: RegExp, unless?: RegExp])[] = [
  [
    'track_return',
    /^(?:帮我|我的|我想|我要|麻烦|请)*(?:查(?:一下|一查|下|询|看)?|看(?:一下|看|下)?|问(?:一下|问|下)?)?(?:我的|那个|刚才的|这单的?)*(?:退换货?|退货退款|退货|换货|售后)(?:申请)?的?(?:进度|进展|状态|情况|到哪(?:一步|儿|里)?了?)(?:查询|怎么样了?|如何)?[吗呢啊]?[\s?？。.!]*$|^(?:check |see |what(?:'s| is) |show )?(?:me )?(?:the |my )?(?:(?:return|exchange)(?:'s)? (?:status|progress)|(?:status|progress) of (?:the |my )?(?:return|exchange))[\s?.!]*$|^(?:please )?(?:track|check) (?:my|the) (?:return|exchange)[\s?.!]*$/i,
  ],
  [
    'late_return',
    /(?:过了?|超过?了?|超出|都|已经)(?:七|7|十四|14|十五|15|\d{1,2}) ?天.*[退换].*[吗么嘛不没]|(?:七|7|十五|15|\d{1,2}) ?天(?:都|已经|早就?)?过了?.*[退换吗]|^过了?(?:七|7|十五|15) ?天了?[吗没][\s?？]*$|\b(?:more than|over|after|past|beyond)(?: the)? (?:\d{1,2}|seven|fourteen|fifteen) days?\b.*\b(?:return|exchange|send (?:it|them) back)|\b(?:return|exchange)\b.*\b(?:more than|over|after|past|beyond)(?: the)? (?:\d{1,2}|seven|fourteen|fifteen) days?\b/i,
    /退款|到账|\brefund/i,
  ],
  ['reschedule_delivery', HOLDS_SHIPPING, /取消|不要了|退|改|\bcancel\b/i],
  ['cancel_order', /(?:没|未|待)付款的?.{0,5}(?<![不别要])取消(?!过|了吗)[了掉吧]?$/i, /不(?:要|用|想)?取消|别取消/],
  [
    'undo_cancel',
    /(?:别|不要|不用|不想|不必|不需要)(?:再|给我|帮我)?取消(?!.{0,4}[退换售])/,
    /[?？吗么]|怎么|如果|要是|的话|能不能|可以/,
  ],
  ['return_items', /^(?:wo )?(?:yao |xiang |xiang yao )?(?:shen ?qing )?tui ?huo[\s.!。]*$/i],
  ['exchange_items', /^(?:wo )?(?:yao |xiang |xiang yao )?(?:shen ?qing )?huan ?huo[\s.!。]*$/i],
  ['undo_cancel', /^(?:那|还是)?算了[,， ]*(?:你们|还是|就|照常|正常)*发(?:货)?吧[\s。!！~]*$/],
  [
    'refuse_parcel',
    /拒收|不签收|\brefus\w* (?:the |my |a |to accept )?(?:parcel|package|delivery|it)\b|\breject the (?:parcel|package|delivery)\b/i,
  ],
  [
    'leave_message',
    /^(?:请|麻烦)?(?:帮我|替我)?(?:跟|和|给|向)(?!我)\p{Script=Han}{1,6}?(?:说一声|说一下|说说|反映一?下?|带个?话|转告)[,，:： ].{3,}|^我?(?:要|想)投诉[,，:： ]*.{4,}|^i(?:'d like| want|'m going| would like)? ?(?:to )?(?:file|make|lodge|submit)? ?a (?:formal )?complaint (?:about|against|because)\b/iu,
    /登记[了过]?[吗没]|怎么投诉|\bhow\b/i,
  ],
  [
    'request_invoice',
    /(?:换|改)一?个?(?:发票)?抬头|(?:发票|抬头|开票).{0,4}(?:开|写|填)?错了?|(?:重新?|再)开(?:一?张)?(?:发票|票)|开票?开错|\bchange the (?:title|name) (?:on|of) (?:the|my) invoice\b|\bwrong (?:name|title) on (?:the|my) invoice\b|\b(?:redo|reissue) (?:the|my) invoice\b/i,
  ],
  [
    'refund_status',
    /^(?:那|一共|总共|我)*退了?(?:我|给我)?(?:了)?多少(?:钱)?(?:给我)?[了啊呢]?[\s?？。]*$|\bhow much (?:did (?:i|you) (?:get|refund|pay)|was (?:i )?refunded|(?:have you|has been|did they) refund)/i,
    /能退|可以退|会退/,
  ],
  [
    'cancel_order',
    /^(?:那|算了|唉)*[,， ]*还是(?:帮我)?取消(?:吧|了吧|掉吧)?[\s。.!！~]*$|^(?:ok,? |okay,? |no,? )?(?:please )?(?:do )?cancel (?:it|that|the order) (?:after all|then|anyway)[\s.!]*$/i,
  ],
  [
    'destination',
    /(?:寄|送|发|退)(?:回)?(?:到|去|往|给)?(?:哪|什么地方|什么地址)|往哪(?:儿|里)?(?:寄|送|发)|(?:退货|寄回|售后|退换)(?:的)?地址|地址(?:是|在)?(?:哪|多少|什么)|\bwhere (?:do|should|can|must|shall) i (?:send|post|ship|return|mail|take)\b|\breturn address\b|\bwhere (?:is|are) (?:it|my \w+|the order|they) (?:being )?(?:sent|going|shipped) to\b|\bwhat(?:'s| is) the (?:return )?address\b/i,
    /退到哪(?!.{0,3}寄)|钱|退款|到哪(?:了|儿了|里了|一步)|门店|店铺|\brefund|\bstore\b|[改换]/i,
  ],
  [
    'money_back',
    /^.{0,14}?(?:给我|赶紧|马上|立刻|快)?(?:退钱|还钱|退我钱|把钱退(?:给我|了|回来))(?:给我)?[了吧啊]?[\s!！。.]*$|^(?:just |please |i want you to |i want )*(?:give me |i want )?(?:my )?(?:money back|a refund)(?: now| please)?[\s!.]*$|^(?:please |just )*refund (?:me|my money)(?: now| please)?[\s!.]*$/i,
    /仅|不[想用要]?寄|只退|降价|差价|\bwithout\b|\bnot send/i,
  ],
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
    'change_customer_address',
    /(?:以后|今后|往后)(?:的?(?:订单|快递|东西|包裹))?[都全]?(?:给我)?(?:寄|送|发)[到去往]|\b(?:from now on|in (?:the )?future)\b.{0,24}\b(?:ship|send|deliver)\b|\b(?:ship|send|deliver)\b.{0,40}\bfrom now on\b/i,
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
  if (isTried(view.state.flow) && WHAT_IF.test(text)) return [{ name: 'ask_refund_amount', probability: 1 }];
  if (wantsAmountBack(text)) return [{ name: 'refund_without_return', probability: 1 }];
  const again = afterAll(view, text);
  if (again) return [{ name: again, probability: 1 }];
  if (!view.state.flow?.asking && UNWANTED.test(text) && namesThing(text))
    return [{ name: 'cancel_order', probability: 1 }];
  const said = OUTRIGHT.find(([, words, unless]) => words.test(text) && !unless?.test(text));
  if (said) return [{ name: said[0], probability: 1 }];
  if (SHOWS_GOODS.test(text) && namesThing(text)) return [{ name: 'find_product', probability: 1 }];
  if (isOfOne(view, text)) return [{ name: 'ask_product_fact', probability: 1 }];
  if (isIllFitting(view, text)) return [{ name: 'ill_fitting', probability: 1 }];
  const chosen = whileChoosing(view, text);
  if (chosen) return [{ name: chosen, probability: 1 }];
  return isBareThing(view, text) ? [{ name: 'find_product', probability: 1 }] : null;
}

/** 「T恤和牛仔裤都不要了」: said of goods, and nothing besides. */
const UNWANTED = /^[^,，。;；]{2,16}?(?:都|全|也)?不(?:想)?要了[\s。!！~]*$/;

/** 「还是改吧」 after it was left alone: the verb, and what it may have been said of. */
const AFTER_ALL =
  /^(?:那|嗯|算了)?[,， ]*还是(?:帮我|给我)?(?<verb>[改换退办弄])(?:一下|了|掉)?吧?[\s。!！~]*$|^(?:ok,? |okay,? |actually,? )?(?:please )?(?<en>change|exchange|return|do) (?:it|them|that) after all[\s.!]*$/i;
const OF_VERB: Readonly<Record<string, RegExp>> = {
  改: /^change_/,
  change: /^change_/,
  换: /^(?:exchange_items|change_order_items)$/,
  exchange: /^(?:exchange_items|change_order_items)$/,
  退: /^(?:return_items|refund_without_return)$/,
  return: /^return_items$/,
};
const OF_ANY = /^(?:change_|exchange_items|return_items|request_invoice|refund_without_return|price_protection)/;

function afterAll({ state }: BrainView, text: string): string | null {
  const { verb, en } = AFTER_ALL.exec(text)?.groups ?? {};
  const said = (verb ?? en)?.toLowerCase();
  const { lastIntent } = state;
  return said && lastIntent && !state.flow?.asking && (OF_VERB[said] ?? OF_ANY).test(lastIntent) ? lastIntent : null;
}

/** 「那退两个呢」 after a refund was worked out: the same for other pieces. */
const WHAT_IF =
  /^(?:那|如果|要是|假如|我|只|就)*(?:全|都)?退?.{0,12}呢[?？。~\s]*$|^(?:and|what about|what if|how about)\b.{0,40}\b(?:return|one|two|three|four|five|six|\d+|all|both|the \w+)\b/i;

const HOLDS = /(?:能|可以)装多少|多大容量|容量(?:是)?多[大少]|\bhow much (?:does|can|will) (?:it|this|that) hold\b/i;

const TOOLS =
  /笔记本|电脑|洗碗机|洗衣机|微波炉|烘干机?|\b(?:laptops?|macbooks?|notebooks?|dishwashers?|dryer|microwaves?|washing machine)\b/gi;

const LOOKS_FOR = /想买|要买|有没有|推荐|[找买]|\b(?:looking for|buy|recommend|do you (?:have|sell))\b/i;

/** 「鞋小了」 "the shoes are too small", and nothing else. */
const ILL_FITTING =
  /^(?:我?(?:买|收到|新买)?的?|这[双条件]?|那[双条件]?)*\p{Script=Han}{1,6}(?:有点|稍微|太|偏|穿着?|穿起来)*(?:太|偏|有点)?(?:小|大|紧|松|短|长|肥|瘦|挤脚|磨脚|不合[脚身适])(?:了(?:一?点|一[码号])?|一[码号])?[\s。.!！~]*$|^(?:i think |oh |hi,? )?(?:the|my|these|those|this)(?: new)? (?:[\w-]+ ){1,3}?(?:(?:is|are|'s|'re|feels?|turned out|came out) (?:a (?:bit|little) |way |much |far )?(?:too )?(?:small|big|large|tight|loose|short|long|narrow|wide)|(?:doesn'?t|don'?t|didn'?t|do not|does not) fit)(?: (?:me|on me|for me))?[\s.!]*$/iu;

/** Nothing else is being asked or looked for. */
function isIllFitting({ state }: BrainView, text: string): boolean {
  return state.search === null && !state.flow?.asking && namesThing(text) && ILL_FITTING.test(text);
}

/** One thing is talked of, and this asks what it can do or take. */
function isOfOne({ state }: BrainView, text: string): boolean {
  const isTalkedOf = state.flow?.slots.productId !== undefined || state.shownProducts.length === 1;
  // 「能放14寸电脑的包，两百左右」 looks for another.
  const rest = text.replace(TOOLS, ' ');
  return (
    isTalkedOf &&
    !namesThing(rest) &&
    !LOOKS_FOR.test(text) &&
    !state.flow?.asking &&
    text.length <= 60 &&
    (asksMayIt(text) || HOLDS.test(text))
  );
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
