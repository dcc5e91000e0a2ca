import { describe, expect, it } from 'vitest';
import { decodeTags, largest, sigmoidOf, softmaxOf, toWholeWords } from './decode.ts';

const TAGS = ['O', 'B-size', 'I-size', 'B-colour', 'I-colour'];
/** One token a character. */
const spansOf = (text: string) => [...text].map((_, at) => ({ start: at, end: at + 1 }));
/** Logits of a network that is sure of these tags. */
const sureOf = (...tags: string[]) => tags.map((tag) => Float32Array.from(TAGS, (other) => (other === tag ? 5 : 0)));

describe('probabilities', () => {
  it('softmax adds up to 1, however large the logits; a higher temperature is less sure and keeps the order', () => {
    const [cold, warm] = [softmaxOf(Float32Array.of(900, 899, 0)), softmaxOf(Float32Array.of(900, 899, 0), 4)];
    expect(cold.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6);
    // Of two that differ by 1: 1 / (1 + 1/e).
    expect(cold[0]).toBeCloseTo(0.7311, 4);
    expect(warm[0]).toBeLessThan(cold[0] ?? 0);
    expect([largest(cold), largest(warm)]).toEqual([0, 0]);
  });

  it('sigmoid asks each by itself', () => {
    expect([...sigmoidOf(Float32Array.of(0, Math.log(3)))].map((each) => each.toFixed(4))).toEqual([
      '0.5000',
      '0.7500',
    ]);
  });
});

describe('tags → spans', () => {
  it('a B begins, an I goes on, and two that touch stay apart', () => {
    const logits = sureOf('O', 'B-size', 'I-size', 'B-size', 'O', 'B-colour');
    expect(decodeTags(logits, spansOf('要42码 红'), TAGS)).toEqual([
      { name: 'size', start: 1, end: 3 },
      { name: 'size', start: 3, end: 4 },
      { name: 'colour', start: 5, end: 6 },
    ]);
  });

  it('an I that nothing began, or that began as another, is never chosen', () => {
    expect(decodeTags(sureOf('I-size', 'O'), spansOf('码的'), TAGS)).toEqual([]);
    // Likeliest of those that may be: one slot of the name that both tokens speak for.
    const mixed = [Float32Array.of(0, 5, 0, 4, 0), Float32Array.of(0, 0, 0, 0, 5)];
    expect(decodeTags(mixed, spansOf('红色'), TAGS)).toEqual([{ name: 'colour', start: 0, end: 2 }]);
  });

  it('keeps the gap between the tokens of one slot, and drops what has no length', () => {
    const apart = [
      { start: 0, end: 3 },
      { start: 4, end: 8 },
    ];
    expect(decodeTags(sureOf('B-colour', 'I-colour'), apart, TAGS)).toEqual([{ name: 'colour', start: 0, end: 8 }]);
    expect(decodeTags(sureOf('B-size'), [{ start: 2, end: 2 }], TAGS)).toEqual([]);
    expect(decodeTags([], [], TAGS)).toEqual([]);
  });
});

describe('whole words', () => {
  const whole = (text: string, ...spans: [number, number][]) =>
    toWholeWords(
      spans.map(([start, end]) => ({ name: 'product', start, end })),
      text,
    ).map(({ start, end }) => text.slice(start, end));

  it('[LANG-43] a span that ends inside a Latin word or a number holds it whole; Chinese stays as it is cut', () => {
    expect(whole('order 12345 now', [8, 10])).toEqual(['12345']);
    expect(whole('my café lamps', [3, 5])).toEqual(['café']);
    expect(whole('红色跑鞋', [2, 4])).toEqual(['跑鞋']);
    expect(whole('买iphone手机', [2, 5])).toEqual(['iphone']);
  });

  it('[LANG-43] spans that grow into one another become one', () => {
    expect(whole('kettles', [0, 2], [3, 5])).toEqual(['kettles']);
    expect(
      toWholeWords(
        [
          { name: 'size', start: 0, end: 2 },
          { name: 'colour', start: 3, end: 5 },
        ],
        'kettles',
      ),
    ).toEqual([{ name: 'size', start: 0, end: 7 }]);
  });
});
