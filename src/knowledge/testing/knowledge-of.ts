import type { Article } from '../../core/customer.ts';
import { createArticleRefresh, SOURCE_POSITIONS } from '../listed-articles.ts';
import { createKnowledge, type KnowledgeDeps, type KnowledgeSearch } from '../search.ts';
import { memoryChunks } from './memory-chunks.ts';

const clock = { now: () => '2026-11-28T08:00:00.000Z' };

/** A search over these articles alone, in memory. */
export function knowledgeOf(
  articles: readonly Article[] | (() => Promise<readonly Article[]>),
  { version = async () => '1', ...deps }: Partial<KnowledgeDeps> & { version?: () => Promise<string> } = {},
): KnowledgeSearch {
  const chunks = memoryChunks();
  const list = typeof articles === 'function' ? articles : async () => articles;
  const source = { id: 'shop', kind: 'shop', name: 'shop', position: SOURCE_POSITIONS.shop } as const;
  const refresh = createArticleRefresh({ sources: [{ ...source, version, articles: list }], store: chunks, clock });
  return createKnowledge({ chunks, clock, refresh, ...deps });
}
