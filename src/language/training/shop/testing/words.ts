import type { ShopWords } from '../shop-words.ts';

/** A small shop's. */
export const WORDS: ShopWords = {
  products: [
    { zh: '云朵牌缓震跑鞋', en: 'Cloud Cushion Runner' },
    { zh: '晨光温控壶[1.7L]', en: 'Dawn Gooseneck Kettle' },
    { zh: '山野折叠椅' },
    { zh: '松林双肩包', en: 'Pinewood Backpack' },
    { zh: '晨光陶瓷杯', en: 'Dawn $& Mug' },
    { zh: '小满羊毛围巾', en: 'Xiaoman Wool Scarf' },
    { zh: '竹影台灯', en: 'Bamboo Desk Lamp' },
    { zh: '北岸冲锋衣', en: 'North Shore Shell Jacket' },
  ],
  categories: [
    { zh: '露营装备', en: 'Camping Gear' },
    { zh: '厨房电器', en: 'Kitchen' },
    { zh: '箱包', en: 'Bags' },
  ],
  brands: [{ zh: '晨光', en: 'Dawn' }],
  articles: [
    { title: { zh: '会员积分怎么用？', en: 'Using your points' }, topics: ['ask_membership', 'ask_coupon'] },
    { title: { zh: '七天无理由退货', en: 'Returns within seven days' }, topics: ['ask_return_policy'] },
    { title: { zh: '开发票', en: 'Invoices' }, topics: ['request_invoice'] },
  ],
};
