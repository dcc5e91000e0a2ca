import { describe, expect, it } from 'vitest';
import type { Article } from '../core/customer.ts';
import type { Locale, Localized } from '../core/locale.ts';
import { knowledgeOf } from './testing/knowledge-of.ts';

/** The rules say seven days. */
const OTHERWISE = /[^。.\n]*(?:30|thirty)[^。.\n]*[。.]?/g;
const agreeing = async ({ text }: { text: string }) => text.replace(OTHERWISE, '').trim() || null;

const article = (id: string, body: Localized, topics: string[] = []): Article => ({
  ...{ id, topics, body, title: { zh: `退货 ${id}`, en: `Returns ${id}` } },
  updatedAt: '2026-11-01T00:00:00.000Z',
});
const quoted = async (
  articles: readonly Article[],
  text: string,
  more: { topic?: string; limit?: number; locale?: Locale } = {},
) =>
  (await knowledgeOf(articles, { agreeing }).search({ text, locale: 'zh', ...more })).map((passage) => [
    passage.articleId,
    passage.text,
  ]);

describe('what is quoted was checked', () => {
  const wrong = Array.from({ length: 60 }, (_, at) =>
    article(`w${at}`, { zh: `无理由退货期限：${'无理由退货期限'.repeat(3)}30 天，退货期限从签收算起。` }, ['returns']),
  );
  const right = article('right', { zh: '无理由退货期限是 7 天。' }, ['returns']);

  it.each([undefined, 'returns'])(
    '[KNOW-46] however many that say otherwise rank before it, the first that agrees is quoted, and nothing else (topic %s)',
    async (topic) => {
      for (const limit of [1, 3, 10]) {
        const found = await quoted([...wrong, right], '无理由退货期限', { ...(topic && { topic }), limit });
        expect(found).toEqual([['right', '无理由退货期限是 7 天。']]);
      }
      expect(await quoted(wrong, '无理由退货期限', { ...(topic && { topic }) })).toEqual([]);
    },
  );

  it('[KNOW-46] of one long article only what agrees is quoted, wherever it stands', async () => {
    const paragraphs = Array.from({ length: 60 }, (_, at) => `无理由退货期限第 ${at} 条：30 天。`);
    const long = article('long', { zh: [...paragraphs, '无理由退货期限：7 天。'].join('\n\n') }, ['returns']);
    for (const topic of [undefined, 'returns'])
      expect(await quoted([long], '无理由退货期限', { ...(topic && { topic }) })).toEqual([
        ['long', '无理由退货期限：7 天。'],
      ]);
  });

  it('[KNOW-46] of several needs each piece that is quoted was checked', async () => {
    const gift = article('gift', { zh: '礼盒包装收 8 元。\n\n礼盒包装 30 天可退。' });
    const found = await quoted([...wrong, right, gift], '无理由退货期限多久？另外礼盒包装多少钱', { limit: 10 });
    expect(found.map(([, text]) => text).sort()).toEqual(['无理由退货期限是 7 天。', '礼盒包装收 8 元。'].sort());
  });

  it.each([
    ['all of it', '签收后 30 天内可以无理由退货。'],
    ['a sentence of it', '签收后 30 天内可以无理由退货。商品要完好。'],
  ])(
    '[KNOW-46] where the piece in the language of who asks says otherwise (%s), the one that was found is quoted',
    async (_, zh) => {
      const both = article('both', { zh, en: 'The return period ends within 7 days.' });
      expect(await quoted([both], 'return period')).toEqual([['both', 'The return period ends within 7 days.']]);
      const turned = article('both', { zh: '退货期限是 7 天。', en: `The return period is thirty days.` });
      expect(await quoted([turned], '退货期限', { locale: 'en' })).toEqual([['both', '退货期限是 7 天。']]);
    },
  );

  it('[KNOW-46] a piece that only adds to the answer is left out where it says otherwise in the language of who asks', async () => {
    const both = article('both', {
      zh: '退货期限 7 天。\n\n运费由买家付，30 天内报销。',
      en: 'The return period is 7 days.\n\nThe postage is paid by the buyer.',
    });
    expect(await quoted([both], 'return period and postage')).toEqual([['both', '退货期限 7 天。']]);
  });
});
