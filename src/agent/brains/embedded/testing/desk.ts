import { join } from 'node:path';
import { createProductFinder } from '../../../../advice/finder.ts';

import { readProductNeed } from '../../../../advice/read-need.ts';
import { memoryShop } from '../../../../commands/testing/memory-shop.ts';
import type { Article, Customer, PaymentMethod } from '../../../../core/customer.ts';
import type { Locale, Localized } from '../../../../core/locale.ts';
import { money } from '../../../../core/money.ts';
import type { Address } from '../../../../core/order.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Understander } from '../../../../core/understanding.ts';
import { knowledgeOf } from '../../../../knowledge/testing/knowledge-of.ts';
import { openReader } from '../../../../language/understanding/open-reader.ts';
import { createUnderstander } from '../../../../language/understanding/understander.ts';
import type { Policy } from '../../../../policy/policy.ts';
import { DEFAULT_POLICY } from '../../../../policy/shipped.ts';
import { createEmbeddedBrain } from '../brain.ts';
import { counter } from './counter.ts';
import { GOODS } from './goods.ts';
import { NOW, ORDERS } from './orders.ts';

function customer(id: string, name: string): Customer {
  const equipped = WELL_EQUIPPED.includes(id);
  return {
    id,
    name,
    phone: '13900000001',
    email: `${id}@example.com`,
    locale: null,
    addresses: equipped ? ADDRESSES : [],
    paymentMethods: equipped ? paymentMethods(id) : [],
  };
}

/** Those with a full account. */
const WELL_EQUIPPED: readonly string[] = ['zhou', 'olivia', 'ning'];

const HOME: Address = {
  name: '周宁',
  phone: '13900000001',
  country: 'CN',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '文三路 90 号',
  postcode: '310012',
};
const ADDRESSES: Address[] = [
  HOME,
  { ...HOME, province: '江苏省', city: '南京市', district: '鼓楼区', street: '中山路 18 号', postcode: '210008' },
];

function paymentMethods(id: string): PaymentMethod[] {
  return [
    { id: `${id}-alipay`, method: 'alipay', detail: '' },
    { id: `${id}-wechat`, method: 'wechat-pay', detail: '' },
    { id: `${id}-card`, method: 'card', detail: 'visa 4111111111119212' },
    { id: `${id}-gift`, method: 'gift-card', detail: '', balance: money(5_000, 'CNY') },
  ];
}

function article(id: string, topic: string, title: Localized, body: Localized): Article {
  return { id, title, body, topics: [topic], updatedAt: NOW };
}

const ARTICLES: Article[] = [
  article(
    'delivery',
    'ask_delivery_time',
    { zh: '配送时间', en: 'Delivery times' },
    {
      zh: '下午四点前下的单当天发货，**江浙沪 1–2 天**送到，其他城市 2–4 天。',
      en: 'Orders placed before 4 pm leave the same day and take 2–4 days.',
    },
  ),
  article(
    'refunds',
    'ask_refund_time',
    { zh: '退款时间', en: 'Refund times' },
    {
      zh: '退款在 3 个工作日内原路退回。',
      en: 'Refunds reach you within 3 working days, the way you paid.',
    },
  ),
  article(
    'postage',
    'ask_return_shipping_fee',
    { zh: '退货运费', en: 'Return postage' },
    {
      zh: '无理由退货的运费由买家承担，质量问题由我们承担。',
      en: 'You pay the return postage, unless the goods are faulty.',
    },
  ),
  article(
    'returns',
    'ask_return_policy',
    { zh: '退货政策', en: 'Returns' },
    {
      zh: '签收后 7 天内可以无理由退货。',
      en: 'You can return goods within 7 days of receipt.',
    },
  ),
  article(
    'return-exceptions',
    'ask_return_policy',
    { zh: '哪些商品不能退', en: 'What cannot be returned' },
    {
      zh: '入耳式耳机和袜子拆封后不能退。',
      en: 'In-ear headphones and socks cannot be returned once opened.',
    },
  ),
  article(
    'failed-delivery',
    'delivery_problem',
    { zh: '派送异常怎么办', en: 'Delivery problems' },
    {
      zh: '派送未成功的，快递一般第二天再送一次。',
      en: 'After a failed attempt the courier usually comes again the next day.',
    },
  ),
  article(
    'invoices',
    'request_invoice',
    { zh: '开发票', en: 'Invoices' },
    {
      zh: '签收后可以在订单页申请电子发票。',
      en: 'After delivery you can ask for an e-invoice on the order page.',
    },
  ),
];

const ROOT = join(import.meta.dirname, '../../../../..');
const shipped = createUnderstander({
  model: () => openReader({ model: join(ROOT, 'models/understanding'), corpus: join(ROOT, 'corpus') }),
});

/** A conversation of this customer (`guest` for nobody in particular) with the embedded brain in the small shop of these tests. */
export function desk(
  who: string,
  locale: Locale = 'zh',
  understander: Understander = shipped,
  policy: Policy = DEFAULT_POLICY,
  more: readonly Article[] = [],
) {
  const policies = { current: async () => policy };
  const shop = memoryShop(
    {
      info: {
        id: 'desk',
        name: { zh: '小满杂货', en: 'Xiaoman Store' },
        currency: 'CNY',
        timeZone: 'Asia/Shanghai',
        languages: ['zh', 'en'],
        idempotency: 'native-key',
      },
      categories: [...new Map(GOODS.map(({ category }) => [category.id, category])).values()],
      products: GOODS,
      customers: ['lin', 'emily', 'wang', 'mei', 'nobody', ...WELL_EQUIPPED].map((id) => customer(id, id)),
      orders: ORDERS,
      returns: [],
      coupons: [],
      articles: [...ARTICLES, ...more],
    },
    () => NOW,
  );
  const talk = counter({
    brain: createEmbeddedBrain({ readProductNeed, policies }),
    shop,
    finder: createProductFinder({ products: async () => GOODS, version: async () => '1' }),
    knowledge: knowledgeOf(() => shop.listArticles()),
    understander,
    actor: who === 'guest' ? { kind: 'guest' } : { kind: 'customer', customerId: who },
    now: () => NOW,
    locale,
    policies,
  });
  return { ...talk, shop };
}

/** The cards under a reply, by kind. */
export function kinds({ blocks }: Pick<Reply, 'blocks'>): string[] {
  return blocks.map(({ kind }) => kind);
}
