import { describe, expect, it } from 'vitest';
import { indexed } from './indexed.ts';
import { createKnowledge } from './search.ts';
import { version } from './testing/chunk-contract.ts';
import { memoryChunks } from './testing/memory-chunks.ts';

const NOW = '2026-11-28T08:00:00.000Z';
/** What texts mean, in two dimensions: of parcels, of money. */
const MEANING: Record<string, number[]> = { 包裹: [1, 0], 迟迟不来: [0.95, 0.1], 钱: [0, 1], 付了没有: [0.1, 0.95] };
const vectorOf = (text: string) =>
  Float32Array.from(Object.entries(MEANING).find(([word]) => text.includes(word))?.[1] ?? [0.7, 0.7]);

async function shop(embed = async (texts: readonly string[]) => texts.map(vectorOf), made = 'one') {
  const chunks = memoryChunks();
  const bodies = { parcel: '包裹在路上的，请再等等。', money: '钱款由平台保管。' };
  const pieces = Object.entries(bodies).flatMap(([id, zh], at) => indexed(version(id, { zh }), at));
  await chunks.put(pieces.map((chunk) => ({ ...chunk, vector: vectorOf(chunk.text), vectorModel: made })));
  const embedder = async () => ({ model: 'one', answersFrom: 0.9, embed });
  return createKnowledge({ chunks, clock: { now: () => NOW }, embedder });
}
const first = async (knowledge: Awaited<ReturnType<typeof shop>>, text: string) =>
  (await knowledge.search({ text, locale: 'zh' }))[0]?.articleId;

describe('finding by meaning', () => {
  it('[KNOW-60] an answer that shares no word with the question is found by its meaning, and none where nothing is near', async () => {
    const knowledge = await shop();
    expect(await first(knowledge, '迟迟不来')).toBe('parcel');
    expect(await first(knowledge, '付了没有')).toBe('money');
    expect(await first(knowledge, '唱首歌')).toBeUndefined();
  });

  it('[KNOW-61] where the model does not answer, or the pieces have no vectors of it yet, words answer alone', async () => {
    const failing = await shop(async () => {
      throw new Error('unreachable');
    });
    const changed = await shop(undefined, 'another');
    for (const knowledge of [failing, changed]) {
      expect(await first(knowledge, '包裹')).toBe('parcel');
      expect(await first(knowledge, '迟迟不来')).toBeUndefined();
    }
  });
});
