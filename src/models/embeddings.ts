import OpenAI from 'openai';
import { AppError } from '../core/errors.ts';
import type { Embedder } from './embedder.ts';

interface EmbeddingsDeps {
  config: { baseUrl: string; apiKey?: string | undefined; model: string; timeoutMs: number; answersFrom: number };
  /** From platform/http.ts: the only way out. */
  fetch: typeof fetch;
  /** What leaves is without personal data. */
  redact: (text: string) => string;
}

/** Texts in one request. */
const BATCH = 64;
/** Longer texts are cut: many local models take no more than 512 tokens. */
const LONGEST = 1_000;

/** Vectors from any OpenAI-compatible endpoint. Throws `model.unreachable` where it does not answer as it should. */
export function createEmbeddings({ config, fetch, redact }: EmbeddingsDeps): Embedder {
  const client = new OpenAI({
    baseURL: config.baseUrl.replace(/\/+$/, ''),
    apiKey: config.apiKey ?? 'none',
    defaultHeaders: config.apiKey ? {} : { Authorization: null },
    ...{ organization: null, project: null, webhookSecret: null },
    ...{ fetch, maxRetries: 1, timeout: config.timeoutMs, logLevel: 'off' },
  });

  async function embedBatch(texts: readonly string[]): Promise<Float32Array[]> {
    const input = texts.map((text) => redact(text.slice(0, LONGEST)).trim() || '-');
    try {
      const { data } = await client.embeddings.create({ model: config.model, input, encoding_format: 'float' });
      const vectors = data.toSorted((one, other) => one.index - other.index).map(({ embedding }) => embedding);
      const [first] = vectors;
      if (
        vectors.length !== texts.length ||
        !first ||
        vectors.some((each) => each.length !== first.length || each.length === 0)
      )
        throw new Error('as many vectors of one length as texts were expected');
      return vectors.map((vector) => Float32Array.from(vector));
    } catch (cause) {
      throw new AppError('model.unreachable', {
        cause,
        detail: cause instanceof Error ? cause.message : String(cause),
      });
    }
  }

  return {
    model: `${config.baseUrl} ${config.model}`,
    answersFrom: config.answersFrom,
    async embed(texts) {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += BATCH) vectors.push(...(await embedBatch(texts.slice(at, at + BATCH))));
      return vectors;
    },
  };
}
