import { describe, expect, it } from 'vitest';
import { pieceCutter, symbolsOf } from './bpe.ts';
import { learnMerges } from './bpe-training.ts';

const CHARACTERS = ['?', ...'abcdeghilnorstuw▁'];
const ids = new Map(CHARACTERS.map((token, id) => [token, id]));
const word = (text: string, count: number) => ({ symbols: symbolsOf(text, ids, 0)[0], count });

describe('byte-pair encoding', () => {
  it('[LANG-53] learns the merges of the paper: low, lower, newest, widest', () => {
    // Sennrich et al. 2016, figure 1, without the end-of-word sign: e s (9), es t (9), l o (7), lo w (7); then of n e, e w, w est (6)
    // the one with the lowest ids.
    const vocabulary = [...CHARACTERS];
    const words = [word('low', 5), word('lower', 2), word('newest', 6), word('widest', 3)];
    const merges = learnMerges(words, vocabulary, { size: CHARACTERS.length + 5, minimumFrequency: 2 });
    expect(merges.slice(0, 4)).toEqual([
      ['e', 's'],
      ['es', 't'],
      ['l', 'o'],
      ['lo', 'w'],
    ]);
    expect(vocabulary.slice(CHARACTERS.length)).toEqual(['es', 'est', 'lo', 'low', 'ew']);
  });

  it('[LANG-53] equal counts merge in one order, whatever the order of the words', () => {
    const words = ['all', 'cat', 'dog', 'hit', 'nest', 'abba', 'cacao', 'ooo', 'oooo'];
    const learn = (order: readonly string[]) =>
      learnMerges(
        order.map((each) => word(each.replace(/[^abcdeghilnorstuw]/g, ''), 3)),
        [...CHARACTERS],
        { size: 40, minimumFrequency: 2 },
      );
    expect(learn(words.toReversed())).toEqual(learn(words));
  });

  it('[LANG-53] counts that are kept up to date give the merges that counting anew gives', () => {
    const texts = [
      'shoes',
      'shoe',
      'shows',
      'oooooo',
      'sooon',
      'hose',
      'hoses',
      'hosehose',
      'insole',
      'solid',
      'also',
      'bottle',
    ];
    const known = [...CHARACTERS];
    const learned = learnMerges(
      texts.map((text, at) => word(text, at + 2)),
      [...known],
      { size: known.length + 25, minimumFrequency: 2 },
    );
    expect(learned.length).toBeGreaterThan(20);
    expect(learned).toEqual(countedAnew(texts, known, learned.length));
  });

  it('[LANG-53] stops where no pair is frequent enough', () => {
    const words = [word('abc', 1), word('abd', 1)];
    expect(learnMerges(words, [...CHARACTERS], { size: 99, minimumFrequency: 2 })).toEqual([['a', 'b']]);
  });

  it('[LANG-53] cuts by the earliest merge, leftmost first, and keeps the lengths', () => {
    const merges = [
      ['a', 'b'],
      ['b', 'c'],
      ['ab', 'ab'],
    ] as const;
    const all = new Map([...ids, ['ab', 90], ['bc', 91], ['abab', 92]]);
    const cut = pieceCutter(all, merges, 0);
    expect(cut('abcabab')).toEqual({ ids: [90, ids.get('c'), 92], lengths: [2, 1, 4] });
    expect(cut('a😊b')).toEqual({ ids: [ids.get('a'), 0, ids.get('b')], lengths: [1, 2, 1] });
  });
});

/** The textbook's loop: count every pair, merge the best, begin again. */
function countedAnew(texts: readonly string[], characters: readonly string[], times: number): string[][] {
  const tokens = [...characters];
  let words = texts.map((text, at) => ({ symbols: [...text], count: at + 2 }));
  const merges: string[][] = [];
  while (merges.length < times) {
    const counts = new Map<string, number>();
    for (const { symbols, count } of words)
      for (let at = 0; at + 1 < symbols.length; at++) {
        const pair = `${symbols[at]} ${symbols[at + 1]}`;
        counts.set(pair, (counts.get(pair) ?? 0) + count);
      }
    const rank = (pair: string): number[] => pair.split(' ').map((token) => tokens.indexOf(token));
    const [best] = [...counts].sort(([a, often], [b, seldom]) => {
      const [[a0 = 0, a1 = 0], [b0 = 0, b1 = 0]] = [rank(a), rank(b)];
      return seldom - often || a0 - b0 || a1 - b1;
    });
    const [left = '', right = ''] = best?.[0].split(' ') ?? [];
    merges.push([left, right]);
    if (!tokens.includes(left + right)) tokens.push(left + right);
    words = words.map(({ symbols, count }) => ({ symbols: mergedOnce(symbols, left, right), count }));
  }
  return merges;
}

function mergedOnce(symbols: readonly string[], left: string, right: string): string[] {
  const result: string[] = [];
  for (let at = 0; at < symbols.length; at++) {
    if (symbols[at] === left && symbols[at + 1] === right) result.push(left + right) && at++;
    else result.push(symbols[at] ?? '');
  }
  return result;
}
