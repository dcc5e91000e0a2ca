import type { RuleName } from '../../../../policy/inputs.ts';

/** What a rule of the shop is called. The first that fits is taken: what undoes stands before what it undoes. */
const SUBJECTS: readonly (readonly [readonly RuleName[], string])[] = [
  [['return', 'exchange'], '退换货?|退货(?:和|与|、|跟|及)换货|\\breturns? (?:and|&|or) exchanges?\\b'],
  [['price-protection'], '价保|保价|价格保护|补差价|\\bprice (?:protection|match(?:ing)?|guarantee)\\b'],
  [['refund-only'], '仅退款|只退款|\\brefunds? without (?:a )?returns?\\b'],
  [['cancel-return'], '撤销(?:退货|换货|退换)?申请|\\bwithdraw(?:ing|al)\\b'],
  [['exchange'], '换货|\\bexchang(?:e|es|ing)\\b'],
  [['return'], '退货|\\breturn(?:s|ing)?\\b'],
  [['cancel'], '取消(?:订单)?|\\bcancel(?:l?ing|lations?|s)?(?: orders?)?\\b'],
  [['invoice'], '开?发票|开票|\\binvoic(?:e|es|ing)\\b'],
  [['customer-address'], '(?:改|换|修改)?默认地址|\\bdefault address\\b'],
  [['address'], '(?:改|换|修改)(?:收货)?地址|\\bchang(?:e|ing) (?:the |an |my )?address\\b|\\baddress changes?\\b'],
  [['items'], '(?:改|换|修改)(?:商品)?规格|\\bchang(?:e|ing) items\\b'],
  [['payment'], '(?:改|换|修改)(?:付款|支付)方式|\\bchang(?:e|ing) (?:the )?payment\\b'],
  [['remind'], '催单|催发货|\\bhurrying\\b'],
];

const ZH = '(?:规则|政策|规定|条款|制度)';
const EN = '\\b(?:rules?|polic(?:y|ies)|terms)\\b';
/** 「按你们的规则」 argues by a rule and asks for none. */
const ARGUES = /(?:按照?|根据|依照|违反|不符合?|符合)|\b(?:according to|against|under|by) (?:your|the)\b/i;
/** To be shown the rule itself, and not to be told what it comes to. */
const SEES =
  /[发看查]|了解|介绍|[说讲]一?[下说讲]|列出|\b(?:show|see|send|read|list|view|look at|tell me|give me|what are|have)\b/i;
/** Where the words without their rule would be an errand. */
const ERRANDS: readonly RuleName[] = [
  'cancel',
  'address',
  'customer-address',
  'items',
  'payment',
  'cancel-return',
  'remind',
];

const NAMED = SUBJECTS.map(([rules, subject]) => {
  const before = `(?:${subject})(?:的|方面|相关|订单|时?间?)?.{0,3}${ZH}|(?:${subject}).{0,8}${EN}`;
  const after = `${EN} (?:for|on|about|of|regarding) .{0,14}(?:${subject})|${ZH}(?:里|中).{0,4}(?:${subject})`;
  return { rules, words: new RegExp(`${before}|${after}`, 'iu') };
});

/** The rules of the shop that the words ask to be shown; empty where they ask for none. */
export function rulesAsked(text: string): readonly RuleName[] {
  if (ARGUES.test(text)) return [];
  const rules = NAMED.find(({ words }) => words.test(text))?.rules ?? [];
  return SEES.test(text) || rules.some((rule) => ERRANDS.includes(rule)) ? rules : [];
}
