import { usedIn } from './opened.ts';

/** Further ways of saying it: out of doors, through water, with the wrapping off and in use. */
const MORE =
  /(?:穿|戴|背|带)(?:着)?(?:它|它们|出去|出门|出|去|着)+.{0,4}(?:[过了]|门|街|步|班|趟)|穿着(?:跑|走|上|逛)|(?:下|过|泡|沾)过?了?(?:一?次|一?遍)?水(?!果|平|货)|水洗[过了]|洗[一两二三][次水遍]|(?:烧|煮|泡|炒)过|开过火|鞋底.{0,3}(?:脏|磨)|用[上着]了|(?:\b(?:i|we|he|she|they|i've|we've|my \w+)\b.{0,16}\b(?:been (?:wearing|using|washing|cooking)|went (?:out|running|walking|to work) in|been (?:out|running) in|slept (?:in|on)|boiled|took (?:it|them) (?:out|on|to)|put (?:it|them) (?:through|in) the wash))|\bbeen (?:through|in) the wash\b/i;
const DENIED =
  /试[穿用戴背]|[没未不别]|别人|人家|二手|\b(?:not|never|without|haven'?t|hasn'?t|didn'?t|don'?t|tried|trying)\b/i;
/** 「如果穿过了呢」 asks of it, and "never wore them" denies it. */
const SAYS_NOTHING = /\bnever wore\b|如果|要是|假如|万一|的话|\b(?:if|suppose|what about|would)\b/i;

/** Whether the customer says that he used the goods, in whatever words. */
export function saysUse(text: string): boolean {
  if (SAYS_NOTHING.test(text)) return false;
  return usedIn(text) || text.split(/[,，。;；!！\n]+/).some((clause) => MORE.test(clause) && !DENIED.test(clause));
}
