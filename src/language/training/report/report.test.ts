import { describe, expect, it } from 'vitest';
import { modelCard } from './model-card.ts';
import { lineChart } from './page/line-chart.ts';
import { reportPage } from './page/page.ts';
import { figuresToKeep } from './report.ts';
import { PART, REPORT } from './testing/sample-report.ts';

describe('the report of a training', () => {
  it('[LANG-72] counts what is taken for what, by intent and by group', () => {
    expect(PART.confusion).toEqual({
      labels: ['cancel_order', 'return_items', 'track_order'],
      counts: [
        [1, 0, 0],
        [2, 0, 0],
        [1, 0, 1],
      ],
    });
    expect(PART.groups).toEqual({
      labels: ['aftersales', 'order'],
      counts: [
        [0, 2],
        [0, 3],
      ],
    });
    expect(PART.pairs).toEqual([
      { meant: 'return_items', given: 'cancel_order', count: 2, text: '鞋子退了吧' },
      { meant: 'track_order', given: 'cancel_order', count: 1, text: 'shoe <b>where</b> "is" it' },
    ]);
  });

  it('[LANG-72] lists the worst intents and slots first, and the surest of the wrong readings', () => {
    expect(PART.intents.map(({ label, f1 }) => [label, Number(f1.toFixed(3))])).toEqual([
      ['return_items', 0],
      ['cancel_order', 0.4],
      ['track_order', 0.667],
    ]);
    expect(PART.slots).toEqual([{ label: 'product', precision: 2 / 3, recall: 2 / 5, f1: 0.5, support: 5 }]);
    expect(PART.worst.map(({ text, given, probability }) => [text, given, probability])).toEqual([
      ['鞋子退了吧', 'cancel_order', 0.9],
      ['shoe <b>where</b> "is" it', 'cancel_order', 0.55],
      ['伞我要退', 'cancel_order', 0.4],
    ]);
  });

  it('[LANG-72] how sure against how right: every message in one of ten bins', () => {
    expect(PART.calibration.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 0, 3]);
    expect(PART.calibration[9]).toMatchObject({ from: 0.9, to: 1, right: 2 / 3 });
    expect(PART.calibration[9]?.probability).toBeCloseTo(0.95);
    expect(PART.calibration[0]).toMatchObject({ probability: null, right: null });
  });

  it('[LANG-72] the page needs nothing else, speaks both languages, and shows text as text', () => {
    for (const locale of ['zh', 'en'] as const) {
      const page = reportPage(REPORT, locale);
      expect(page).not.toMatch(/https?:|<script|<link|<img|url\(|@import/);
      expect(page).toContain(`<html lang="${locale}">`);
      expect(page).toMatch(new RegExp(`value="${locale}"|id="in-${locale}" checked`));
      expect(page).toContain('shoe &lt;b&gt;where&lt;/b&gt; &quot;is&quot; it');
      expect(page).not.toContain('<b>where');
      expect(page).toContain('prefers-color-scheme: dark');
      for (const words of ['训练曲线', 'Curves', '查物流', 'track an order', 'held out', '留出集'])
        expect(page).toContain(words);
      const opened = [...page.matchAll(/<(section|table|tr|td|th|svg|div|ol|li|p|span|details|dl)\b/g)].length;
      expect([...page.matchAll(/<\/(section|table|tr|td|th|svg|div|ol|li|p|span|details|dl)>/g)]).toHaveLength(opened);
      expect(page).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('[LANG-72] without a held-out part it shows the development part alone', () => {
    const page = reportPage({ ...REPORT, heldOut: null }, 'en');
    expect(page).toContain('id="of-development" checked');
    expect(page).not.toContain('id="of-held-out"');
  });

  it('[LANG-72] curves stand at round numbers, whatever they are', () => {
    const chart = (values: (number | null)[]) =>
      lineChart({ title: { en: 'x' }, style: 'loss', values, format: (value) => value.toFixed(2) });
    const ticks = (svg: string) => [...svg.matchAll(/text-anchor="end">([^<]+)/g)].map((match) => Number(match[1]));
    expect(ticks(chart([4, 2.5]))).toEqual([2.5, 3, 3.5, 4]);
    expect(ticks(chart([0.912, 0.934, null, 0.941]))).toEqual([0.91, 0.92, 0.93, 0.94, 0.95]);
    expect(chart([1])).not.toMatch(/NaN|Infinity/);
    expect(chart([0, 0, 0])).not.toMatch(/NaN|Infinity/);
    expect(chart([null, null])).toBe('');
  });

  it('[LANG-74] the model card states data, figures and limits, and the same figures travel with the model', () => {
    const card = modelCard(REPORT, { isOwnCorpus: true });
    const figures = figuresToKeep(REPORT);
    expect(figures).toMatchObject({ 'heldOut.all.top1': 0.4, 'heldOut.zh.top1': 0.5, 'heldOut.en.messages': 1 });
    expect(card).toContain('| Held out, Chinese | 4 | 50.0 |');
    expect(card).toContain('| Held out, English | 1 | 0.0 |');
    expect(card).toContain('90 messages to learn from');
    expect(card).toContain('Rounding to 8 bits costs 10.00 points');
    expect(card).toContain('`return_items` (F1 0)');
    for (const words of ['局限', 'Limits', 'xiaoer train --shop', 'ab'.repeat(32)]) expect(card).toContain(words);
    expect(card).not.toMatch(/NaN|undefined|null/);
  });

  it('[LANG-74] the card says which part its weakest intents are from, what is read of a long message, and why development is lower', () => {
    const card = modelCard(REPORT, { isOwnCorpus: true });
    expect(card).toContain('Weakest intents on the held-out part: `return_items` (F1 0)');
    expect(card).toContain(`At most ${REPORT.recipe.shape.longest} tokens`);
    for (const words of ['Why development is lower', '开发集为什么低']) expect(card).toContain(words);
    const alone = modelCard({ ...REPORT, heldOut: null }, { isOwnCorpus: true });
    expect(alone).toContain('Weakest intents on the development part: ');
    expect(alone).not.toContain('Why development is lower');
  });

  it('[LANG-74] of another corpus the card claims nothing that is known of the project’s own alone', () => {
    const [last] = REPORT.curve;
    const unseen = { label: 'order_detail', precision: 0, recall: 0, f1: 0, support: 0 };
    const part = { ...PART, intents: [unseen, ...PART.intents] };
    const card = modelCard(
      { ...REPORT, heldOut: part, development: part, curve: last ? [{ ...last, seconds: 12.4 }] : [] },
      { isOwnCorpus: false },
    );
    expect(card).toContain('1 epoch in 12 seconds with');
    expect(card).toContain('3 intents.');
    for (const claim of ['line by line', '逐条撰写', 'from `corpus/`', '从 `corpus/`', 'order_detail'])
      expect(card).not.toContain(claim);
  });
});
