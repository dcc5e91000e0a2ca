import { methodsIn } from './method.ts';

/** 「一半微信一半支付宝」「分两张卡付」 "the rest on my card" */
const SPLITS =
  /分(?:开|两|成两|几|多)[次笔张种个]?.{0,6}(?:付|支付|刷)|一半.{0,12}一半|(?:剩下|其余|余下|剩余)的?.{0,6}(?:用|刷|走|付)|(?:组合|混合)(?:支付|付款)|两(?:张卡|种(?:付款)?方式|个账户).{0,6}(?:付|支付|一起)|\bsplit\b.{0,24}\b(?:pay(?:ment)?|bill|cost|total|cards?|between|across)\b|\b(?:half|part|some)\b.{0,40}\b(?:other half|rest|remain\w*)\b|\b(?:the )?(?:rest|remainder)\b.{0,8}\b(?:with|on|by|from|to)\b|\btwo (?:different )?(?:cards|payment methods|means of payment)\b/i;
const OF_PAYING = /付|支付|刷|\bpay(?:ing|ment)?\b|\bcharge\b/i;
/** Where money goes back is another matter. */
const OF_REFUNDS = /退|\brefund/i;

/** Whether an order is to be paid by more than one means. */
export function splitsPayment(text: string): boolean {
  return SPLITS.test(text) && (OF_PAYING.test(text) || methodsIn(text).length > 0) && !OF_REFUNDS.test(text);
}
