import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTokens, cutAtSentences, sentences } from './sentences.ts';

describe('sentences', () => {
  it('[API-63] end where a Chinese or an English sentence ends', () => {
    expect(sentences('一般48小时内发货。偏远地区会慢！「好的。」还有吗？')).toEqual([
      '一般48小时内发货。',
      '偏远地区会慢！',
      '「好的。」',
      '还有吗？',
    ]);
    expect(sentences('It costs ¥199.50. See https://a.example/?q=1 for more! OK')).toEqual([
      'It costs ¥199.50. See https://a.example/?q=1 for more! ',
      'OK',
    ]);
    expect(sentences('1. 跑鞋\n2. 水壶\n')).toEqual(['1. 跑鞋\n', '2. 水壶\n']);
  });

  it('[API-63] joined they are the text again', () => {
    const text = fc.string({ unit: fc.constantFrom('好', '。', '！', '.', '?', ' ', '\n', '1', 'a', '”', '”') });
    fc.assert(fc.property(text, (value) => sentences(value).join('') === value));
  });

  it('[API-63] an answer is cut at the end of a sentence, never within', () => {
    const text = '可以退货。但是穿过的不行。请先联系我们。';
    expect(cutAtSentences(text, { stop: [], maxTokens: null })).toEqual({ text, finish: 'stop' });
    expect(cutAtSentences(text, { stop: [], maxTokens: 14 })).toEqual({
      text: '可以退货。但是穿过的不行。',
      finish: 'length',
    });
    expect(cutAtSentences(text, { stop: [], maxTokens: 2 })).toEqual({ text: '', finish: 'length' });
    expect(cutAtSentences(text, { stop: ['不行'], maxTokens: null })).toEqual({ text: '可以退货。', finish: 'stop' });
    expect(cutAtSentences(text, { stop: ['没有的'], maxTokens: 999 })).toEqual({ text, finish: 'stop' });
  });

  it('[API-92] a stop text that is a sentence’s end leaves that sentence, without the stop text', () => {
    const cut = (text: string, ...stop: string[]) => cutAtSentences(text, { stop, maxTokens: null }).text;
    const text = '可以退货。但是穿过的不行。请先联系我们。';
    expect(cut(text, '。', '请')).toBe('可以退货');
    expect(cut(text, '行。')).toBe('可以退货。');
    expect(cut(text, '我们。')).toBe('可以退货。但是穿过的不行。');
    expect(cut('可以退货。\n请先联系我们。', '。\n')).toBe('可以退货');
    expect(cut('You can. We pay!', '.')).toBe('You can');
    expect(cut('You can. We pay! Really.', '!')).toBe('You can. We pay');
    expect(cut('第一行\n第二行', '\n')).toBe('第一行');
    expect(cut('It costs 19.90 today.', '.')).toBe('');
    expect(cut('要退货吗？可以的。', '？')).toBe('');
    expect(cutAtSentences(text, { stop: ['。'], maxTokens: 3 })).toEqual({ text: '', finish: 'length' });
  });

  it('[API-64] tokens: one a Chinese character or mark, one for every four bytes of another word', () => {
    expect(['', '退货', '退货。', 'delivery', 'a bc', 'naïve', '¥199'].map(countTokens)).toEqual([0, 2, 3, 2, 2, 2, 2]);
  });
});
