import { join } from 'node:path';
import { createProductFinder } from '../../../../advice/finder.ts';
import { memoryShop } from '../../../../commands/testing/memory-shop.ts';
import type { Locale } from '../../../../core/locale.ts';
import { knowledgeOf } from '../../../../knowledge/testing/knowledge-of.ts';
import { openReader } from '../../../../language/understanding/open-reader.ts';
import { createUnderstander } from '../../../../language/understanding/understander.ts';
import { demoShop } from '../../../../shops/demo/demo-shop.ts';
import { createEmbeddedBrain } from '../brain.ts';
import { counter } from './counter.ts';

/** A Wednesday afternoon in the demo. */
const NOW = '2026-11-25T09:20:00.000Z';
const ROOT = join(import.meta.dirname, '../../../../..');

export const DEMO = demoShop(NOW);

const understander = createUnderstander({
  model: () => openReader({ model: join(ROOT, 'models/understanding'), corpus: join(ROOT, 'corpus') }),
});
const finder = createProductFinder({ products: async () => DEMO.products, version: async () => '1' });

/** Its articles never change: they are indexed once. */
const knowledge = knowledgeOf(DEMO.articles);

/** A conversation of this customer with the embedded brain in the demo shop. */
export function demoDesk(customerId: string, locale: Locale) {
  const shop = memoryShop(DEMO, () => NOW);
  const actor = { kind: 'customer' as const, customerId };
  const talk = counter({
    ...{ brain: createEmbeddedBrain(), shop, finder, knowledge, understander },
    ...{ actor, now: () => NOW, locale },
  });
  return { ...talk, shop, product: (id: string) => DEMO.products.find((product) => product.id === id) };
}
