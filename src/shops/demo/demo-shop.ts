import type { Instant } from '../../core/instant.ts';
import type { ShopData } from '../sql/ports.ts';
import { demoArticles } from './articles/articles.ts';
import { demoCoupons } from './coupons.ts';
import { demoHistory } from './orders/history.ts';
import { demoCustomers } from './people/customers.ts';
import { demoProducts } from './products/catalogue.ts';
import { DEMO_CATEGORIES, DEMO_SHOP_INFO } from './shop-info.ts';

/** A whole shop of our own making, as it stands at `now`: the same instant gives the same shop. */
export function demoShop(now: Instant): ShopData {
  const products = demoProducts();
  const customers = demoCustomers();
  const coupons = demoCoupons(now);
  return {
    info: DEMO_SHOP_INFO,
    categories: DEMO_CATEGORIES,
    products,
    customers,
    coupons,
    ...demoHistory(now, { products, coupons, customers }),
    articles: demoArticles(now),
  };
}
