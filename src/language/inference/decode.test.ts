import { describe, expect, it } from 'vitest';
import { decodeSlots, largest, sigmoidOf, softmaxOf, toWholeWords } from './decode.ts';

const SLOTS = ['size', 'colour'];

/** One token a character. */
const spansOf = (text: string) => [...text].map((_, at) => ({ start: at, end: at + 1 }));
/** Logits of a network that is sure of these boundaries and names: `B-size`, `I-size`, `O`. */
const sureOf = (...tags: string[]) => ({
  boundaries: tags.map((tag) => Float32Array.from(['O', 'B', 'I'], (kind) => (tag[0] === kind ? 5 : 0))),
  names: tags.map((tag) => Float32Array.from(SLOTS, (name) => (tag.slice(2) === name ? 5 : 0))),
});

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

describe('boundaries and names → spans', () => {
  it('a B begins, an I goes on, and two that touch stay apart', () => {
    const sure = sureOf('O', 'B-size', 'I-size', 'B-size', 'O', 'B-colour');
    expect(decodeSlots(sure, spansOf('要42码 红'), SLOTS)).toEqual([
      { name: 'size', start: 1, end: 3 },
      { name: 'size', start: 3, end: 4 },
      { name: 'colour', start: 5, end: 6 },
    ]);
  });

  it('an I that nothing began is never chosen, however sure the network is', () => {
    expect(decodeSlots(sureOf('I-size', 'O'), spansOf('码的'), SLOTS)).toEqual([]);
    // The likeliest way to an I that is surer than its beginning is against it goes through that beginning.
    const boundaries = [Float32Array.of(2, 1, 0), Float32Array.of(0, 0, 5)];
    const names = [Float32Array.of(0, 1), Float32Array.of(0, 1)];
    expect(decodeSlots({ boundaries, names }, spansOf('红色'), SLOTS)).toEqual([{ name: 'colour', start: 0, end: 2 }]);
  });

  it('all tokens of a slot have a say in its name: one that is sure outvotes two that waver', () => {
    const { boundaries } = sureOf('B', 'I', 'I');
    const names = [Float32Array.of(0.4, 0), Float32Array.of(0, 3), Float32Array.of(0.4, 0)];
    expect(decodeSlots({ boundaries, names }, spansOf('藏青色'), SLOTS)).toEqual([
      { name: 'colour', start: 0, end: 3 },
    ]);
  });

  it('keeps the gap between the tokens of one slot, and drops what has no length', () => {
    const apart = [
      { start: 0, end: 3 },
      { start: 4, end: 8 },
    ];
    expect(decodeSlots(sureOf('B-colour', 'I-colour'), apart, SLOTS)).toEqual([{ name: 'colour', start: 0, end: 8 }]);
    expect(decodeSlots(sureOf('B-size'), [{ start: 2, end: 2 }], SLOTS)).toEqual([]);
    expect(decodeSlots(sureOf(), [], SLOTS)).toEqual([]);
  });

  it('a model without slots finds none', () => {
    expect(decodeSlots(sureOf('B-size'), spansOf('码'), [])).toEqual([]);
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
