import { describe, expect, it } from 'vitest';
import { normalise } from '../normalise.ts';
import { featureVocabulary, grams, learnFeatures, sparseFeatures } from './features.ts';

const gramsOf = (text: string) => grams(normalise(text));
const lengthOf = (weights: Float32Array) => Math.hypot(...weights);

describe('n-grams', () => {
  it('are runs of one to four characters with the word’s ends, words, and pairs of words', () => {
    expect(gramsOf('Hi').sort()).toEqual(
      ['ch', 'ci', 'c h', 'chi', 'ci ', 'c hi', 'chi ', 'c hi ', 'whi', 'p^ hi'].sort(),
    );
    expect(gramsOf('red shoes')).toEqual(expect.arrayContaining(['wred', 'wshoes', 'p^ red', 'pred shoes', 'cshoe']));
    expect(gramsOf('red shoes')).not.toContain('cd s');
  });

  it('are the same in any case and width, and a digit counts as any other', () => {
    expect(gramsOf('ＲＥＤ')).toEqual(gramsOf('red'));
    expect(gramsOf('订单123')).toEqual(gramsOf('订单987'));
    expect(gramsOf('  ')).toEqual([]);
  });

  it('a long letter is read from its beginning', () => {
    const letter = '退货 '.repeat(200);
    expect(gramsOf(`${letter}发票`)).toEqual(gramsOf(letter));
  });
});

describe('a vocabulary of features', () => {
  const texts = [[['a', 'a', 'b']], [['a', 'c']], [['a', 'b'], ['d']]];

  it('holds those seen often enough, the most frequent first, and how rare each is', () => {
    const { names, rarity, numberOf } = learnFeatures(texts, { most: 9, atLeast: 2 });
    expect(names).toEqual(['a', 'b']);
    expect([...names.keys()].map((at) => numberOf(names[at] ?? ''))).toEqual([0, 1]);
    expect(numberOf('c')).toBeUndefined();
    // ln((N + 1) / (n + 1)) + 1 with N = 3 texts, of which n = 3 hold a and 2 hold b.
    expect(rarity[0]).toBe(1);
    expect(rarity[1]).toBeCloseTo(Math.log(4 / 3) + 1, 6);
  });

  it('holds no more than it may, those of one frequency by name', () => {
    expect(learnFeatures(texts, { most: 3, atLeast: 1 }).names).toEqual(['a', 'b', 'c']);
  });

  it('weighs by count and rarity, brings each group to length 1, and leaves out what it does not know', () => {
    const vocabulary = featureVocabulary(['a', 'b', 'c'], Float32Array.of(1, 2, 3));
    const { numbers, weights } = sparseFeatures([['a', 'a', 'b', 'x'], ['c'], ['x']], vocabulary);
    expect([...numbers]).toEqual([0, 1, 2]);
    // (1 + ln 2) · 1 to 1 · 2.
    expect((weights[0] ?? 0) / (weights[1] ?? 1)).toBeCloseTo((1 + Math.log(2)) / 2, 5);
    expect(lengthOf(weights.slice(0, 2))).toBeCloseTo(1, 6);
    expect(weights[2]).toBe(1);
    expect(sparseFeatures([], vocabulary).numbers).toHaveLength(0);
  });

  it('counts each group by itself', () => {
    const vocabulary = featureVocabulary(['a', 'b'], Float32Array.of(1, 2));
    expect(vocabulary.count(['b', 'a', 'b', 'x'])).toEqual({ numbers: [1, 0], counts: [2, 1] });
    expect(vocabulary.count(['a', 'b'])).toEqual({ numbers: [0, 1], counts: [1, 1] });
  });
});
