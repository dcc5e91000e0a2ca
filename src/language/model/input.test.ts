import { describe, expect, it } from 'vitest';
import { normalise } from '../normalise.ts';
import { trainTokenizer } from '../tokenizer/tokenizer.ts';
import { featureVocabulary } from './features.ts';
import { createInput, featureNames } from './input.ts';

describe('features of the turn before', () => {
  const names = (before: 'words' | 'grams') => featureNames(normalise('要'), { before: '退 货' }, { before })[1];

  it('are its words, or all its n-grams, apart from those of the message', () => {
    expect(names('words')).toEqual(['b退', 'b货']);
    expect(names('grams')).toEqual(expect.arrayContaining(['Bc退', 'Bc货', 'Bw退', 'Bp退 货']));
    expect(names('grams')?.every((name) => name.startsWith('B'))).toBe(true);
  });

  it('are read as the vocabulary has them', () => {
    const tokenizer = trainTokenizer(['要退货'], { size: 200, specials: [] });
    const known = (...some: string[]) => {
      const features = featureVocabulary(some, new Float32Array(some.length).fill(1));
      const encode = createInput({ tokenizer, longest: 9, features });
      return [...encode('要', { before: '退 货' }).features.numbers].map((at) => some[at]);
    };
    expect(known('c要', 'b退')).toEqual(['c要', 'b退']);
    expect(known('c要', 'Bp退 货')).toEqual(['c要', 'Bp退 货']);
  });
});
