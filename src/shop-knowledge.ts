import type { Clock } from './core/clock.ts';
import type { Understander } from './core/understanding.ts';
import { createIndexKeeper } from './knowledge/keep-index.ts';
import { createArticleRefresh, SOURCE_POSITIONS } from './knowledge/listed-articles.ts';
import { createKnowledge, type KnowledgeSearch } from './knowledge/search.ts';
import type { Embedder } from './models/embedder.ts';
import type { Log } from './platform/log.ts';
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
  log: Log;
  embedder?: () => Promise<Embedder | undefined>;
}

export interface ShopKnowledge extends KnowledgeSearch {
  /** Brings terms and vectors up to this program and its model; whoever writes pieces calls it, and need not wait. */
  keepIndex(): Promise<void>;
  close(): Promise<void>;
}

/** The search over what is kept, which follows the shop's own articles and those that its rules write. */
export function shopKnowledge(deps: ShopKnowledgeDeps): ShopKnowledge {
  const { shop, policies, store, understander, clock, log, embedder } = deps;
  const warn = (error: unknown) => log.warn('knowledge.not-indexed', { error: String(error) });
  const keeper = createIndexKeeper({ upkeep: store.knowledge.upkeep, embedder, warn });
  /** What another program has left behind is looked for once. */
  let begun = false;
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
    changed: () => void keeper.run(),
  });
  return {
    ...createKnowledge({
      chunks: store.knowledge.chunks,
      clock,
      refresh: async () => {
        await refresh();
        if (!begun) void keeper.run();
        begun = true;
      },
      topicsOf: async (text) =>
        new Map((await understander.understand(text)).intents.map(({ name, probability }) => [name, probability])),
      agreeing: async (chunk) => agreeingText(await policies.current(), chunk),
      embedder,
    }),
    keepIndex: () => keeper.run(),
    close: () => keeper.stop(),
  };
}
