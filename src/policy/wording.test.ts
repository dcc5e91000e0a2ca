import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyArticles } from './articles.ts';
import { daysSaid } from './days-said.ts';
import { RULE_NAMES } from './inputs.ts';
import { DEFAULT_POLICY, SHIPPED_NAMES, shippedPolicy, shippedYaml } from './shipped.ts';
import { policyMarkdown, policyWording } from './wording.ts';
import { parsePolicy } from './yaml/parse.ts';

describe('a rule in words', () => {
  for (const name of SHIPPED_NAMES) {
    it(`[POLICY-55] ${name}: each is a whole text in Chinese and in English`, () => {
      for (const rule of RULE_NAMES) {
        const { zh, en } = policyWording(shippedPolicy(name), rule);
        expect(zh, rule).toMatch(/^[^a-z]+。$/);
        expect(en, rule).toMatch(/^[^\p{Script=Han}]+\.$/u);
        expect(`${zh}${en}`, rule).not.toMatch(/undefined|null|NaN|Infinity|。。|\.\./);
      }
    });
  }

  it('[POLICY-55] says how long and how that is counted, what is excluded, who pays and when money is there', () => {
    const { zh, en } = policyWording(DEFAULT_POLICY, 'return');
    for (const part of [
      '签收后 7 天内可以无理由退货，寄回运费由您承担',
      '质量问题、发错货',
      '寄回运费由我们承担',
      '签收次日起算',
      '定制商品、鲜活易腐商品',
      '拆封后不支持',
      '收到商品后 7 天内退款',
      '礼品卡、账户余额即时到账',
      '1–3 个工作日',
    ])
      expect(zh).toContain(part);
    for (const part of [
      'within 7 days of receipt; you pay the way back',
      'we pay the way back',
      'from the day after receipt to midnight',
      'goods made to order',
      'Once opened',
      'in 1–3 working days',
    ])
      expect(en).toContain(part);
    expect(policyWording(DEFAULT_POLICY, 'exchange').zh).toContain('签收后 15 天内可以换货，寄回运费由我们承担');
    expect(policyWording(shippedPolicy('tau-retail'), 'return').en).toContain('without a limit of days');
    expect(policyWording(shippedPolicy('tau-retail'), 'cancel').zh).toContain('取消要说明原因：不需要了、买错了');
    expect(policyWording(shippedPolicy('tau-retail'), 'price-protection').zh).toBe('本店不提供价保退差。');
  });

  it('[POLICY-55] follows the table: other days, other words', () => {
    const [before, returns = '', after = ''] = shippedYaml('china-7-days').split(/(?=^ {2}(?:return|exchange):$)/m);
    const thirty = returns
      .replaceAll(/(reason: \[no-reason, other\],?\s+days-since-delivery: (?:within|after)) 7/g, '$1 30')
      .replaceAll('way-back: customer', 'way-back: shop');
    const parsed = parsePolicy(`${before}${thirty}${after}`);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const changed = parsed.policy;
    expect(policyWording(changed, 'return').zh).toContain('签收后 30 天内可以无理由退货，寄回运费由我们承担');
    expect(daysSaid(changed).withoutReason.return).toEqual([30]);
  });
});

describe('the articles that the rules write', () => {
  it('[POLICY-56] answer topics of the corpus, in both languages, a thought a paragraph', () => {
    const intents = new Set(
      (
        JSON.parse(readFileSync(new URL('../../corpus/intents.json', import.meta.url), 'utf8')) as { name: string }[]
      ).map(({ name }) => name),
    );
    for (const name of SHIPPED_NAMES) {
      const articles = policyArticles(shippedPolicy(name));
      for (const { id, topics, title, body } of articles) {
        expect(id).toMatch(/^policy:[a-z-]+$/);
        expect(topics.every((topic) => intents.has(topic))).toBe(true);
        expect([title.zh, title.en, body.zh, body.en].every((text) => (text ?? '') !== '')).toBe(true);
      }
      expect(articles.flatMap(({ topics }) => topics)).toEqual(
        expect.arrayContaining([
          'ask_return_policy',
          'ask_exchange_policy',
          'ask_refund_time',
          'ask_return_shipping_fee',
        ]),
      );
    }
    expect(policyMarkdown(DEFAULT_POLICY, 'return').zh?.split('\n\n')).toHaveLength(3);
  });
});
