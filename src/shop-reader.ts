import type { Clock } from './core/clock.ts';
import type { Config } from './platform/config.ts';
import type { Log } from './platform/log.ts';
import { createReader } from './reader.ts';
import { lexiconOf } from './reading-model.ts';
import { allProducts } from './shops/all-products.ts';
import type { Shop } from './shops/shop.ts';

/** The reader of what customers write, who knows the words of this shop's catalogue. */
export function shopReader({ config, shop, clock, log }: { config: Config; shop: Shop; clock: Clock; log: Log }) {
  return createReader({
    dataDir: config.dataDir,
    catalogue: {
      version: () => shop.catalogueVersion(),
      async words() {
        const products = await allProducts(shop);
        return lexiconOf({
          products: products.map(({ title }) => title),
          categories: products.map(({ category }) => category.name),
          brands: products.flatMap(({ brand }) => brand ?? []),
        });
      },
      warn: (error) => log.warn('catalogue.unread', { error }),
    },
    clock,
    warn: (error) => log.warn('model.passed-over', { error }),
  });
}
