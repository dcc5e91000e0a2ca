import { namesThing, sharesKind } from './mention.ts';

/** A stretch of a message between its marks, with the mark that ends it. */
interface Stretch {
  words: string;
  mark: string;
}

const MARKS =
  /([,，。;；!！\n]+\s*|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?<=[不别](?:要|用|想)?(?:取消|退货?|换货?)[了啊哦吧]?)(?=[帮改催只就我])|(?<=\p{Script=Han})(?=算了[别不]|(?:先|你)?(?:别|不要)取消)|\s+(?=(?:but|no,? wait|wait,? no|actually,? no|scratch that)\b)|\s+(?=(?:just|instead) (?:change|return|cancel|exchange|swap|send)\b))/iu;

/** 「不要取消」「先别退」 "don't cancel": what is not to be done. */
const DENIED =
  /(?:先|暂时|千万|你们?|都)*(?:不(?:是)?(?:要|用|想|需要|必)?|别)(?:给我|帮我|再|先|急着)?(?:取消|退单|退货|退掉|退(?!款)|换货|换掉|换(?!成))(?:掉|了|啊|哦|吧|先)*|\b(?:do not|don'?t|not to|never|please don'?t|i (?:do not|don'?t) (?:want|need)(?: you)? to|not)\s+(?:(?:want|need) to\s+)?(?:cancel|return|exchange|swap|send back)(?:l?ing)?\b/iu;
/** 「不要退款，换黑色」 "I don't want a refund": the money is not what is wanted. */
const NO_MONEY =
  /(?:不(?:要|用|想要?|需要)|别)(?:给我)?退[款钱](?!给)|\b(?:i )?(?:do not|don'?t) (?:want|need) (?:a |my |the |any )?(?:refund|money back|return)\b/iu;
/** 「不退了」 may speak of a request that was made. */
const NO_MORE = /不[退换](?:货)?了|\bany ?more\b|\bany longer\b/i;
/** 「水壶留着」 "keep the kettle" */
const KEPT = /留着|留下|保留|\bkeep(?:ing)?\b/i;
/** 「不是水壶」 before 「是茶具」; "not the kettle". */
const NOT_THAT =
  /^(?:哦|啊|喔|噢|我说的|说的|坏的)*不是(?![吗说]).{1,10}$|^(?:it'?s |it is |i mean )?not (?:the|my|that) [\w -]{2,30}$/i;
const THIS_ONE = /^(?:而|应该|我说的|要退的)?是|^(?:but|it'?s|i mean)\b/i;
/** Calls off what was said before it. */
const CALLED_OFF =
  /^(?:哦|啊|唉|等等|等一下|那|还是)*算了(?:吧|算了)*|^等(?:等|一下)?[,， ]*不对|^(?:oh |um |uh |but )*(?:no,? wait|wait,? no|actually,? no|scratch that|never ?mind|on second thoughts?|wait)\b/i;
/** Asks, or supposes. */
const ASKS =
  /[?？]|[吗嘛么]$|能不能|可不可以|可以.*吗|为什么|怎么|如果|要是|的话|\b(?:can|could|why|if|how|whether)\b/i;
/** Of a request that was made, and of money without goods. */
const OF_REQUESTS =
  /取消.{0,4}(?:退|换|售后|申请)|撤[回销]|取消错|恢复|不(?:想|用|要)?退货?.{0,3}退[款钱]|不(?:想|用|要)?寄|\b(?:undo|withdraw)\b|\bcancel\b.{0,16}\b(?:return|exchange)\b|\brefund\b|\bmoney back\b/i;
/** The word of a wish; what it is about stays when it is void. */
const WISHES =
  /(?:请|麻烦|帮我|给我|我要|我想|想要?|把)*(?:取消|退单|退货|退掉|换货|换掉|退|换|改)(?:掉|了|吧|一下)*|(?:不(?:想)?[要买]了)|\b(?:please |i want to |i'd like to |can you )*(?:cancel|return|exchange|swap|send back)\b/giu;
/** What is wished for, in so many words. */
const WISH =
  /取消|退单|退|换|改|催|送到|寄到|发到|开.{0,4}票|查|\b(?:cancel|return|exchange|swap|change|send|track|invoice|update|switch|want (?:it|them) in|make it|hurry|speed|when will|where is)/i;

function stretchesOf(text: string): Stretch[] {
  const pieces = text.split(MARKS);
  return pieces.flatMap((words, at) => (at % 2 === 0 ? [{ words, mark: pieces[at + 1] ?? '' }] : []));
}

/** A message without what it does not want. */
export interface Wanted {
  /** What is left to be read: wishes that are denied or called off are not in it, and no goods that are to stay. */
  rest: string;
  /** Whether anything is still wished for. */
  isWish: boolean;
}

/**
 * 「炸锅不要取消，改个地址」 "cancel the bag, no wait, change its colour": the wish of one clause is void, that of the other counts. Goods of the void
 * clause are what the other one speaks of, unless it names its own: then they are to stay. Null where nothing is denied.
 */
export function wantedIn(text: string): Wanted | null {
  if (OF_REQUESTS.test(text.replace(NO_MONEY, ' '))) return null;
  const stretches = stretchesOf(text);
  const isVoid = stretches.map((stretch, at) => isDenied(stretch.words, stretches[at + 1]?.words));
  const off = stretches.findLastIndex(({ words }, at) => at > 0 && CALLED_OFF.test(words.trim()));
  const wasWish = off > 0 && stretches.slice(0, off).some(({ words }) => WISH.test(words) && !ASKS.test(words));
  const before = wasWish ? off : 0;
  if (before === 0 && !isVoid.includes(true)) return null;
  const wished = stretches.map(({ words }, at) => at >= before && !isVoid[at] && WISH.test(words));
  const isWish = wished.includes(true);
  const isElsewhere = stretches.some(({ words }, at) => wished[at] && namesGoods(words));
  // What has to stay of an order that is named as a whole is read with it.
  if (!isElsewhere && stretches.some(({ words }, at) => isVoid[at] && (KEPT.test(words) || ALL.test(text))))
    return null;
  // 「茶具和水壶都退，水壶别退了」 takes some of the same goods out again: which they are is read from the whole.
  const isPartOf = ({ words }: Stretch) =>
    stretches.some((other, at) => wished[at] && SEVERAL.test(other.words) && sharesKind(other.words, words));
  if (stretches.some((stretch, at) => isVoid[at] && isPartOf(stretch))) return null;
  if (!isWish && before === 0) return null;
  if (!isElsewhere && before === 0 && NO_MORE.test(text)) return null;
  const kept = stretches.flatMap(({ words, mark }, at) => {
    if (at >= before && !isVoid[at]) return [(at === before ? words.trim().replace(CALLED_OFF, '') : words) + mark];
    const topic = isElsewhere ? '' : topicOf(words);
    return topic ? [topic + mark] : [];
  });
  const rest = kept
    .join('')
    .replace(/^[\s,，。;；!！]+/u, '')
    .trim();
  return { rest: isWish ? rest : /\p{Script=Han}/u.test(text) ? '算了' : 'never mind', isWish };
}

/** Little words beside the wish to give something back. */
const LITTLE = /[只就把那这请我你要想都也先是吧啊呢了的个一下件]|帮忙|麻烦|直接|不喜欢|质量问题|坏了|运费|原因/gu;

/** Also goods of which the words know no kind: 「把茶具退了」. */
function namesGoods(words: string): boolean {
  if (namesThing(words)) return true;
  if (/\b(?:return|cancel|exchange) (?:the|my) (?!order\b)\w+/i.test(words)) return true;
  return /取消|退/.test(words) && /\p{Script=Han}{2}/u.test(words.replace(WISHES, '').replace(LITTLE, ''));
}

const SEVERAL = /[和跟与都全]|\b(?:and|both)\b/i;
const ALL = /全部|都[退换取]|全[退换]|\b(?:all|everything)\b/i;

function isDenied(words: string, next: string | undefined): boolean {
  if (ASKS.test(words)) return false;
  if (NOT_THAT.test(words.trim()))
    return next !== undefined && (THIS_ONE.test(next) || (namesThing(words) && namesThing(next)));
  return DENIED.test(words) || NO_MONEY.test(words) || (KEPT.test(words) && !WISH.test(words));
}

/** What a void clause is about; empty where it names nothing. */
function topicOf(words: string): string {
  const topic = words
    .replace(NO_MONEY, ' ')
    .replace(DENIED, ' ')
    .replace(WISHES, ' ')
    .replace(CALLED_OFF, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(topic) && (namesThing(topic) || /[单笔\d]|\border\b/i.test(topic)) ? topic : '';
}
