/** Words that speak of use and not of the goods: 「用了优惠券」 "I used PayPal" 「吃了亏」. They are taken out before anything is read of use. */

/** 「两次」「一个星期」「好久」: what follows 用了 where the goods were used. */
const FOR_LONG =
  '(?:[\\d一二两三四五六七八九十几半多好这整]+(?:来|多|几)?个?(?:次|天(?!猫)|回|周|月|年|小时|钟头|星期|礼拜|分钟|早上|晚上?|下|遍|阵|会儿)|很久|好久|一直)';

const PAID_WITH =
  '(?:券|红包|积分|满\\d*减|花呗|白条|支付宝|微信|信用额度|礼品卡|余额|会员|折扣|优惠|补贴|国补|分期|云闪付|数字人民币|现金|零钱|抵扣|抵用|代金|津贴|购物金|京豆|淘金币|(?:信用|银行|储蓄|借记|购物|储值|充值|京东|工行|建行|招行)E?卡|[张的]卡|(?:\\d{2,}|[一二两三四五六七八九]?[十百千万])+多?(?:块|元)|块钱|pay ?pal|apple ?pay)';
const SENT_WITH =
  '(?:顺丰|圆通|中通|申通|韵达|邮政|ems|极兔|京东|快递|物流|加急|特快|空运|自提|驿站|丰巢|运费险|退货险|地址|手机号|号码|[账帐][号户]|邮箱|身份证|姓名|名[字义]|抬头|税号|小程序|app|网页|网站|链接|客服|以旧换新|价保|密码|验证码|二维码|单号)';

/** After these words something else is told. */
const GOES_ON = '(?:用|联系|找客服|问|打电话|就|再|但|发现|觉得|之后|以后|然后|能|可以|想|要)';
const ANYTHING = `(?:(?!${GOES_ON}|${FOR_LONG}(?!的?(?:优惠)?券))[^,，。.;；!！?？、\\n]){0,10}?`;

const CHINESE = [
  `(?:[没未](?:有)?)?用(?:了|过|的是?)?${ANYTHING}(?:${PAID_WITH}|${SENT_WITH})`,
  // 「优惠券我已经用了」「花呗用完了」
  `${PAID_WITH}(?:额度)?(?:我|们|也|都|已经?|刚|就|给|被|全|早就|之前)*(?:[没未]有?)?用(?:了|过|掉|完|光|上)*`,
  // 「下单时用了」「快递用了五天」「用了三天才到」
  `(?:付款|支付|下单|结账|结算)(?:的?时候?)(?:我|就|也|还)*用(?:了|过)`,
  `(?:快递|物流|配送|送货|发货|运输|路上)(?:总共|一共|足足|居然|竟然|就|也|都|又)*用了`,
  `用了[^,，。.;；!！?？、\\n]{0,8}才(?:到|送|收到|发(?:货|出|来|走)|寄|处理|回复|退款|审核|派)`,
  // 「费用过高」「借用了」, and figures of speech
  `[利占动挪借费信采应作]用(?:了|过)?|用(?:了|过)[^,，。.;；!！?？、\\n]{0,4}(?:心思|力气|功夫|工夫|精力|办法|方法)|用过[分期高滤程渡]`,
  `用(?:了|过)(?:心(?!率)|功|情|脑|饭|餐|[早午晚]餐|尽)`,
  `吃(?:了|过)?[^,，。.;；!！?？、\\n]{0,5}?(?:亏|闭门羹|一惊|苦头?|瘪|官司|罚单|醋|豆腐|[早午晚]?饭)`,
  `喝(?:了|过)西北风|睡(?:了|过)(?:一?个?[午懒]?觉|头|着)|背(?:了|过)[^,，。.;；!！?？、\\n]{0,3}(?:锅|债|书|单词|包袱|气|身)`,
  `洗(?:了|过)(?:一?[个把次])?(?:热水)?(?:澡|手|脸|头|脑|牌|滤)|穿(?:了|过)(?:帮|马路|线|越)|[看揭戳说刺击磨拆]穿(?:了|过)|戴(?:了|过)(?:绿|高)帽`,
  `(?:发|高|低|退)烧(?:了|过)?|烧(?:了|过)(?:钱|香|脑|到?\\d+度)|(?:电机|电路|线路|主板|保险丝?|灯泡|插头)(?:都|也|就|又|全)?烧(?:了|过)`,
];

const PAID_WITH_EN =
  '(?:coupons?|vouchers?|promo\\w*|codes?|discounts?|points?|rewards?|credits?|gift ?cards?|(?<!(?:sd|memory|graphics|sim|sound|video|network|playing) )cards?(?! holder| game)|pay ?pal|klarna|affirm|after ?pay|(?:apple|google|amazon|samsung|shop) pay|alipay|we ?chat(?: pay)?|venmo|zelle|zip ?pay|cash|money|balance|(?:apple|google|digital|e-?) ?wallet|visa|master ?card|amex|american express|debit|bank transfer|wire transfer|instal+ments?|financing|payment|check ?out|account|membership|prime(?! lens))';
const SENT_WITH_EN =
  '(?:shipping|delivery|courier|express|postage|mail|e-?mail|fedex|ups|dhl|usps|address(?:es)?|post ?code|zip(?: code)?|(?:phone|order|tracking|telephone) number|name|app|web ?site|site|web ?page|link|live chat|chat|(?:return|contact|order) form|(?:return|shipping) label|qr|size (?:chart|guide)|pick-?up(?: point)?|locker)';
/** Words between "used" and what paid; after any other the goods are spoken of. */
const ANYTHING_EN =
  "(?:(?!(?:it|them|these|those|for|with|on|to|at|by|from|in|and|but|so|or|then|after|before|when|while|because|since|that|which|once|twice|times?|hours?|days?|nights?|weeks?|months?|years?)\\b)[\\w'’$%£€.-]+ ){0,4}?";

const ENGLISH = [
  `\\b(?:us(?:e|ed|ing))\\b (?!(?:it|them|once|twice)\\b)${ANYTHING_EN}(?:${PAID_WITH_EN}|${SENT_WITH_EN})\\b`,
  // "my coupon was used", "the points have already been used"
  `\\b${PAID_WITH_EN} (?:that )?(?:i |we )?(?:(?:was|were|is|are|has|have|had|been|got|already|just|all|never|not) )*used\\b`,
  // "I used Zip to pay", "I used a knife to open it"
  `\\bus(?:ed|ing) (?!(?:it|them|once|twice)\\b)${ANYTHING_EN}(?:to (?:pay|buy|order|purchase|check ?out|open|unpack|unbox|contact|reach|track|log|sign|register|measure)|at (?:the )?check ?out|(?:for|on) (?:the |my |this )?(?:payment|order|purchase))\\b`,
  `\\bus(?:e|ed|ing) (?:your|the|this|their) (?:shop|store|service|company|brand)\\b|\\bused to\\b`,
  `\\b(?:i|we|i'm|we're|i am|we are|i feel) (?:\\w+ )?worn out\\b|\\bwor[en] (?:me|us|him|her) (?:out|down)\\b|\\bpatience (?:is|has) (?:\\w+ )?worn\\b|\\bwash(?:ed)? (?:my|our) hands\\b`,
];

const NOT_OF_GOODS = new RegExp([...CHINESE, ...ENGLISH].join('|'), 'giu');

/** The text without what it says of means of payment, vouchers, delivery, accounts and in figures of speech. */
export function ofGoods(text: string): string {
  return text.replace(NOT_OF_GOODS, ' ');
}
