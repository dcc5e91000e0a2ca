import { describe, expect, it } from 'vitest';
import type { Article } from './core/customer.ts';
import { indexed } from './knowledge/indexed.ts';
import type { ArticleVersion } from './knowledge/ports.ts';
import { DEFAULT_POLICY, shippedPolicy } from './policy/shipped.ts';
import { contradictions } from './policy-check.ts';
import { agreeingText } from './ruled-articles.ts';
import { demoArticles } from './shops/demo/articles/articles.ts';

const EU = shippedPolicy('eu-14-days');

function article(zh: string, en: string, topics: string[] = [], title = { zh: '说明', en: 'Note' }): Article {
  return { id: 'note', title, body: { zh, en }, topics, updatedAt: '2026-11-01T00:00:00.000Z' };
}

const found = (text: string, topics: string[] = [], policy = DEFAULT_POLICY) =>
  contradictions(policy, [article(text, text, topics)])
    .filter(({ locale }) => locale === 'zh')
    .map(({ rule, says }) => `${rule} ${says}`);

describe('articles against the rules', () => {
  it('[POLICY-57] finds a number of days that the rules do not say, in figures, numerals and words of both languages', () => {
    for (const text of [
      '本店支持15天无理由退货。',
      '本店支持十五天无理由退换货。',
      '签收后 15 天内可以退货。',
      '１５天内可退。',
      'You can return goods within fifteen days.',
      'We offer 15-day returns.',
      '支持 15 个自然日无理由退货。',
    ])
      expect([text, found(text)]).toEqual([text, ['return 15']]);
    expect(found('两周内都可以退货。')).toEqual(['return 14']);
    expect(found('Return it within two weeks.')).toEqual(['return 14']);
    expect(found('签收后一个月内可以换货。')).toEqual(['exchange 30']);
    expect(found('付款后 30 天内降价，可以申请价保。')).toEqual(['price-protection 30']);
    expect(found('退款 10 个工作日内到账。')).toEqual(['refund 10']);
    expect(found('签收后 15 天内都可以。', ['ask_return_policy'])).toEqual(['return 15']);
  });

  it('[POLICY-57] holds fifteen days of exchanges for faults against a promise of fifteen days without a reason', () => {
    expect(found('质量问题 15 天内可以换货。')).toEqual([]);
    expect(found('15天无理由换货。')).toEqual(['exchange 15']);
  });

  it('[POLICY-57] leaves alone what agrees, and numbers that are of something else', () => {
    for (const text of [
      '七天无理由退货。',
      '签收后 7 天内可以退货，从签收第二天开始算。',
      '退货的，请在 7 天内寄回。',
      '退款 1–3 个工作日到账。',
      '质保 365 天。',
      '15 天内反悔可以撤回注销。',
      '16:00 前付款当天发货，2–4 天送到。',
      '退货请写 2026 年 11 月 3 日的单号。',
      '可以退 15 件。',
      'Signing in within 15 days restores the account.',
    ])
      expect([text, found(text)]).toEqual([text, []]);
  });

  it('[POLICY-57] names article, language, sentence and both numbers', () => {
    const [first] = contradictions(EU, [article('您好。本店支持七天无理由退货！', 'Hello.')]);
    expect(first).toEqual({
      articleId: 'note',
      title: '说明',
      locale: 'zh',
      rule: 'return',
      sentence: '本店支持七天无理由退货！',
      says: 7,
      rules: [14],
    });
  });

  it('[POLICY-57] finds nothing in the demo shop under its own rules, and its seven days under the European ones', () => {
    const articles = demoArticles('2026-11-12T02:00:00.000Z');
    expect(contradictions(DEFAULT_POLICY, articles)).toEqual([]);
    const under = contradictions(EU, articles);
    expect(new Set(under.map(({ says }) => says))).toEqual(
      new Set([7, 15].filter((days) => under.some(({ says }) => says === days))),
    );
    expect(under.map(({ articleId }) => articleId)).toEqual(
      expect.arrayContaining(['return-policy', 'exchange-policy', 'how-to-return', 'cancel-or-change']),
    );
  });

  it('[POLICY-58] of the shop’s articles the clerk is given what does not say otherwise than the rules', () => {
    const piece = (locale: 'zh' | 'en', text: string, title = '说明') => {
      const version = { articleId: 'note', number: 1, title: { [locale]: title }, body: { [locale]: text } } as never;
      const [chunk] = indexed({ ...(version as ArticleVersion), topics: ['ask_return_policy'] }, 0);
      if (!chunk) throw new Error('no piece');
      return chunk;
    };
    const zh = piece('zh', '本店支持七天无理由退货！商品要完好。');
    expect(agreeingText(EU, zh)).toBe('商品要完好。');
    expect(agreeingText(DEFAULT_POLICY, zh)).toBe(zh.text);
    expect(agreeingText(EU, piece('en', 'Return it within 7 days. Keep the tags on.'))).toBe(' Keep the tags on.');
    expect(agreeingText(EU, piece('zh', '商品要完好。', '七天无理由退货'))).toBeNull();
    expect(agreeingText(EU, piece('zh', '## 七天无理由退货\n\n商品要完好。'))).toBeNull();
  });
});
