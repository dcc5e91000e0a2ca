import { createHash } from 'node:crypto';
import { systemClock } from '../../../core/clock.ts';
import { indexed } from '../../../knowledge/indexed.ts';
import { createIndexKeeper } from '../../../knowledge/keep-index.ts';
import { SOURCE_POSITIONS } from '../../../knowledge/listed-articles.ts';
import type { ChunkStore, ListedArticle } from '../../../knowledge/ports.ts';
import { createKnowledge, type KnowledgeDeps, type KnowledgeSearch } from '../../../knowledge/search.ts';
import type { Embedder } from '../../../models/embedder.ts';
import type { Database } from '../../../store/database.ts';
import { chunkStore } from '../../../store/knowledge/chunks.ts';
import { articleSync } from '../../../store/knowledge/sync.ts';
import { indexUpkeep } from '../../../store/knowledge/upkeep.ts';
import { migrate } from '../../../store/migrate.ts';

/** Articles of one transaction: between two of them it can be told how far the work is. */
const BATCH = 50;

export interface DocumentIndex extends KnowledgeSearch {
  chunks: ChunkStore;
  /** These in place of what was put before. */
  put(articles: readonly ListedArticle[], told?: (done: number) => void): Promise<void>;
}

interface DocumentIndexOptions {
  database: Database;
  topicsOf?: KnowledgeDeps['topicsOf'];
  embedder?: () => Promise<Embedder | undefined>;
}

/** The shop's own search over any articles, in a database that is there for nothing else. */
export async function openDocumentIndex({
  database,
  topicsOf,
  embedder,
}: DocumentIndexOptions): Promise<DocumentIndex> {
  await migrate(database);
  const [sync, chunks] = [articleSync(database), chunkStore(database)];
  let failed: unknown;
  let kept = 0;
  const keeper = createIndexKeeper({
    ...{ upkeep: indexUpkeep(database), embedder },
    warn: (error) => {
      failed = error;
    },
  });
  return {
    ...createKnowledge({ chunks, clock: systemClock, embedder, ...(topicsOf && { topicsOf }) }),
    chunks,
    async put(articles, told) {
      for (let at = 0; at < Math.max(articles.length, kept); at += BATCH) {
        const batch = articles.slice(at, at + BATCH);
        const state = createHash('sha256').update(JSON.stringify(batch)).digest('hex');
        const source = { id: `documents ${at}`, kind: 'file', name: 'documents' } as const;
        const standing = { ...source, position: SOURCE_POSITIONS.shop + at };
        await sync.sync(standing, state, batch, indexed, systemClock.now());
        told?.(at + batch.length);
      }
      kept = articles.length;
      failed = undefined;
      await keeper.run();
      if (failed) throw failed;
    },
  };
}
