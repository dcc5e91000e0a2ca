import type { NormalisedText } from '../normalise.ts';

/** A stretch that something else than the network has recognised: a word of the dictionary, a listed product, a number's form. */
export interface Hint {
  /** One of the kinds that the model knows. */
  kind: string;
  /** UTF-16 in the original. */
  start: number;
  end: number;
}

export type FindHints = (source: NormalisedText) => readonly Hint[];

/** A hint by the numbers of its kind and of the text tokens that it covers, `to` exclusive. */
export interface TokenHint {
  kind: number;
  from: number;
  to: number;
}

/** Each kind says where it begins and where it goes on. */
export const MARKS_PER_HINT = 2;

export function hintsOfTokens(
  hints: readonly Hint[],
  spans: readonly { start: number; end: number }[],
  kinds: readonly string[],
): TokenHint[] {
  const found: TokenHint[] = [];
  for (const { kind, start, end } of hints) {
    const number = kinds.indexOf(kind);
    if (number < 0) continue;
    const from = spans.findIndex((span) => span.end > start);
    if (from < 0) continue;
    let to = from;
    while (to < spans.length && (spans[to]?.start ?? end) < end) to++;
    if (to > from) found.push({ kind: number, from, to });
  }
  return found;
}

/** Into row-major marks (T, kinds · 2), `prefix` places before the text's first token. */
export function markHints(
  marks: Float32Array,
  row: number,
  hints: readonly TokenHint[],
  kinds: number,
  prefix: number,
): void {
  const width = kinds * MARKS_PER_HINT;
  for (const { kind, from, to } of hints)
    for (let token = from; token < to; token++)
      marks[row + (prefix + token) * width + kind * MARKS_PER_HINT + (token === from ? 0 : 1)] = 1;
}
