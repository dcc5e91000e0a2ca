import type { Row } from '../../../src/language/evaluation/rows.ts';

export interface Token {
  text: string;
  start: number;
  end: number;
}

export interface Sentence {
  row: Row;
  tokens: Token[];
}

/** Tokens by number, `to` exclusive. */
export interface Stretch {
  from: number;
  to: number;
}

/** A Chinese character, a run of other letters, a run of digits, or one sign. */
const TOKEN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\p{N}+|\S/gu;

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    text: token,
    start: index,
    end: index + token.length,
  }));
}

/** The tokens of a span; one that the span only cuts belongs to it. */
export function stretchOf(tokens: readonly Token[], { start, end }: { start: number; end: number }): Stretch {
  const from = tokens.findIndex((token) => token.end > start);
  const after = tokens.findIndex((token) => token.start >= end);
  return { from, to: after === -1 ? tokens.length : after };
}
