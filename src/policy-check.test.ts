import { describe, expect, it } from 'vitest';
import type { Article } from './core/customer.ts';
import { indexed } from './knowledge/indexed.ts';
import type { ArticleVersion } from './knowledge/ports.ts';
import type { Policy } from './policy/policy.ts';
import { DEFAULT_POLICY, shippedPolicy, shippedYaml } from './policy/shipped.ts';
import { parsePolicy } from './policy/yaml/parse.ts';
import { contradictions } from './policy-check.ts';
import { agreeingText } from './ruled-articles.ts';
import { demoArticles } from './shops/demo/articles/articles.ts';

const EU = shippedPolicy('eu-14-days');

function article(zh: string, en: string, topics: string[] = [], title = { zh: '说明', en: 'Note' }): Article {
  return { id: 'note', title, body: { zh, en }, topics, updatedAt: '2026-11-01T00:00:00.000Z' };
}

function policyFrom(text: string): Policy {
  const parsed = parsePolicy(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return parsed.policy;
}

/** The seven days of the shipped rules, each made fifteen; the seven to send goods back and to pay stay. */
const fifteen = () =>
  policyFrom(
    shippedYaml('china-7-days')
      .replace(/\bwithin 7\b/g, 'within 15')
      .replace(/\bafter 7\b/g, 'after 15'),
  );

/** By reading all of them: those that say seven days of returns, exchanges or price protection. */
const SEVEN_DAYS = [
  ...['return-policy', 'return-exceptions', 'how-to-return', 'exchange-policy', 'damaged-or-wrong', 'cancel-or-change'],
  ...['price-protection', 'price-protection-examples', 'promotions', 'presale', 'store-location', 'size-shoes'],
  ...['size-clothing', 'size-elderly-shoes', 'appliance-descale', 'care-pillow', 'ship-large', 'ship-overseas'],
  ...['split-parcels', 'check-on-delivery', 'return-shoes', 'return-clothing', 'return-electronics', 'return-cookware'],
  ...['return-large', 'return-gift', 'exchange-sold-out', 'fault-after-seven-days', 'minors', 'withdraw-return'],
];

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

  it('[POLICY-70] finds every sentence of the demo shop that fifteen days everywhere would make untrue, in both languages', () => {
    const found = contradictions(fifteen(), demoArticles('2026-11-12T02:00:00.000Z'));
    const of = (locale: string) => found.filter((each) => each.locale === locale).map(({ articleId }) => articleId);
    expect(new Set(of('zh'))).toEqual(new Set(SEVEN_DAYS));
    expect(new Set(of('en'))).toEqual(new Set(SEVEN_DAYS));
    expect(new Set(found.map(({ says }) => says))).toEqual(new Set([7]));
    expect(of('zh').length + of('en').length).toBe(65);
    for (const [locale, sentence] of [
      ['zh', '签收后 7 天内，在聊天里告诉小二“我要退货”'],
      ['zh', '签收超过 7 天'],
      ['zh', '签收新件后 7 天内再找我们'],
      ['zh', '付款后 7 天内页面降到 169 元'],
      ['zh', '外箱和泡沫请留 7 天，退货时要用原包装'],
      ['en', 'Within 7 days of receipt, tell the clerk in chat'],
      ['en', 'anything received more than 7 days ago'],
      ['en', 'the 7 days count from the day after the last parcel'],
      ['en', 'write to us within 7 days of receiving it'],
    ])
      expect([
        sentence,
        found.some((each) => each.locale === locale && each.sentence.includes(sentence ?? '')),
      ]).toEqual([sentence, true]);
  });

  it.each([
    ['仓库收到验货后 3 个工作日内退款。', 3],
    ['退货的，我们收到货并验好之后 3 个工作日内到账。', 3],
    ['The refund follows within 3 working days after the goods have reached us.', 3],
    ['The money goes back the way you paid within 3 working days after the goods reach us.', 3],
    ['我们收到退货后 3 天内退款。', 3],
  ])('[POLICY-70] %s leaves out the time that the shop has to pay', (text, says) => {
    expect(found(text, ['ask_refund_time'])).toEqual([`refund ${says}`]);
  });

  it.each([
    '退货的，我们收到货并验好，7 天内退款，再过 1–3 个工作日到账。',
    '没发货就取消的订单，1–3 个工作日到账。',
    '我们退出后 1–3 个工作日到账。',
    'We refund within 7 days of the goods reaching us; the money arrives 1–3 working days after that.',
    '申请提交后，请在 7 天内把商品寄回。',
    'Please send them within 7 days.',
  ])('[POLICY-70] %s agrees', (text) => {
    expect(found(text, ['ask_refund_time', 'ask_return_policy'])).toEqual([]);
  });

  it('[POLICY-70] days to send goods back are held against that rule, and not against the window', () => {
    const text = shippedYaml('china-7-days').replace('send-back-within: 7', 'send-back-within: 10');
    expect(found('退货的，请在 7 天内寄回。', [], policyFrom(text))).toEqual(['return 7']);
    expect(found('签收后 7 天内可以退货。', [], policyFrom(text))).toEqual([]);
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
