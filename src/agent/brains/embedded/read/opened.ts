import { ofGoods } from './not-of-goods.ts';

const UNOPENED =
  /没(?:有)?(?:拆|开|用|穿|洗|动)|未(?:拆|开|使用|穿)|全新|原封|\b(?:not|never|un|haven'?t|hasn'?t|didn'?t)[- ]?(?:been )?(?:open(?:ed)?|used|worn|unsealed|sealed)\b|\bunopened\b|\bstill sealed\b|\bunworn\b/i;
const OPENED =
  /拆(?:了|开|封|过|掉)|开(?:了封|封了|过)|(?:用|穿|戴|洗|试用)(?:了|过)|\b(?:opened|unsealed|used|worn|washed|took (?:it|the \w+) out)\b/i;

/** Whether the goods were unpacked or used, as the customer says; null when nothing is said of it. */
export function openedIn(text: string): boolean | null {
  const said = ofGoods(text);
  if (UNOPENED.test(said)) return false;
  return OPENED.test(said.replace(NO_USE, ' ')) ? true : null;
}

const VERB = '(?:用|穿|戴|洗|背|喝|吃|睡|煮|炒|烧|下|剪)';
const USED_EN = '(?:us(?:ed|ing)|wore|worn|wear(?:ing)?|wash(?:ed|ing)?)';
/** Where what "not" or "looks" says ends: "not happy and I used it", "it came late so we used it". */
const WITHIN_EN = "(?:(?!\\b(?:and|but|so|because|since|as|though|although|after|until|i|i've|we|we've)\\b)[^.,;!?])";

/** Said of no use, or of one to come: 「没用过」「不想穿了」「要用了」 "never wear them now". It takes nothing from another use that is told. */
const NO_USE = new RegExp(
  [
    `(?:[没未](?:有)?(?:怎么|真正|正式|舍得|来得及|敢|再)*|(?<!不得)[不别](?:想|要|会|能|敢|用|再|打算|准备|太)*)${VERB}(?:了|过)?(?:[、和或及]?(?:也?[没未])?${VERB}(?:了|过))*`,
    `(?:要|想|准备|打算|急着|等着|可以|(?<!只)能|敢|舍得|该)(?:再|先|去|开始)?${VERB}(?=了|过)`,
    `${VERB}(?:之前|前)`,
    `(?:\\b(?:not|never|without)\\b|n['’]?t\\b)(?: (?:think|believe) (?:that )?(?:i|we)(?:['’]ve| have)?\\b)?${WITHIN_EN}{0,16}\\b${USED_EN}\\b(?:,? (?:or|nor) (?:been )?${USED_EN}\\b|, ${USED_EN}\\b)*`,
  ].join('|'),
  'giu',
);

/** Tried is unpacked and not used. */
const TRIAL = /试[用穿戴]/g;

/** Said of somebody else's use, up to the end of the clause: 「收到就像用过的」「别人穿过」 "it looks as if it had been worn". */
const BY_OTHERS = new RegExp(
  [
    `(?:像是?|别人|人家|人|二手|收到(?:的?时候)?就?是)(?!都?说)[^,，。.;；!！?？、\\n我]{0,4}${VERB}(?:了|过)[^,，。.;；!！?？\\n]*`,
    `(?:是|感觉|应该|怀疑|好像|像|发来|寄来|发给我|寄给我)[^,，。.;；!！?？、\\n我]{0,4}${VERB}过的[^,，。.;；!！?？\\n]*`,
    `被${VERB}(?:了|过)`,
    `(?:二手|别人|人家)[^我]{0,8}[,，、 ]${VERB}过的?(?=$|[,，。.;；!！?？\\n])`,
    `\\b(?:look|seem|appear|feel|smell)(?:s|ed)?\\b${WITHIN_EN}{0,30}\\b(?:as if|as though|like|have been|has been|had been)\\b${WITHIN_EN}{0,24}\\b(?:used|worn|washed)\\b`,
    `\\b(?:looks?|looked|seem(?:s|ed)?|appear(?:s|ed)?|feels?|smells?|arrived|came|was sent|were sent|got sent|sent me|shipped me|gave me|already been|had been|must have been|some(?:one|body)|another (?:person|customer|buyer)|other people)\\b${WITHIN_EN}{0,30}\\b(?:used|worn|washed)\\b`,
    `\\b(?:used|worn|washed) (?:\\w+ )?(?:by (?:some\\w*|an|another|others?|the)|(?:before|when) (?:i|we) (?:got|received|bought)|(?:before|when) (?:it|they) (?:came|arrived))\\b`,
    `\\b(?:an?|the|some|obviously|clearly) used\\b|\\bused (?:ones?|items?|goods|products?|pairs?|condition)\\b`,
  ].join('|'),
  'giu',
);

/** Hardly used is used: 「没用几次」. */
const A_FEW_TIMES = /[没未](?:有)?[用穿戴洗](?:过)?(?:几|两|一两)[次天回]/;
const USED =
  /(?:用|穿|戴|洗|背|喝|吃|睡|煮|炒|烧)(?:了|过)|下过[锅水]|沾过油|(?:剪|拆|撕)(?:了|掉了?)吊牌|吊牌.{0,3}(?:剪|拆|撕|丢|扔)|\b(?:i|we|he|she|they|been|have|has|'ve|my \w+)\b[^.,;!?]{0,20}\b(?:used|wore|worn|washed|cooked (?:with|in))\b|\b(?:used|wore|worn|washed) (?:it|them|once|twice|already)\b|\b(?:tags?|labels?) (?:are |is )?(?:cut|removed|gone|off)\b|\bcut (?:off )?the (?:tags?|labels?)\b/i;

/** Whether the customer says that he used the goods, which is more than unpacking or trying them. */
export function usedIn(text: string): boolean {
  const said = ofGoods(text);
  return A_FEW_TIMES.test(said) || USED.test(said.replace(TRIAL, ' ').replace(NO_USE, ' ').replace(BY_OTHERS, ' '));
}
