import { describe, expect, it } from 'vitest';
import { detectLocale } from './language.ts';
import { searchTerms, words } from './segment.ts';

describe('language', () => {
  it.each([
    ['我的快递到哪了', 'zh'],
    ['我的order到哪了', 'zh'],
    ['有没有nike air max 270', 'zh'],
    ['請問有羊毛的圍巾嗎', 'zh'],
    ['kuaidi dao na le', 'zh'],
    ['qu xiao ding dan', 'zh'],
    ['tuihuo', 'zh'],
    ['where is my parcel', 'en'],
    ['can I get a 退款 please', 'en'],
    ['I want to return the kettle', 'en'],
    ['hello', 'en'],
    ['return', 'en'],
    ['refund status', 'en'],
    ['running shoes size 42', 'en'],
    ['cancel', 'en'],
    ['XE20251103-0042', null],
    ['13800138000', null],
    ['ming@example.com', null],
    ['👍', null],
    ['ok', null],
    ['', null],
    ['42', null],
  ])('[LANG-3] %j is %s', (text, locale) => {
    expect(detectLocale(text)).toBe(locale);
  });

  it('[LANG-4] cuts Chinese into words, keeps codes whole and English as written', () => {
    expect(words('我想退货XE20251103-0042 Running shoes')).toEqual([
      '我',
      '想',
      '退货',
      'xe20251103-0042',
      'running',
      'shoes',
    ]);
  });

  it('[LANG-4] search terms hold character pairs, stems and the parts of codes', () => {
    const terms = searchTerms('退货运费 returning the kettles XE20251103-0042');
    for (const term of ['退货', '运费', '货运', 'return', 'kettl', 'xe20251103-0042', '0042'])
      expect(terms).toContain(term);
    expect(terms).not.toContain('the');
    for (const [one, other] of [
      ['cancelled', 'cancellation'],
      ['exchange', 'exchanging'],
      ['batteries', 'battery'],
      ['shipped', 'shipping'],
      ['shoes', 'shoe'],
    ]) {
      expect(searchTerms(one ?? '')).toEqual(searchTerms(other ?? ''));
    }
  });
});
