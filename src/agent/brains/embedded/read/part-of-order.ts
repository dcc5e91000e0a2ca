/** The order as a whole. */
const WHOLE = /整单|全部|整个|所有|都(?:要|给我|帮我)?取消|\b(?:whole|entire|everything|all)\b/i;
/** 「只取消…」「其中一件」 "just the shirt" */
const SOME =
  /只|就取消|其中|里面?的|留着|留下|保留|[一那这]件|\b(?:just|only|one (?:item|of)|part of|items?|keep|except|but not|from (?:my |the )?order)\b/i;
/** 「只取消一件」, and not which. */
const ONE = /[一其]中?[件个双条样]|\b(?:one|single|an?) (?:item|of (?:them|the|my))|\bitems?\b/i;
const ORDER = /[单笔]|\borders?\b/i;
/** 「那等收到再退」 */
const LATER =
  /(?:收到|到了|到货|签收|拿到).{0,6}(?:再|以后|之后|后)?.{0,4}退|\b(?:when|once|after|until) (?:it|they|that|the \w+)(?:'s| has| have)? (?:arrives?|arrived|comes?|gets? here)\b/i;

export const saysWhole = (text: string): boolean => WHOLE.test(text);
export const saysSome = (text: string): boolean => SOME.test(text);
export const saysOne = (text: string): boolean => ONE.test(text);
export const namesOrder = (text: string): boolean => ORDER.test(text);
export const returnsLater = (text: string): boolean => LATER.test(text);
