import { namesThing } from './mention.ts';

/** Words that stand where goods are named, and name none. */
const GENERIC =
  /^(?:东西|商品|货|货物|宝贝|产品|物品|订单|单子|快递|包裹|东东|这个|那个|这单|那单|全部|所有|其他|别的|退款|退货|换货|发票|地址|运费|款|价格|差价|礼品卡|优惠券|尺码|颜色|照片|包装|配件|电话|手机号|邮箱|客服|人工)$|^(?:the |my |a |an )?(?:items?|products?|goods|stuff|things?|orders?|parcels?|packages?|deliver(?:y|ies)|shipments?|purchases?|refunds?|returns?|exchanges?|addresse?s?|invoices?|receipts?|payments?|cards?|money|size|colou?r|one|ones|rest|whole|everything|last|latest|newest|first|second|other|same|request|application|account|price|difference|box|boxes|packaging|photos?)$/i;
/** 「昨天下的」「没付款的」 point in another way. */
const POINTS =
  /昨|今天|前天|刚|最近|最新|上[一个次周]|第|没|未|付款|发货|签收|收到|[买下拍]的|前面|后面|便宜|最贵|[一两二三四五几这那全]|我|你|您|不|\b(?:last|latest|newest|first|second|third|other|yesterday|today|previous|recent|unpaid|unshipped|most)\b/i;

/** What is said to be done, and no name of anything. */
const DEEDS = /取消|退|换|改|查|催|帮|请|麻烦|想|只|把|都|给/u;
const COURTESY = /^(?:please|now|asap|today|back|again|too|thanks|for|me|it|them|and|in|of)$/i;

/** 「床品那单」「取消床品的订单」, "the linens order", "cancel the linens". */
const NAMED: readonly RegExp[] = [
  /(?:^|[,，。!！?？\s]|取消|退掉?|催一?下?|查一?下?|把|我的|要)(\p{Script=Han}{2,6}?)(?:的?[那这]一?[单笔]|的?订单)/gu,
  /\b(?:the|my)\s+([a-z]+(?:[ -][a-z]+)?)\s+order\b/gi,
  /\b(?:cancel|return|exchange|swap)\s+(?:the|my)\s+([a-z]+(?:[ -][a-z]+)?)(?=\s*(?:$|[,.!?;]|please|and|because|order|now))/gi,
];

/** What is done with goods, or asked of them, beside their name. */
const BEFORE = '取消|退掉?|换掉?|催|查|把|我的|我要|那个|那件|这个|买的';
const AFTER =
  '的?(?:[那这]一?[单笔个件]|订单|地址|物流|快递)|我?(?:都|也)?不(?:想)?要|别发|先别|取消|想?退|想?换|能|可以|可不可以|什么时候|啥时候|几时|多久|到[哪了底]|怎么|改|坏|漏|破|碎|还?没|发货|送|寄|呢|$';

/** The words by which a message names goods that it does something with; `marked`: those that the reading took for goods. */
export function goodsSaid(text: string, marked: readonly string[]): string[] {
  const said = marked.filter((word) => text.includes(word) && isObject(text, word));
  const named = NAMED.flatMap((pattern) => [...text.matchAll(pattern)].map((found) => found[1] ?? ''));
  const words = [...said, ...named].map(bare);
  const isName = (word: string) => word.length >= 2 && !GENERIC.test(word) && !DEEDS.test(word) && !/\d/.test(word);
  return [...new Set(words.filter((word) => isName(word) && (namesThing(word) || !POINTS.test(word))))];
}

/** "kettle order please" is a kettle. */
function bare(word: string): string {
  if (/\p{Script=Han}/u.test(word)) return word.trim();
  const parts = word.split(/\s+/).filter((each) => each !== '' && !GENERIC.test(each) && !COURTESY.test(each));
  return parts.filter((each) => !/^(?:the|my|a|an)$/i.test(each)).join(' ');
}

function isObject(text: string, word: string): boolean {
  const name = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  if (!/\p{Script=Han}/u.test(word))
    return new RegExp(
      `\\b(?:the|my|that|those|these|this|cancel|return|exchange)\\s+(?:\\w+\\s+)?${name}\\b`,
      'i',
    ).test(text);
  return new RegExp(`(?:${BEFORE})${name}|${name}(?:${AFTER})`, 'u').test(text);
}
