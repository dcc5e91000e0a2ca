import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

describe('normalise', () => {
  it.each([
    ['订单号ＮＯ．２０２５０８０１', '订单号NO.20250801'],
    ['1​3​8', '138'],
    ['請問有羊毛的圍巾嗎', '请问有羊毛的围巾吗'],
    ['訂單到哪裡了', '订单到哪里了'],
    ['著名的后裔', '著名的后裔'],
    ['\u202e退货\u202c', '退货'],
    ['1️⃣', '1'],
    ['退̸货̸', '退货'],
    ['café', 'café'],
    ['①', '1'],
    ['don’t “ask”', `don't "ask"`],
    ['a　b\u00a0c\td', 'a b c d'],
    ['一\r\n二', '一\n\n二'],
    ['\u0000\u0007好\u009f', '好'],
    ['坏\ud800的\udc00', '坏\ufffd的\ufffd'],
    ['हिन्दी', 'हिन्दी'],
    ['\ufeff５０％', '50%'],
  ])('[LANG-1] %j reads %j', (original, text) => {
    expect(normalise(original).text).toBe(text);
  });

  it('[LANG-2] maps every stretch back to where it stood', () => {
    const original = '單號：ＸＥ\u200b２０２５-0042，👍謝謝';
    const normalised = normalise(original);
    const start = normalised.text.indexOf('XE2025-0042');
    const span = normalised.span(start, start + 'XE2025-0042'.length);
    expect(original.slice(span.start, span.end)).toBe('ＸＥ\u200b２０２５-0042');
    const thanks = normalised.text.indexOf('谢谢');
    const thanksSpan = normalised.span(thanks, thanks + 2);
    expect(original.slice(thanksSpan.start, thanksSpan.end)).toBe('謝謝');
  });

  it('[LANG-2] spans stay inside any text, in order, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (original) => {
        const { text, span } = normalise(original);
        expect(normalise(text).text).toBe(text);
        let last = 0;
        for (let at = 0; at < text.length; at++) {
          const here = span(at, at + 1);
          expect(here.start).toBeGreaterThanOrEqual(last);
          expect(here.end).toBeGreaterThan(here.start);
          expect(here.end).toBeLessThanOrEqual(original.length);
          last = here.start;
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
