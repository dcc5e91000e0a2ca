import type { IntentScore } from '../../../core/understanding.ts';
import { isPlainDenial } from '../../../language/affirmation.ts';

/** Words that name an errand outright. The first line that fits is taken: what undoes stands before what it undoes. */
const CUES: readonly (readonly [string, RegExp])[] = [
  [
    'undo_cancel',
    /恢复.{0,4}订单|别取消|不取消|取消错|撤[回销].{0,3}取消|\bundo\b.{0,12}\bcancel|\b(?:don'?t|not) cancel/i,
  ],
  [
    'undo_return',
    /撤[回销].{0,4}(?:[退换]|申请)|取消.{0,4}(?:退货|换货|退款|退换|售后)|不[退换]了|\b(?:undo|withdraw|cancel)\b.{0,16}\b(?:return|exchange)\b/i,
  ],
  [
    'refund_without_return',
    /仅退款|只退款|补偿|[补赔](?:我|给我|点|个)?\d+(?:块|元)?|赔(?:我|点)(?:钱|点)?|(?:不|没法|懒得|不用|不想)(?:寄|退)(?:回|货)?.{0,6}(?:退款|退钱)|\b(?:refund|money back) without (?:a )?return|\bwithout (?:sending|returning) (?:it|them|anything)|\b(?:can'?t|cannot|won'?t|don'?t want to|do not want to) (?:send|return|post|ship) (?:it|them|this|that|anything)(?: back)?/i,
  ],
  ['leave_message', /带个?话|留个?言|\b(?:leave|take|pass on) (?:an? |this |my )?(?:message|note)\b/i],
  ['price_protection', /价保|保价(?!快递)|[补退](?:我)?(?:个|点)?差价|\bprice (?:protection|match|adjustment)/i],
  [
    'notify_when_in_stock',
    /(?:到货|补货|有货|上架)(?:了|后|时|的时候)?(?:.{0,3})?(?:通知|告诉|提醒|叫|喊|说)|(?:到货|补货)(?:提醒|通知)|\b(?:let me know|tell me|notify me|alert me)\b.{0,20}\b(?:back|in stock|restock)/i,
  ],
  [
    'request_invoice',
    /(?:[给帮替]我|我要|麻烦|请).{0,6}开.{0,6}(?:发票|票)(?!.{0,3}[吗么])|^(?:补|重)?开(?:一?张|个)?(?:发票|票)[。!~]*$|\b(?:need|want|send me|get me|make me|issue)\b.{0,16}\binvoice/i,
  ],
  ['change_customer_address', /默认(?:的)?(?:收货)?地址|地址簿|\b(?:default|saved|account) address|\baddress book/i],
  [
    'change_order_payment',
    /[换改](?:一?[个种张])?.{0,4}(?:付款|支付)方式|[改换]成?用?.{0,8}(?:付款?|支付)(?!宝)|\bchange\b.{0,24}\bpayment|\bpay\b.{0,16}\binstead/i,
  ],
  ['cancel_order', /取消|退单|不(?:想)?[要买]了|\bcancel/i],
  [
    'exchange_items',
    /换货|[想要帮]换|换\s?(?:成|个|双|件|一|[大小码号]|\d)|\bexchang(?:e|ing)\b|\bwant (?:it|them) in (?:a |size |\w+$)|\bswap(?:ping)?\b/i,
  ],
  // Asking how it is done is no errand yet.
  [
    'ask_return_policy',
    /退货流程|\breturn policy\b|\bhow (?:do|can|would|should) (?:i|we|you) return (?:something|things|items?|an item|stuff|goods)\b/i,
  ],
  [
    'return_items',
    /(?:我要|想|申请|帮我|给我)退|还是退|退吧|退\s*(?:-?\d[\d.]*|[零半一二两三四五六七八九十几]+)\s*[个件双条只套把盒瓶]|退[俩仨](?!人|天)|退一半|^退(?![款钱差税订群出换不了到多几的回货费])\p{Script=Han}{1,8}(?:[\d一二两三]+[个件双条只套])?|退[货掉]|(?:全部|全|都)退|退了(?!吗)|\breturn(?:ing)?\b|\bsend (?:it|them) back\b/iu,
  ],
  [
    'change_order_address',
    /[改换].{0,8}(?:地址|收货|收件)|(?:地址|收货|收件).{0,6}[改换错]|\bchange\b.{0,30}\baddress\b|\baddress\b.{0,20}\bwrong\b/i,
  ],
  [
    'change_order_items',
    /\bmodif(?:y|ying|ication)\b(?!.{0,40}\b(?:address|payment)\b)|\b(?:change|switch|update)\b.{0,30}\b(?:size|colou?r|options?|version|model)\b|改(?:成|一下)?.{0,6}(?:规格|尺码|颜色)|改成.{0,5}[色码]/i,
  ],
  [
    'track_order',
    /到哪|物流|快递.{0,4}[呢哪]|发货了?[没吗]|什么时候(?:[能会])?(?:到|送到|签收)|\btrack|\bwhere(?:'s| is| are)\b.{0,20}\b(?:order|parcel|package|stuff|delivery)|\bwhen (?:was|will|does|is) (?:it|my|the)\b.{0,24}\b(?:deliver|arriv|come|get here|ship)/i,
  ],
  [
    'expedite_order',
    /还[没不]发|[催快].{0,3}发(?:货|出)?|催(?:一下|单|派)|\b(?:hasn'?t|not) (?:been )?(?:shipped|sent|dispatched)\b|\bhurry\b/i,
  ],
  ['order_detail', /这单.{0,6}(?:多少钱|买的什么|买了什么)|订单(?:详情|金额)|\border\b.{0,30}\btotal\b/i],
  ['list_orders', /(?:我的|看|查).{0,4}订单|\bmy orders\b/i],
  [
    'compare_products',
    /对比|比较|区别|哪[个款].{0,5}[好轻重大小厚薄贵便]|\bcompare\b|(?<!price |any |pay )\bdifference\b(?! (?:in price|should|back|to|be|can|will))|\bwhich (?:one|of (?:them|these)) is\b/i,
  ],
  ['ask_price', /多少钱|怎么卖|^价[格钱]|什么价|\bhow much (?:is|are|does)\b/i],
  [
    'ask_stock',
    /有货|缺货|断货|现货|码.{0,3}还有[吗没]|还有货|有(?:没有)?.{0,4}[码色]的?[吗没么]|\bin stock\b|\bsold out\b/i,
  ],
  ['refine_search', /便宜(?:一?点|些)|换一批|别的款|\bcheaper\b|\bless expensive\b|\bother (?:options|ones)\b/i],
  [
    'ask_product_fact',
    /^(?:这|那)[个款双件台条]?.{0,10}[吗么不多]|^它|材质|什么料|防水|多重|重不重|\b(?:is|does|can) it\b|\bhow (?:heavy|big|long|tall|thick)\b/i,
  ],
  [
    'find_product',
    /想买|要买|[给帮送].{1,5}(?:买|挑|选)(?!的|了)|有没有卖|^有没有[\u4e00-\u9fff]{2,8}$|推荐|\blooking for\b|\brecommend|\b(?:to|wanna) buy\b|\bdo you (?:sell|have)\b/i,
  ],
];

/** Below FAINT the reading counts for little; from SEEN on it supports what the words name. */
const FAINT = 0.35;
const SEEN = 0.1;
/** Whether the text names that errand outright. */
export function isNamed(intent: string, text: string): boolean {
  return CUES.some(([name, pattern]) => name === intent && pattern.test(text));
}

/** The errand that the text names outright; null where it names none. */
export function cueOf(text: string): string | null {
  return CUES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Before the word of a wish: 「只退水壶」 begins with it as 「退水壶」 does. */
const LEADS = /^[\s]*(?:那|就|只|是|我|要|想|请|麻烦|你|把|先|而是|直接|还是|just |only |but |please |instead )*/i;
/** 「不想要了」 beside another wish is its reason. */
const UNWANTED = /不(?:想)?[要买]了/;

/** The wish that one of the clauses names, where others of the message were void: the first, and a reason only where it stands alone. */
export function wishNamed(text: string): string | null {
  const clauses = text.split(/[,，。;；!！\n]+/).map((clause) => clause.replace(LEADS, ''));
  const plain = clauses.filter((clause) => !UNWANTED.test(clause)).map(cueOf);
  return plain.find((cue) => cue !== null) ?? cueOf(text);
}

/** From here on the reader of intents needs no help. */
const CLEAR = 0.5;

/** Readings that ask for nothing by themselves: 「第二个有 44 码吗」 is read as a choice, and its words ask after stock; 「你好，还没发货」 greets first. */
const BARE: ReadonlySet<string> = new Set([
  'choose_option',
  'provide_size',
  'provide_order_id',
  'provide_contact',
  'ask_back',
  'deny',
  'affirm',
  'greet',
  'thank',
]);

/** Where the reading is not clear, or finds it likely too, an errand that the text names outright comes first. */
export function sharpened(scores: readonly IntentScore[], text: string): IntentScore[] {
  const [top] = scores;
  if (isPlainDenial(text)) return [...scores];
  const cued = cueOf(text);
  if (!cued) return [...scores];
  const support = scores.find(({ name }) => name === cued)?.probability ?? 0;
  // A correction that names an errand is still a correction.
  if (top?.name === 'correct_previous' && top.probability >= CLEAR) return [...scores];
  const needed = top && top.probability >= CLEAR ? FAINT : SEEN;
  if (top && top.probability >= FAINT && support < needed && !BARE.has(top.name)) return [...scores];
  return [{ name: cued, probability: Math.max(CLEAR, support) }, ...scores.filter(({ name }) => name !== cued)];
}
