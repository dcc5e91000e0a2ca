import type { ArticleResponse, ShopResponse, WireProduct } from '../../src/core/wire.ts';

export const SHOP: ShopResponse = {
  name: { zh: '知行百货', en: 'Zhixing General Store' },
  currency: 'CNY',
  languages: ['zh', 'en'],
  categories: [
    { id: 'shoes', name: { zh: '鞋靴', en: 'Shoes' } },
    { id: 'kitchen', name: { zh: '厨房', en: 'Kitchen' } },
  ],
  demo: {
    customers: [
      { id: 'lin', name: '林小满', about: { zh: '有一个快递在路上', en: 'Has a parcel on its way' } },
      { id: 'zhou', name: '周安', about: { zh: '刚收到一双鞋', en: 'Has just received shoes' } },
      { id: 'emma', name: 'Emma Clarke', about: { zh: '买过水壶', en: 'Bought a kettle' } },
    ],
    guestOrders: [
      { number: '2025110300018', contact: '13800138000', about: { zh: '待发货', en: 'Not shipped yet' } },
      { number: '2025102800007', contact: 'guest@example.com', about: { zh: '已签收', en: 'Delivered' } },
    ],
  },
};

const size = (value: string) => ({
  key: 'size',
  label: { zh: '尺码', en: 'Size' },
  value: { zh: `${value} 码`, en: value },
});

function shoe(number: number, zh: string, en: string, price: number): WireProduct {
  return {
    id: `p${number}`,
    title: { zh, en },
    description: { zh: '轻便缓震，日常走路、跑步都合适。', en: 'Light and cushioned, for walking and running.' },
    category: { id: 'shoes', name: { zh: '鞋靴', en: 'Shoes' } },
    attributes: [
      { key: 'material', label: { zh: '面料', en: 'Material' }, value: { zh: '网布', en: 'Mesh' } },
      { key: 'weight', label: { zh: '重量', en: 'Weight' }, value: { zh: '226 克', en: '226 g' } },
    ],
    variants: [
      {
        id: `p${number}-41`,
        options: [size('41')],
        price: { amount: price, currency: 'CNY' },
        compareAt: { amount: price + 6_000, currency: 'CNY' },
        stock: 12,
      },
      { id: `p${number}-42`, options: [size('42')], price: { amount: price, currency: 'CNY' }, stock: 2 },
      { id: `p${number}-43`, options: [size('43')], price: { amount: price, currency: 'CNY' }, stock: 0 },
    ],
    image: '/demo/pictures/shoe.svg',
  };
}

export const PRODUCTS: WireProduct[] = [
  shoe(1, '云行轻量缓震跑鞋', 'Cloudstep light running shoes', 19_900),
  shoe(2, '松间宽楦健步鞋', 'Pinewalk wide walking shoes', 21_900),
  shoe(3, '竹影透气网面跑鞋', 'Bambooshade mesh running shoes', 18_950),
];

export const ARTICLE: ArticleResponse = {
  id: 'delivery',
  title: { zh: '配送时间与范围', en: 'Delivery times' },
  body: {
    zh: '## 多久能到\n\n现货订单付款后 **24 小时内**发出。\n\n- 江浙沪：1–2 天\n- 其他地区：2–4 天\n\n| 地区 | 时间 |\n|---|---|\n| 江浙沪 | 1–2 天 |\n| 新疆、西藏 | 5–7 天 |\n\n![图](https://evil.example/x.png) [点我](javascript:alert(1)) <img src=x onerror=alert(1)>',
    en: '## How long\n\nOrders leave within **24 hours**.',
  },
};
