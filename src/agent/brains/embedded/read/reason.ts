import type { ReasonKind } from '../../../../policy/inputs.ts';
import type { PhraseKey } from '../phrases/book.ts';
import { orderNumbersIn } from './codes.ts';
import { namesThing } from './mention.ts';
import { noCountIn } from './no-count.ts';
import { quantityIn } from './quantity.ts';

export type ReasonKey = Extract<PhraseKey, `reason.${string}`>;

/** Why goods come back, from what the customer says of them. The first that fits is taken: faults before taste. */
const REASONS: readonly (readonly [ReasonKey, RegExp])[] = [
  [
    'reason.wrong-item',
    /发错|寄错|送错|不是我(?:买|拍|要)|wrong (?:item|product|one|colou?r|size) (?:was )?(?:sent|arrived|came)|(?:sent|got|received) (?:me )?(?:the|a) wrong/i,
  ],
  [
    'reason.damaged',
    /碎|破损|压[坏扁烂]|[摔磕碰]坏|(?:路上|运输|快递).{0,4}[坏破烂]|\b(?:smashed|shattered|crushed|squashed|dented|(?:broken|damaged|cracked) (?:in (?:transit|the post|shipping)|on the way)|(?:arrived|came|turned up)(?: \w+)? (?:broken|damaged|cracked|in pieces))\b/i,
  ],
  [
    'reason.missing',
    /少(?:了|发|给|寄|件|一|个|俩|两)|漏(?:发|寄|装|放)|缺(?:件|了|少|一)|没(?:有)?(?:给|配|装|放|寄|附).{0,6}(?:配件|赠品|说明书|螺丝|线|头|盒)|(?<!用)不(?:全|齐)|\b(?:missing|incomplete|left out|short by|not in the (?:box|parcel|package)|wasn'?t in the)\b/i,
  ],
  [
    'reason.quality',
    /质量|坏|破|裂|漏|瑕疵|关不[严上]|少[根个]?[腿脚]|有毛病|毛病|开胶|掉色|起球|划痕|不通电|不加热|没反应|用不了|变形|有问题|broken|broke|damag|defect|fault|crack|leak|doesn'?t work|(?:not|n'?t)(?: \w+){0,4} working|stopped working|poor quality|scratch|torn/i,
  ],
  [
    'reason.not-as-described',
    /(?:跟|和|与)(?:图片|照片|描述|介绍|页面).{0,4}(?:不一样|不符|不同|差)|描述不符|色差|颜色不对|not as described|different from the (?:photo|picture|description)|doesn'?t match/i,
  ],
  [
    'reason.size',
    /[小大紧松短长肥瘦挤][了脚点]|太[小大紧松短长肥瘦]|偏[小大]|有点[小大紧松短长]|不合(?:脚|身|适)|尺[码寸]|大一[码号]|小一[码号]|挤脚|磨脚|too (?:small|big|large|tight|loose|short|long|narrow|wide)|(?:doesn'?t|don'?t|didn'?t|does not|do not) fit|wrong size|size (?:up|down)|(?:bigger|smaller|larger) size/i,
  ],
  [
    'reason.not-arrived',
    /(?:还|一直|根本|从来|压根)?没(?:有)?(?:收到|拿到|到货)(?!.{0,4}(?:退款|款|钱|票|通知|短信|邮件))|\b(?:never|not|hasn'?t|didn'?t) (?:arrived?|came?|turned? up|been delivered)\b/i,
  ],
  [
    'reason.no-reason',
    /七天|7天|无理由|不喜欢|不想要|不要了|用不上|不需要|买多|买重|拍错|后悔|changed? my mind|don'?t (?:want|need|like)|no longer (?:want|need)|no reason|didn'?t like|(?:bought|ordered) (?:it |this |them )?(?:twice|by (?:mistake|accident))|\bby mistake\b/i,
  ],
];

/** 「没有质量问题」「不是坏了」 "nothing is broken": what is denied is no reason. */
const DENIED =
  /(?:没有?(?:什么|任何)?|不是(?:因为)?|并非|无)(?:质量问题?|问题|坏|破损?|瑕疵|划痕|发错)|\b(?:not|isn'?t|nothing(?: is|'s)?|no) (?:broken|damaged|defective|faulty|defects?|faults?|wrong)\b/gi;

export function reasonIn(text: string): ReasonKey | null {
  const asserted = text.replace(DENIED, ' ');
  return REASONS.find(([, pattern]) => pattern.test(asserted))?.[0] ?? null;
}

/** What each comes to where the rules go by it. */
export const KIND_OF_REASON: Readonly<Record<ReasonKey, ReasonKind>> = {
  'reason.wrong-item': 'wrong',
  'reason.damaged': 'damaged-in-transit',
  'reason.missing': 'missing',
  'reason.quality': 'faulty',
  'reason.not-as-described': 'not-as-described',
  'reason.size': 'no-reason',
  'reason.not-arrived': 'not-arrived',
  'reason.no-reason': 'no-reason',
};

/** Offered as buttons, most frequent first. */
export const REASON_CHOICES: readonly ReasonKey[] = [
  'reason.no-reason',
  'reason.size',
  'reason.quality',
  'reason.not-as-described',
  'reason.wrong-item',
];

/** Where goods stay with the customer and only money is asked for. */
export const REFUND_REASONS: readonly ReasonKey[] = [
  'reason.damaged',
  'reason.missing',
  'reason.quality',
  'reason.wrong-item',
];

const ASKED =
  /[?？]\s*$|[吗呢][。.!！~\s]*$|多少|几[天个时点号]|哪[里儿个些]|什么时候|怎么(?:办|退|寄|弄|操作)|^(?:how|what|when|who|which|where|can (?:i|you)|could (?:i|you)|do (?:i|you)|is there|are there|will (?:i|you))\b/i;
const COUNTS =
  /^(?:那|就|只|我要?|想)*[退换要]|^(?:i(?:'d like| want)(?: to)? |please |just |only )*(?:return|exchange|send back)\b/i;
/** Goods by their name and nothing said of them. */
const BARE_NAME =
  /^(?:就|是|那个?|这个?)?[^不没太了坏有很想要差退换\s]{1,8}$|^(?:the |my |a |an )?(?:[\w-]+ ){0,2}[\w-]+$/iu;

/** Whether words that were given for a reason can be one: neither a question nor a number of pieces, an order or the bare name of goods. */
export function mayBeReason(text: string): boolean {
  const said = text.trim();
  if (reasonIn(said) !== null) return true;
  if (ASKED.test(said) || orderNumbersIn(said).length > 0) return false;
  if ((quantityIn(said, true) ?? noCountIn(said, true)) !== null && (said.length <= 6 || COUNTS.test(said)))
    return false;
  const last = /[\p{L}-]+$/u.exec(said)?.[0] ?? said;
  return !(BARE_NAME.test(said) && namesThing(/\p{Script=Han}/u.test(said) ? said : last));
}
