import { AppError } from '../../core/errors.ts';
import type { NormalisedText } from '../normalise.ts';
import { asNormalised, lowerCase, normalise } from '../normalise.ts';
import { pieceCutter, symbolsOf } from './bpe.ts';
import { learnMerges } from './bpe-training.ts';
import { pretokenise } from './pretokenise.ts';
import { readLearned, writeLearned } from './tokenizer-json.ts';
import type { Learned } from './vocabulary.ts';
import { allSpecials, beginVocabulary, MARKING, UNKNOWN } from './vocabulary.ts';

export interface Encoding {
  ids: number[];
  /**
   * UTF-16 stretch of the ORIGINAL text per id, in order, never overlapping. Where one original character gives several tokens (㎏) the first has
   * its stretch and the others an empty one behind it.
   */
  spans: { start: number; end: number }[];
}

/** Text → token ids and back. Specials come from code alone: no text that a shopper writes gives one, but for [UNK] for what is unknown. */
export interface Tokenizer {
  readonly size: number;
  /** id of a special or ordinary token, null if unknown */
  idOf(token: string): number | null;
  /** At most `limit` tokens. */
  encode(text: string | NormalisedText, limit?: number): Encoding;
  /** Throws `tokenizer.unknown-id`. */
  tokenOf(id: number): string;
  /** The content of a tokenizer.json. */
  toJson(): string;
}

/** Learns from texts; the same texts in any order give the same tokenizer. Pairs seen fewer than `minimumFrequency` times (2) do not merge. */
export function trainTokenizer(
  texts: Iterable<string>,
  options: { size: number; specials: readonly string[]; minimumFrequency?: number },
): Tokenizer {
  const specials = allSpecials(options.specials);
  const pieces = new Map<string, number>();
  const characters = new Map<string, number>();
  for (const text of texts) {
    for (const piece of pretokenise(lowerCase(normalise(text).text)))
      pieces.set(piece.text, (pieces.get(piece.text) ?? 0) + 1);
  }
  for (const [piece, count] of pieces)
    for (const character of piece) characters.set(character, (characters.get(character) ?? 0) + count);
  const vocabulary = beginVocabulary(specials, characters, options.size);
  const ids = new Map(vocabulary.map((token, id) => [token, id]));
  const words = [...pieces].map(([piece, count]) => ({ symbols: symbolsOf(piece, ids, UNKNOWN)[0], count }));
  const learned = learnMerges(
    // A character that found no room must not merge.
    words.filter(({ symbols }) => symbols.length > 1 && !symbols.includes(UNKNOWN)),
    vocabulary,
    { size: options.size, minimumFrequency: options.minimumFrequency ?? 2 },
  );
  return tokenizerOf({ vocabulary, merges: [...MARKING, ...learned], specials: specials.length });
}

/** From the content of a tokenizer.json that toJson has written. Throws `tokenizer.damaged`, saying what is wrong. */
export function readTokenizer(json: string): Tokenizer {
  return tokenizerOf(readLearned(json));
}

function tokenizerOf(learned: Learned): Tokenizer {
  const { vocabulary, merges } = learned;
  const ids = new Map(vocabulary.map((token, id) => [token, id]));
  const cut = pieceCutter(ids, merges, UNKNOWN);
  return {
    size: vocabulary.length,
    idOf: (token) => ids.get(token) ?? null,
    encode(text, limit = Number.POSITIVE_INFINITY) {
      const normalised = asNormalised(text);
      const encoding: Encoding = { ids: [], spans: [] };
      let last = 0;
      for (const piece of pretokenise(lowerCase(normalised.text), limit)) {
        const { ids: tokens, lengths } = cut(piece.text);
        let at = piece.start;
        for (let token = 0; token < tokens.length && encoding.ids.length < limit; token++) {
          const next = at + (lengths[token] ?? 0);
          const { start, end } = normalised.span(at, next);
          encoding.ids.push(tokens[token] ?? UNKNOWN);
          encoding.spans.push({ start: Math.max(start, last), end: Math.max(end, last) });
          last = Math.max(end, last);
          at = next;
        }
        if (encoding.ids.length >= limit) break;
      }
      return encoding;
    },
    tokenOf(id) {
      const token = vocabulary[id];
      if (token === undefined)
        throw new AppError('tokenizer.unknown-id', { detail: `${id} of ${vocabulary.length} tokens` });
      return token;
    },
    toJson: () => writeLearned(learned),
  };
}
