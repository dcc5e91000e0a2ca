/**
 * Where words are cut before any merge is tried. The marker ▁ (U+2581) stands before the first character of a Latin word or a number: spaces are
 * dropped, and still 「42 2」 is not 「422」. A Chinese character, a digit, a sign and a line end each stand alone.
 *
 * The rules are regular expressions that Oniguruma and JavaScript read alike, because tokenizer.json carries them as they are.
 */
export const WORD_BEGIN = '\u2581';

/** A piece of a text; `start` and `end` are its place there (UTF-16), the marker not counted. */
export interface Piece {
  /** With the marker where a word begins. */
  text: string;
  start: number;
  end: number;
}

/** Scripts without spaces: 々〆〇, kana, bopomofo, ideographs. */
const ALONE = '\u3005-\u3007\u3040-\u312f\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3134f}';
const IN_WORD = `(?![${ALONE}])[\\p{L}\\p{M}]`;
/** A run of letters is cut here, so that a hundred thousand of them cost no more than as many words. */
const LONGEST = 64;
const LETTERS = `(?:${IN_WORD}){1,${LONGEST}}`;
/** As GPT-2 cuts them: where's → where + 's, don't → don + 't. */
const CONTRACTION = '(?:s|t|re|ve|m|ll|d)(?![a-z])';

/** The empty places that get a marker. */
export const BEGIN_PATTERN = `(?:(?<![\\p{L}\\p{M}])|(?<=[${ALONE}]))(?=[a-z])(?!(?<=[a-z]')${CONTRACTION})|(?<![0-9])(?=[0-9])`;
/** The pieces of a text with its markers; what lies between them is space. */
export const PIECE_PATTERN = `(?<=[a-z])'${CONTRACTION}|${WORD_BEGIN}(?=[a-z])${LETTERS}|${LETTERS}|${WORD_BEGIN}[0-9]|\\n|\\S`;

const UNMARKED = new RegExp(`(?<=[a-z])'${CONTRACTION}|(${LETTERS})|([0-9])|\\n|\\S`, 'gu');
const BASIC_LETTER = /^[a-z]/;
const DIGIT = /[0-9]/;

/** The pieces of a normalised, lower-cased text in order, at most `limit` of them. Both patterns in one pass, with places. */
export function pretokenise(text: string, limit = Number.POSITIVE_INFINITY): Piece[] {
  const pieces: Piece[] = [];
  let wordEnd = 0;
  for (const match of text.matchAll(UNMARKED)) {
    if (pieces.length >= limit) break;
    const [piece, letters, digit] = match;
    const start = match.index;
    const end = start + piece.length;
    const begins =
      digit === undefined
        ? letters !== undefined && BASIC_LETTER.test(piece) && (start === 0 || wordEnd !== start)
        : start === 0 || !DIGIT.test(text[start - 1] ?? '');
    if (letters !== undefined) wordEnd = end;
    pieces.push({ text: begins ? WORD_BEGIN + piece : piece, start, end });
  }
  return pieces;
}
