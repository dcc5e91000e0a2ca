import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerCase, normalise } from '../normalise.ts';
import { BEGIN_PATTERN, PIECE_PATTERN, pretokenise, WORD_BEGIN } from './pretokenise.ts';

const pieces = (text: string): string =>
  pretokenise(lowerCase(text))
    .map((piece) => piece.text)
    .join(' ');

describe('pretokenise', () => {
  it.each([
    ['Where is my order', '▁where ▁is ▁my ▁order'],
    ['退货怎么退', '退 货 怎 么 退'],
    ['买iPhone15pro吗', '买 ▁iphone ▁1 5 ▁pro 吗'],
    ['size 42 2 pairs', '▁size ▁4 2 ▁2 ▁pairs'],
    ["don't, what's, o'clock", "▁don 't , ▁what 's , ▁o ' ▁clock"],
    ["'it's' boys' 5's", "' ▁it 's ' ▁boys ' ▁5 ' ▁s"],
    ['好的\n谢谢😊👍🏻', '好 的 \n 谢 谢 😊 👍 🏻'],
    ['¥1,299.00!!', '¥ ▁1 , ▁2 9 9 . ▁0 0 ! !'],
    ['été a_b▁c', 'été ▁a _ ▁b ▁ ▁c'],
    ['すごい 대박', 'す ご い 대박'],
    ['   ', ''],
    ['', ''],
  ])('[LANG-52] %j is cut into %j', (text, expected) => {
    expect(pieces(text)).toBe(expected);
  });

  it('[LANG-52] each piece stands where it was written, and only spaces stand between', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (original) => {
        const text = lowerCase(normalise(original).text);
        let last = 0;
        for (const piece of pretokenise(text)) {
          expect(text.slice(last, piece.start)).toMatch(/^ *$/);
          expect([piece.text, `${WORD_BEGIN}${text.slice(piece.start, piece.end)}`]).toContain(
            piece.text.length > piece.end - piece.start ? piece.text : `${WORD_BEGIN}${piece.text}`,
          );
          last = piece.end;
        }
        expect(text.slice(last)).toMatch(/^ *$/);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('[LANG-52] one pass gives what the two patterns of tokenizer.json give', () => {
    const begin = new RegExp(BEGIN_PATTERN, 'gu');
    const piece = new RegExp(PIECE_PATTERN, 'gu');
    const mixed = fc.array(fc.constantFrom(..."abs't 's're0159退▁é.\u0301ー・한😊 \n-Z"), { maxLength: 30 });
    fc.assert(
      fc.property(
        fc.oneof(
          mixed.map((characters) => characters.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (original) => {
          const text = lowerCase(normalise(original).text);
          const marked = text.replace(begin, WORD_BEGIN);
          expect(pretokenise(text).map((each) => each.text)).toEqual(marked.match(piece) ?? []);
        },
      ),
      { numRuns: 2_000, seed: 12 },
    );
  });

  it('[LANG-52] a run of letters without end is cut, and the limit is kept', () => {
    const long = pretokenise('a'.repeat(1_000));
    expect(long[0]?.text).toBe(`▁${'a'.repeat(64)}`);
    expect(long.map((piece) => piece.text).join('')).toBe(`▁${'a'.repeat(1_000)}`);
    expect(pretokenise('一二三四', 2)).toHaveLength(2);
  });
});
