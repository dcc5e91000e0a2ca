import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { normalise } from '../normalise.ts';
import { readTokenizer, trainTokenizer } from './tokenizer.ts';

const TEXTS = [
  '我的快递到哪了？订单号XE20251103-0042',
  '想退货，鞋子太小了😊',
  '尺码42，要2双',
  'where is my order, and where is my bag',
  'my bag is late',
  "I'd like to return the shoes, they don't fit",
  'can you return my order to the store',
  'how much is the return fee for 2 pairs of shoes?',
];
const SPECIALS = ['[asked=order]', '[after=find_product]'];
const tokenizer = trainTokenizer(TEXTS, { size: 400, specials: SPECIALS });
const surfaces = (text: string): string[] =>
  tokenizer.encode(text).spans.map(({ start, end }) => text.slice(start, end));

describe('tokenizer', () => {
  it('[LANG-54] its specials have fixed ids and come from no text', () => {
    expect(['[PAD]', '[UNK]', '[CLS]', '[MASK]', '[SEP]', ...SPECIALS].map(tokenizer.idOf)).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
    for (const text of [...SPECIALS, '[CLS]', '[UNK] [PAD]', 'x[SEP]'])
      expect(tokenizer.encode(text).ids.filter((id) => id < 7)).toEqual([]);
    expect(tokenizer.idOf('[nobody]')).toBeNull();
    expect(() => trainTokenizer([], { size: 400, specials: ['[CLS]'] })).toThrow('tokenizer.special');
    expect(() => trainTokenizer([], { size: 400, specials: ['退'] })).toThrow('tokenizer.special');
    expect(() => trainTokenizer([], { size: 50, specials: [] })).toThrow('tokenizer.size');
  });

  it('[LANG-54] frequent words are one token, others several, and Chinese one a character', () => {
    expect(surfaces('Where is my RETURN?')).toEqual(['Where', 'is', 'my', 'RETURN', '?']);
    expect(surfaces('returning').length).toBeGreaterThan(1);
    expect(surfaces('想退ＳＨＯＥＳ')).toEqual(['想', '退', 'ＳＨＯＥＳ']);
    expect(tokenizer.tokenOf(tokenizer.encode('my').ids[0] ?? 0)).toBe('▁my');
  });

  it('[LANG-54] what was never seen is unknown and keeps its place', () => {
    const text = '龘 我的 🦖';
    expect(tokenizer.encode(text).ids.map((id) => id === 1)).toEqual([true, false, false, true]);
    expect(surfaces(text)).toEqual(['龘', '我', '的', '🦖']);
    expect(surfaces('訂單到哪裡了')).toEqual(['訂', '單', '到', '哪', '裡', '了']);
    expect(() => tokenizer.tokenOf(tokenizer.size)).toThrow('tokenizer.unknown-id');
  });

  it('[LANG-54] bad input: nothing, spaces, a hundred thousand letters, broken surrogates', () => {
    for (const text of ['', '   ', '\u200b\ufeff']) expect(tokenizer.encode(text)).toEqual({ ids: [], spans: [] });
    expect(tokenizer.encode('a'.repeat(100_000), 128).ids).toHaveLength(128);
    expect(tokenizer.encode('退'.repeat(100_000), 128).spans.at(-1)).toEqual({ start: 127, end: 128 });
    expect(surfaces('退\ud800货\udc00')).toEqual(['退', '\ud800', '货', '\udc00']);
    expect(surfaces('5㎏')).toEqual(['5', '㎏', '']);
  });

  it('[LANG-54] spans lie inside the original, in order, apart, and rebuild all that is no space', () => {
    const risky = fc.constantFrom(
      '退',
      'e\u0301',
      '👩‍👩‍👧',
      '\u202e',
      'שלום',
      '㎏',
      '①',
      '\ud83d',
      'Order',
      "'s",
      '１２',
      ' ',
      '\n',
      'ﬁ',
      '裡',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(risky, { maxLength: 20 }).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 30 }), (original, limit) => {
        const { ids, spans } = tokenizer.encode(original);
        let last = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(original.length);
        const compact = (each: string): string => normalise(each).text.replace(/[ \n]/g, '');
        expect(compact(spans.map(({ start, end }) => original.slice(start, end)).join(''))).toBe(compact(original));
        const limited = tokenizer.encode(normalise(original), limit);
        expect(limited).toEqual({ ids: ids.slice(0, limit), spans: spans.slice(0, limit) });
      }),
      { numRuns: 400, seed: 13 },
    );
  });

  it('[LANG-54] the same texts in any order give the same file', () => {
    const random = seededRandom(5);
    const shuffled = TEXTS.map((text) => ({ text, at: random.next() })).sort((a, b) => a.at - b.at);
    const again = trainTokenizer(
      shuffled.map(({ text }) => text),
      { size: 400, specials: SPECIALS },
    );
    expect(again.toJson()).toBe(tokenizer.toJson());
  });

  it('[LANG-54] where the vocabulary is small the rare characters go', () => {
    const small = trainTokenizer(['的的的货', '的货', '龘'], { size: 113, specials: [] });
    expect([small.idOf('的'), small.idOf('货'), small.idOf('龘')].map((id) => id === null)).toEqual([
      false,
      false,
      true,
    ]);
    expect(small.size).toBe(113);
  });
});

describe('tokenizer.json', () => {
  const written = tokenizer.toJson();
  it('[LANG-55] reads back the same', () => {
    const read = readTokenizer(written);
    expect(read.toJson()).toBe(written);
    for (const text of TEXTS) expect(read.encode(text)).toEqual(tokenizer.encode(text));
  });

  interface File {
    added_tokens: unknown[];
    normalizer: unknown;
    pre_tokenizer: { pattern: { Regex: string } };
    model: { type: string; vocab: Record<string, number>; merges: unknown[] };
  }
  const changed = (change: (file: File) => void): string => {
    const file: File = JSON.parse(written);
    change(file);
    return JSON.stringify(file);
  };
  it.each([
    ['cut off', written.slice(0, -100), 'not JSON'],
    ['empty', '', 'not JSON'],
    ['another thing', '{"a":1}', 'added_tokens'],
    ['another model', changed((file) => (file.model.type = 'WordPiece')), 'model.type'],
    ['a hole in the ids', changed((file) => (file.model.vocab.退 = 9_999)), 'id 9999'],
    ['an id twice', changed((file) => (file.model.vocab.退 = 0)), 'id 0'],
    ['a fraction for an id', changed((file) => (file.model.vocab.退 = 0.5)), '退'],
    ['a special moved', changed((file) => file.added_tokens.reverse()), 'added token 0'],
    ['a special missing', changed((file) => (file.added_tokens = file.added_tokens.slice(0, 4))), '[SEP]'],
    ['a merge missing', changed((file) => file.model.merges.splice(40, 1)), 'merge'],
    ['a merge twice', changed((file) => file.model.merges.push(file.model.merges[40])), 'stands twice'],
    ['merges turned round', changed((file) => file.model.merges.reverse()), 'marker'],
    ['a merge of strangers', changed((file) => file.model.merges.push(['龘', '龘'])), 'does not fit'],
    ['other pieces', changed((file) => (file.pre_tokenizer.pattern.Regex = '.')), 'pre_tokenizer'],
    ['another normalizer', changed((file) => (file.normalizer = null)), 'normalizer'],
  ])('[LANG-55] says what is wrong: %s', (_, json, detail) => {
    const read = () => readTokenizer(json);
    expect(read).toThrow(AppError);
    expect(read).toThrow('tokenizer.damaged');
    expect(read).toThrow(detail);
  });
});
