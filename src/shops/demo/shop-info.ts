import type { Instant } from '../../core/instant.ts';
import { instant } from '../../core/instant.ts';
import type { Money } from '../../core/money.ts';
import { money } from '../../core/money.ts';
import type { Category } from '../../core/product.ts';
import type { ShopInfo } from '../shop.ts';

export const DEMO_SHOP_INFO: ShopInfo = {
  id: 'demo',
  name: { zh: '小满杂货', en: 'Xiaoman General Store' },
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  languages: ['zh', 'en'],
  idempotency: 'native-key',
};

export const DEMO_CATEGORIES: Category[] = [
  { id: 'shoes', name: { zh: '鞋靴', en: 'Shoes' } },
  { id: 'clothing', name: { zh: '服饰', en: 'Clothing' } },
  { id: 'kitchen', name: { zh: '厨房', en: 'Kitchen' } },
  { id: 'home', name: { zh: '家居', en: 'Home' } },
  { id: 'electronics', name: { zh: '数码电器', en: 'Electronics' } },
  { id: 'outdoor', name: { zh: '户外箱包', en: 'Outdoor & Bags' } },
];

/** Whole or half yuan to 分. */
export function yuan(amount: number): Money {
  return money(Math.round(amount * 100), DEMO_SHOP_INFO.currency);
}

/** Minutes since midnight on a calendar date, by the shop's clock. The zone has had no daylight saving since 1991, so +08:00 is exact. */
export function shopTime(date: string, minutes: number, seconds = 0): Instant {
  return instant(Date.parse(`${date}T00:00:00+08:00`) + (minutes * 60 + seconds) * 1_000);
}
