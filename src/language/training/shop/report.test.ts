import { describe, expect, it } from 'vitest';
import { PART, REPORT } from '../report/testing/sample-report.ts';
import type { Objection } from './comparison.ts';
import type { ShopReport } from './report.ts';
import { shopReportPage } from './report-page.ts';

const OBJECTIONS: Objection[] = [
  { kind: 'too-few-messages', messages: 29, needed: 30 },
  { kind: 'no-gain', gain: -0.004, needed: 0.01 },
  { kind: 'worse', part: 'general', than: 'shipped', measure: 'slotF1', by: 0.0123, allowed: 0.002 },
];
const of = (objections: Objection[]): ShopReport => ({
  ...{ corpus: REPORT.corpus, recipe: REPORT.recipe, curve: REPORT.curve, objections },
  messages: { training: 900, development: 120 },
  general: { old: PART, new: PART, shipped: PART },
  shop: { old: PART, new: PART },
});

describe('the report of a training for a shop', () => {
  it('[LANG-77] shows both sides and the shipped model, in both languages, and needs nothing else', () => {
    for (const locale of ['zh', 'en'] as const) {
      const page = shopReportPage(of([]), locale);
      expect(page).not.toMatch(/https?:|<script|<link|<img|url\(|@import/);
      expect(page).toContain(`<html lang="${locale}">`);
      for (const words of [
        '新模型更好，已启用',
        'takes over',
        '自带的模型',
        'shipped model',
        '现在用的模型',
        'new model',
      ])
        expect(page).toContain(words);
      expect(page).toContain('shoe &lt;b&gt;where&lt;/b&gt;');
      const opened = [...page.matchAll(/<(section|table|tr|td|th|svg|div|ol|li|p|span|details|dl)\b/g)].length;
      expect([...page.matchAll(/<\/(section|table|tr|td|th|svg|div|ol|li|p|span|details|dl)>/g)]).toHaveLength(opened);
      expect(page).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('[LANG-77] says why a new model does not take over', () => {
    const page = shopReportPage(of(OBJECTIONS), 'zh');
    for (const words of [
      '店铺留出的语句只有 29 条，至少要 30 条',
      'it takes 30 to tell',
      '平均变化 -0.4 个百分点，至少要高 1.0',
      'changes by -0.4 points; it takes 1.0 more',
      '通用语句的槽位比自带的模型差 1.2 个百分点（最多 0.2）',
      'on the general messages, slots: 1.2 points worse than the shipped model (0.2 at most)',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('已启用');
  });
});
