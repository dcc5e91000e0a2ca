import type { IntentScore } from '../../../core/understanding.ts';
import type { BrainView } from '../../brain.ts';
import { addressIn, saysWhere } from './read/address.ts';
import { namesThing } from './read/mention.ts';
import { reasonIn } from './read/reason.ts';

/** What these words say is said, whatever a reader of intents makes of the rest. The first line that fits is taken. */
const OUTRIGHT: readonly (readonly [intent: string, words: RegExp, unless?: RegExp])[] = [
  // How a return or a refund stands is a question, whatever errand its words would name.
  [
    'refund_status',
    /(?:退货|退款|换货|退换|售后)(?:单|申请)?.{0,4}(?:进度|到哪|哪一?步|怎么样了|状态|处理得?怎|审核)|(?:退款|退的?钱).{0,6}(?:还没|没有?)(?:到|收到|退)|\b(?:status|progress|update)s? (?:of|on|for) (?:my|the) (?:return|exchange|refund)|\b(?:return|refund) status\b|\bhow(?:'s| is) my (?:return|refund)\b|\b(?:never|haven'?t|didn'?t|not) (?:got|get|received?|gotten|seen) (?:my|the|a|any) (?:refund|money back)|\bwhere(?:'s| is) my (?:refund|money|return)\b|\b(?:was|is|has) my (?:card|money|account)\b.{0,12}\brefunded\b/i,
  ],
  [
    'delivery_problem',
    /(?:派送|配送|投递|派件)(?:失败|不成功|未成功|没成功|异常)|\bfailed delivery\b|\bdelivery\b.{0,12}\b(?:failed|unsuccessful)\b|\b(?:couldn'?t|could not) (?:be )?deliver/i,
  ],
  // Before buying, asking whether it will come apart is no complaint.
  [
    'ask_product_fact',
    /质量(?:怎么样|好不好|如何|好[吗么]|咋样|行不行|靠谱)|(?:会不会|容不容易|容易)(?:开胶|坏|掉色|起球|变形|褪色|漏|生锈|断)|\b(?:is|how is|how's|how good is) the quality\b/i,
    /收到|买的|到手|才穿|用了|质量问题|\b(?:bought|received|got)\b/i,
  ],
  [
    'ask_product_fact',
    /续航|登机|\bbattery life\b|\b(?:in|as) (?:the )?(?:cabin|hand luggage)\b|\bcarry[- ]?on\b|\bcabin (?:size|bag)\b/i,
    /充电宝|power ?bank|退|\breturn/i,
  ],
  ['ask_warranty', /^\s*(?:保修|质保|warr?[ae]nt\w*|guarr?[ae]n?t\w*)\s*[?？]*\s*$/i],
  [
    'ask_account',
    /(?:怎么|如何|咋|怎样)(?:下单|拍单|购买)|\bhow (?:do|can|to|would) ?(?:i|we|one)? ?(?:place an order|order (?:something|here|online))/i,
  ],
  ['cancel_order', /^(?:还是|那就?|改成|改为|不如)(?:帮我|给我)?(?:直接)?取消.*[单笔]/],
  ['order_detail', /(?:没|未|待)付款的?(?:那|这)?一?(?:单|笔|个?订单)|\bunpaid order\b/i, /取消|改/],
  [
    'exchange_items',
    /\b(?:one|a|half a) size (?:up|down|bigger|smaller|larger)\b.{0,12}(?:pls|please)|\b(?:swap|change) (?:it |them )?for (?:one|a) size\b/i,
    /\?|should i/i,
  ],
  ['complain', /^[\s!！]*(?:[😭😢😞😡😠🤬💔😤😩😫]\ufe0f?\s*)+[\s!！。.]*$/u],
  [
    'complain',
    /\bcan (?:somebody|someone|anybody|anyone|you) (?:actually|really|please actually) help\b|有没有人(?:能|来)?(?:管|帮|理|解决)|到底(?:有没有人|谁)(?:能)?(?:管|解决)/i,
  ],
  ['find_product', /^(?:show me )?(?:the )?cheapest [a-z ]{3,24}[.!]?$|^最便宜的[\p{Script=Han}]{1,6}$/iu],
];

export function outright(view: BrainView, text: string): IntentScore[] | null {
  const said = OUTRIGHT.find(([, words, unless]) => words.test(text) && !unless?.test(text));
  if (said) return [{ name: said[0], probability: 1 }];
  const chosen = whileChoosing(view, text);
  if (chosen) return [{ name: chosen, probability: 1 }];
  if (MOVES_TO.test(text) && saysWhere(addressIn(text))) return [{ name: 'change_order_address', probability: 1 }];
  if (isBareThing(view, text)) return [{ name: 'find_product', probability: 1 }];
  return ofOrder(view, text);
}

/** Goods are on the table, and these words are about choosing among them. */
function whileChoosing({ state }: BrainView, text: string): string | null {
  if (state.search === null || state.flow?.asking || text.length > 40) return null;
  if (PICK.test(text)) return 'pick_best';
  return OF_RECEIVER.test(text) || BARE_WISH.test(text) ? 'refine_search' : null;
}

const PICK =
  /(?:推荐|选|挑|定)一?(?:个|款|双|件)(?:最好的|最合适的)?(?:就行|就好|就可以|吧|呗|得了)[。!~]*$|你会?(?:选|买|挑)哪|哪[个款双件]最(?:合适|好|推荐)|\bwhich (?:one )?(?:would|do|should) (?:you|i) (?:take|pick|recommend|choose|buy|get|go for)\b|\bwhat would you (?:take|pick|choose)\b|\b(?:just )?(?:pick|choose|recommend) (?:me )?one\b/i;
/** 「她喜欢喝咖啡」「他脚宽」: more of the one it is for. */
const OF_RECEIVER =
  /^(?:[他她]|ta|我?(?:爸|妈|老公|老婆|男朋友|女朋友|孩子|宝宝)).{0,3}(?:喜欢|爱|脚|怕|平时|经常|不喜欢|比较|偏|穿)|^(?:我?的?)?脚[宽胖瘦肥]|^(?:she|he|they)(?:'s| is| are| has| have| likes?| loves?| wears?| enjoys?)\b/i;
const BARE_WISH =
  /^(?:大概|差不多)?[\d两一二三四五六七八九十百千]{1,6}(?:块|元)?(?:左右|以内|以下|上下)[的吧]?[。!]*$|^\d{2}(?:\.5)?\s*码的?[。!]*$/;

/** 「改成上海市…」 with a street behind it. */
const MOVES_TO = /^(?:请|麻烦|帮我|那)?(?:把?(?:收货)?地址)?(?:改成|改到|改为|改寄|换到|换成)\s*\p{Script=Han}{2}/u;

/** From here on the reader of intents is believed. */
const BELIEVED = 0.5;
const ONLY_WORDS = /^(?:买|要|找|看看|看|想买)?[\p{Script=Han}\d]{1,6}$|^[a-z]+(?: [a-z]+){0,2}$/iu;
const MORE_THAN_A_NAME = /[吗呢了吧啊退换单坏哪谁几改送给到]|\b(?:my|return|order|is|are|too|where|when|broken|the)\b/i;

/** 「跑鞋」, 「小米手机」: the name of a thing and nothing else asks for it. */
function isBareThing({ state, understanding }: BrainView, text: string): boolean {
  if (state.flow?.asking || !ONLY_WORDS.test(text) || MORE_THAN_A_NAME.test(text)) return false;
  const isSure = (understanding.intents[0]?.probability ?? 0) >= BELIEVED;
  return !isSure && namesThing(text) && reasonIn(text) === null;
}

/** "When was it delivered?", said of the order that is being talked about: no question about delivery in general. */
function ofOrder(view: BrainView, text: string): IntentScore[] | null {
  const [top] = view.understanding.intents;
  if (top?.name !== 'ask_delivery_time' || typeof view.state.flow?.slots.orderNumber !== 'string') return null;
  return THAT_ORDER.test(text) || WHEN.test(text) ? [{ name: 'track_order', probability: 1 }] : null;
}

const THAT_ORDER = /\b(?:it|my (?:order|parcel|package)|that)\b|[这那][一个]?单|它|我的/i;
/** 「啥时候能到啊」 and no place named. */
const WHEN =
  /^(?:那|大概|请问|到底|所以)?(?:啥|什么|几)(?:时候|时|天|号)(?:能|会|可以|才能)?(?:到|送到|送达|收到)[啊呀呢吗货了的]*[?？]*$|^(?:so )?when\b.{0,20}\b(?:arrive|come|get here)\b/i;
