import { normalise } from '../../language/normalise.ts';

/** One word, number or Chinese character, as it is compared. */
export interface Token {
  word: string;
  /** The first of a sentence. */
  opens: boolean;
  /** A space or a mark stands before it. */
  apart: boolean;
  /** A mark or a line's end does. */
  marked: boolean;
}

/** Numbers with their thousands closed up; letters and figures that stand together; single Chinese characters; any other sign. */
const TOKEN = /\d+(?:,\d{3})*(?:\.\d+)?[a-z]*|[a-z][a-z0-9']*|\p{Script=Han}|[^\s]/giu;
const SAYS = /[a-z0-9]|\p{Script=Han}/iu;
/** Marks that part words and say nothing, and signs of friendliness. */
const MARK = /^(?:[\p{P}+~]|[👌👍✅✔🙏😊🙂😄😃😁🎉]|\p{Emoji_Modifier}|\ufe0f)$/u;
const STOP = /^[.。!！;；]$/;

/** Null where something stands in the text that no assent holds: a question mark, another sign, another script. */
export function tokensOf(text: string): Token[] | null {
  const normal = plain(text);
  if (/[?？]/.test(normal)) return null;
  const tokens: Token[] = [];
  let end = 0;
  let opens = true;
  let apart = false;
  let marked = false;
  for (const { index, 0: found } of normal.matchAll(TOKEN)) {
    apart ||= index > end;
    opens ||= normal.slice(end, index).includes('\n');
    marked ||= opens;
    end = index + found.length;
    if (MARK.test(found)) {
      apart = true;
      marked = true;
      opens ||= STOP.test(found);
      continue;
    }
    if (!SAYS.test(found) && !isMoneySign(found)) return null;
    tokens.push({ word: bare(found), opens, apart, marked });
    opens = false;
    apart = false;
    marked = false;
  }
  return tokens;
}

/** The words of something that stands on a card, told apart as those of a message are. */
export function wordsOf(text: string): string[] {
  return (plain(text).match(TOKEN) ?? []).filter((found) => SAYS.test(found)).map(bare);
}

/** Whether these words stand there, one after the other. */
export function isSaidAt(words: readonly string[], tokens: readonly Pick<Token, 'word'>[], at: number): boolean {
  return words.length > 0 && words.every((word, index) => tokens[at + index]?.word === word);
}

function isMoneySign(word: string): boolean {
  return /^\p{Sc}$/u.test(word);
}

function plain(text: string): string {
  return normalise(text).text.toLowerCase().replace(/[’`]/g, "'");
}

/** "I'd" and "Id", 「1,000」 and 「1000」 are one. */
function bare(word: string): string {
  return /^\d/.test(word) ? word.replace(/,/g, '') : word.replace(/'/g, '');
}
