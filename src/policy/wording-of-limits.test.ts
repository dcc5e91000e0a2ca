import { describe, expect, it } from 'vitest';
import { shippedPolicy } from './shipped.ts';
import { limitsWording } from './wording-of-limits.ts';

describe('sums in words', () => {
  it('[POLICY-71] the owner reads above which sums a person decides, from tables and settings', () => {
    const { zh, en } = limitsWording(shippedPolicy('china-7-days'));
    for (const words of [
      '仅退款超过 50 的，由同事来办',
      '一次超过 5000 的',
      '一天合计超过 10000',
      '全店一天合计超过 200000',
      '超过 20000 的，要两位同事',
    ])
      expect(zh).toContain(words);
    for (const words of [
      'refund without a return: more than 50',
      'More than 5000 at once',
      '10000 for one customer',
      '200000 for the whole shop',
      '20000 at once takes two people',
    ])
      expect(en).toContain(words);
  });

  it('[POLICY-71] none is said where there is none', () => {
    const none = { ...shippedPolicy('tau-retail'), limits: {} };
    expect(limitsWording(none)).toEqual({ zh: '没有金额上限。', en: 'There is no limit to the amounts.' });
  });
});
