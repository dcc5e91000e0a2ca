import { expect, it } from 'vitest';
import { loadConfig } from './platform/config.ts';
import { createReader } from './reader.ts';
import { shopEmbedder } from './shop-embedder.ts';

const reader = createReader({
  warn: (error) => {
    throw error;
  },
});
const embedderOf = (env: Record<string, string>) =>
  shopEmbedder({ config: loadConfig({ dataDir: '/nonexistent', env }), fetch, reader })();

it('[KNOW-65] meaning is looked at where the configuration says by which model; without a word of it, words alone decide', async () => {
  expect(await embedderOf({})).toBeUndefined();
  const remote = await embedderOf({ XIAOER_EMBEDDINGS: 'endpoint', XIAOER_EMBEDDINGS_MODEL: 'bge-m3' });
  expect(remote?.model).toBe('https://api.openai.com/v1 bge-m3');
  const own = await embedderOf({ XIAOER_EMBEDDINGS: 'own' });
  expect(own?.model).toMatch(/^own [0-9a-f]{64}$/);
  const [fee, postage, hours] = (await own?.embed(['运费多少钱', '邮费怎么收', '几点下班'])) ?? [];
  const likeness = (one: Float32Array | undefined, other: Float32Array | undefined) =>
    [...(one ?? [])].reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0);
  expect(likeness(fee, fee)).toBeCloseTo(1, 4);
  expect(likeness(fee, postage)).toBeGreaterThan(likeness(fee, hours));
});
