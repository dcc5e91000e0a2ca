import type { Row, Span } from '../../../src/language/evaluation/rows.ts';
import type { Shuffler } from '../contestant.ts';
import { trainBoundaries } from './boundaries.ts';
import { trainNames } from './names.ts';
import { tokensOf } from './tokens.ts';

export interface Tagger {
  read(row: Row): Span[];
  bytes: number;
}

/** First where spans stand, then what each is: a name may hang on the whole message, a boundary hangs on what is next to it. */
export function trainTagger(rows: readonly Row[], random: Shuffler): Tagger {
  const sentences = rows.map((row) => ({ row, tokens: tokensOf(row.text) }));
  const boundaries = trainBoundaries(sentences, random);
  const names = trainNames(sentences, random);
  const read = (row: Row): Span[] => {
    const sentence = { row, tokens: tokensOf(row.text) };
    return names.read(sentence, boundaries.read(sentence.tokens));
  };
  return { read, bytes: boundaries.bytes + names.bytes };
}
