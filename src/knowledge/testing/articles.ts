import type { Article } from '../../core/customer.ts';

function article(id: string, topics: string[], zhTitle: string, zh: string, enTitle: string, en: string): Article {
  return {
    id,
    topics,
    title: zhTitle ? { zh: zhTitle, ...(enTitle && { en: enTitle }) } : { en: enTitle },
    body: zh ? { zh, ...(en && { en }) } : { en },
    updatedAt: '2026-11-01T00:00:00.000Z',
  };
}

/** A few articles as a shop writes them, for tests. */
export const ARTICLES: Article[] = [
  article(
    'delivery-time',
    ['ask_delivery_time'],
    '配送时间',
    '每天 16:00 前付款的订单当天发出。江浙沪 **1–2 天**送到，其他城市 2–4 天。\n\n## 偏远地区\n\n新疆、西藏、青海、内蒙古 5–7 天，遇到大雪会再晚一两天。\n\n## 预售\n\n预售商品按商品页写的日期发出。',
    'Delivery times',
    'Orders paid by 16:00 leave the same day. Shanghai and its neighbours take 1–2 days, other cities 2–4 days.\n\n## Remote areas\n\nXinjiang, Tibet and Qinghai take 5–7 days.',
  ),
  article(
    'delivery-fee',
    ['ask_delivery_fee'],
    '运费',
    '满 99 元包邮，不满收 8 元运费。',
    'Delivery fee',
    'Delivery is free from ¥99; below that it costs ¥8.',
  ),
  article(
    'returns',
    ['ask_return_policy'],
    '七天无理由退货',
    '签收后 7 天内可以无理由退货，衣服鞋子要没穿过、吊牌还在。\n\n下面几类不能退：\n\n- 拆封的内衣、袜子\n- 拆封的食品\n\n退货运费由您承担，质量问题由我们承担。',
    'Returns within seven days',
    'You can return goods within 7 days of receipt, unworn and with their tags.\n\nYou pay the return postage unless the goods are faulty.',
  ),
  article(
    'invoice',
    ['ask_invoice', 'request_invoice'],
    '发票',
    '我们开电子发票，订单完成后发到您的邮箱。专票请提供税号、开户行和账号。',
    'Invoices',
    'We issue electronic invoices by e-mail once the order is complete.',
  ),
  article(
    'massage',
    [],
    '健康按摩仪 HM-2045 使用说明',
    '请先看健康提示：装了心脏起搏器的人不能用。HM-2045 每次使用不超过 15 分钟。',
    '',
    '',
  ),
  article(
    'massage-other',
    [],
    '健康按摩仪 HM-2046 使用说明',
    '请先看健康提示：装了心脏起搏器的人不能用。HM-2046 每次使用不超过 20 分钟。',
    '',
    '',
  ),
  article(
    'tax-free',
    ['ask_invoice'],
    '',
    '',
    'Tax refunds for travellers',
    'Travellers from abroad can claim the sales tax back at the airport with our paper receipt.',
  ),
  article(
    'hours',
    ['ask_opening_hours'],
    '客服时间',
    '在线客服每天 9:00–22:00，人工客服 9:00–21:00。',
    'Service hours',
    'Online service is open 9:00–22:00 every day, people answer 9:00–21:00.',
  ),
  article(
    'payment',
    ['ask_payment_methods'],
    '付款方式',
    '支持支付宝、微信支付、银行卡和 PayPal。花呗可以用，不支持货到付款。',
    'Ways to pay',
    'Alipay, WeChat Pay, cards and PayPal. No cash on delivery.',
  ),
  article(
    'cast-iron',
    [],
    '铸铁锅的养护',
    '新锅先开锅：洗净擦干，小火抹油。用完不要用洗洁精泡，烘干后抹一层薄油防锈。',
    'Caring for cast iron',
    'Season a new pan: wash, dry and rub with oil over a low flame. Do not soak it; dry it and oil it thinly against rust.',
  ),
];
