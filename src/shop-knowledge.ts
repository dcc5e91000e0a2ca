import type { Clock } from './core/clock.ts';
import type { Understander } from './core/understanding.ts';
import { createArticleRefresh, SOURCE_POSITIONS } from './knowledge/listed-articles.ts';
import { createKnowledge, type KnowledgeSearch } from './knowledge/search.ts';
import { policyArticles } from './policy/articles.ts';
import type { PolicySource } from './policy/policy.ts';
import { agreeingText } from './ruled-articles.ts';
import type { Shop } from './shops/shop.ts';
import type { Store } from './store/store.ts';

interface ShopKnowledgeDeps {
  shop: Shop;
  policies: PolicySource;
  store: Pick<Store, 'knowledge'>;
  understander: Understander;
  clock: Clock;
}

/** The search over what is kept, which follows the shop's own articles and those that its rules write. */
export function shopKnowledge({ shop, policies, store, understander, clock }: ShopKnowledgeDeps): KnowledgeSearch {
  const refresh = createArticleRefresh({
    sources: [
      {
        ...{ id: 'rules', kind: 'rules', name: 'rules', position: SOURCE_POSITIONS.rules },
        version: async () => (await policies.current()).digest,
        articles: async () => policyArticles(await policies.current()),
      },
      {
        ...{ id: 'shop', kind: 'shop', name: 'shop', position: SOURCE_POSITIONS.shop },
        version: () => shop.catalogueVersion(),
        articles: () => shop.listArticles(),
      },
    ],
    store: store.knowledge.sync,
    clock,
  });
  return createKnowledge({
    chunks: store.knowledge.chunks,
    clock,
    refresh,
    topicsOf: async (text) =>
      new Map((await understander.understand(text)).intents.map(({ name, probability }) => [name, probability])),
    agreeing: async (chunk) => agreeingText(await policies.current(), chunk),
  });
}
