import type { Instant } from '../../core/instant.ts';
import { DAY, HOUR, instant, MINUTE, SECOND } from '../../core/instant.ts';
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

/** The zone has had no daylight saving since 1991, so a fixed offset is exact, and much faster than asking the calendar. */
const ZONE_OFFSET = 8 * HOUR;

/** The instant at so many minutes after midnight of a calendar date, by the shop's clock. */
export function shopTime(date: string, minutes: number, seconds = 0): Instant {
  return instant(Date.parse(`${date}T00:00:00Z`) - ZONE_OFFSET + minutes * MINUTE + seconds * SECOND);
}

/** The calendar date by the shop's clock. */
export function shopDate(at: Instant): string {
  return instant(Date.parse(at) + ZONE_OFFSET).slice(0, 10);
}

/** Calendar days from one instant to another, as the shop's clock counts them. */
export function shopDays(from: Instant, to: Instant): number {
  return Math.round((Date.parse(shopDate(to)) - Date.parse(shopDate(from))) / DAY);
}
