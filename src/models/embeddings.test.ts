import { describe, expect, it } from 'vitest';
import { createEmbeddings } from './embeddings.ts';

const CONFIG = { baseUrl: 'http://127.0.0.1:1/v1', model: 'small', timeoutMs: 1_000, answersFrom: 0.6 };

interface Asked {
  input: string[];
  model: string;
}

function endpoint(answer: (asked: Asked) => Response) {
  const asked: Asked[] = [];
  const fetch = async (_url: unknown, init?: RequestInit) => {
    const body = JSON.parse(String(init?.body)) as Asked;
    asked.push(body);
    return answer(body);
  };
  const redact = (text: string) => text.replace(/1\d{10}/g, '⟦PHONE_1⟧');
  return { asked, embedder: createEmbeddings({ config: CONFIG, fetch: fetch as typeof globalThis.fetch, redact }) };
}

const vectors = ({ input }: Asked) =>
  Response.json({
    data: input.map((text, index) => ({ index, object: 'embedding', embedding: [text.length, 0] })).reverse(),
    ...{ object: 'list', model: 'small', usage: { prompt_tokens: 1, total_tokens: 1 } },
  });

describe('embeddings of an endpoint', () => {
  it('[KNOW-64] come in the order of the texts, in several requests where there are many, and without personal data', async () => {
    const { asked, embedder } = endpoint(vectors);
    const texts = [...Array.from({ length: 70 }, (_, at) => 'x'.repeat(at + 1)), '我的电话是 13800138000'];
    const found = await embedder.embed(texts);
    expect(found.map(([length]) => length).slice(0, 70)).toEqual(texts.slice(0, 70).map(({ length }) => length));
    expect(asked.map(({ input }) => input.length)).toEqual([64, 7]);
    expect(asked.at(-1)?.input.at(-1)).toBe('我的电话是 ⟦PHONE_1⟧');
    expect(embedder.model).toContain('small');
  });

  it.each([
    ['an error', () => Response.json({ error: { message: 'no' } }, { status: 400 })],
    ['no vectors', () => Response.json({ data: [], object: 'list' })],
    ['something else', () => new Response('<html>')],
  ])('[KNOW-64] an endpoint that answers with %s is told apart from one that answers', async (_name, answer) => {
    await expect(endpoint(answer).embedder.embed(['a'])).rejects.toMatchObject({ code: 'model.unreachable' });
  });
});
