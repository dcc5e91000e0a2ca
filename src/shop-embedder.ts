import type { Embedder } from './models/embedder.ts';
import { createEmbeddings } from './models/embeddings.ts';
import type { Config } from './platform/config.ts';
import { createRedactor } from './privacy/redactor.ts';
import type { Reader } from './reader.ts';

interface ShopEmbedderDeps {
  config: Config;
  fetch: typeof fetch;
  reader: Pick<Reader, 'digest' | 'sentences'>;
}

/** Asked for at every search: what the configuration names, made once. By default nothing, for the own model helps little beside the words (docs/benchmarks.md). */
export function shopEmbedder({ config, fetch, reader }: ShopEmbedderDeps): () => Promise<Embedder | undefined> {
  const { from, ...endpoint } = config.embeddings;
  const redact = (text: string) => createRedactor().redact(text);
  const remote = from === 'endpoint' ? createEmbeddings({ config: endpoint, fetch, redact }) : undefined;
  if (from !== 'own') return async () => remote;
  return async () => ({
    model: `own ${await reader.digest()}`,
    // It was trained to tell intents apart: likeness alone is no answer.
    answersFrom: 1,
    embed: (texts) => reader.sentences(texts),
  });
}
