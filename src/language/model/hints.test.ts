import { describe, expect, it } from 'vitest';
import { hintsOfTokens, MARKS_PER_HINT, markHints } from './hints.ts';

/** red | running | shoes | ! */
const SPANS = [
  { start: 0, end: 3 },
  { start: 4, end: 11 },
  { start: 12, end: 17 },
  { start: 17, end: 18 },
];
const KINDS = ['word', 'listed:product'];
const hint = (start: number, end: number, kind = 'listed:product') => ({ kind, start, end });

describe('hints', () => {
  it('cover the tokens that they touch', () => {
    expect(hintsOfTokens([hint(4, 17)], SPANS, KINDS)).toEqual([{ kind: 1, from: 1, to: 3 }]);
    expect(hintsOfTokens([hint(6, 9, 'word')], SPANS, KINDS)).toEqual([{ kind: 0, from: 1, to: 2 }]);
    expect(hintsOfTokens([hint(17, 18)], SPANS, KINDS)).toEqual([{ kind: 1, from: 3, to: 4 }]);
  });

  it('of a kind that the model does not know, between tokens or behind what was read are left out', () => {
    expect(hintsOfTokens([hint(0, 3, 'form:date'), hint(3, 4), hint(20, 24)], SPANS, KINDS)).toEqual([]);
    expect(hintsOfTokens([hint(0, 3)], [], KINDS)).toEqual([]);
  });

  it('mark where they begin and where they go on, behind the prefix, in their own row', () => {
    const [places, prefix, before] = [4, 1, 3];
    const width = KINDS.length * MARKS_PER_HINT;
    const marks = new Float32Array(before + places * width);
    markHints(
      marks,
      before,
      [
        { kind: 1, from: 0, to: 2 },
        { kind: 0, from: 2, to: 3 },
      ],
      KINDS.length,
      prefix,
    );
    const rows = Array.from({ length: places }, (_, at) => [
      ...marks.slice(before + at * width, before + (at + 1) * width),
    ]);
    // word begins, word goes on, product begins, product goes on
    expect(rows).toEqual([
      [0, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [1, 0, 0, 0],
    ]);
    expect([...marks.slice(0, before)]).toEqual([0, 0, 0]);
  });
});
