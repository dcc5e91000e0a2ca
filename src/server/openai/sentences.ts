/** Ends of Chinese and English sentences with closing quotes and space after them, and line breaks. "3. " at a list's head is none. */
const SENTENCE = /.*?(?:[。！？…]+[”’」』）)"']*[ \t]*\n*|(?:[!?]+|(?<!\d)\.+)[”’"')]*(?=\s|$)[ \t]*\n*|\n+|$)/gsu;

/** The sentences of a text with the white space after them: joined they are the text again. */
export function sentences(text: string): string[] {
  return [...text.matchAll(SENTENCE)].map(([sentence]) => sentence).filter((sentence) => sentence !== '');
}

const CHINESE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\u3000-\u303f\uff00-\uffef]/gu;

/**
 * How many tokens a text counts as: one for each Chinese character or full-width mark, one for every four bytes, begun, of each other word.
 * Our own measure, the same whatever brain answers: near what the common tokenizers count, and not what any endpoint bills.
 */
export function countTokens(text: string): number {
  const chinese = text.match(CHINESE)?.length ?? 0;
  const words = text.replace(CHINESE, ' ').split(/\s+/).filter(Boolean);
  return words.reduce((sum, word) => sum + Math.ceil(Buffer.byteLength(word) / 4), chinese);
}

export interface Cut {
  text: string;
  finish: 'stop' | 'length';
}

/** A statement's end, which leaves the statement whole when it goes. A question without its mark would be a statement, so that is none. */
const STATEMENT_END = /^(?=[。！!….])[。！!….”’」』）)"']*\s*$/u;

/** The sentence up to the stop text within it, where only its end mark is cut off. */
function withoutEnd(sentence: string, at: number): string {
  return at > 0 && at < sentence.length && STATEMENT_END.test(sentence.slice(at)) ? sentence.slice(0, at) : '';
}

/**
 * The whole sentences before the first of the `stop` texts that fit into `maxTokens`. Half a sentence is never sent: with a "not" cut off it
 * would say something else than what was checked.
 */
export function cutAtSentences(text: string, limits: { stop: readonly string[]; maxTokens: number | null }): Cut {
  const stops = limits.stop.map((stop) => text.indexOf(stop)).filter((index) => index >= 0);
  const end = Math.min(text.length, ...stops);
  let kept = '';
  let tokens = 0;
  for (const sentence of sentences(text)) {
    const isLast = kept.length + sentence.trimEnd().length > end;
    const whole = isLast ? withoutEnd(sentence, end - kept.length) : sentence;
    tokens += countTokens(whole);
    if (limits.maxTokens !== null && tokens > limits.maxTokens) return { text: kept.trimEnd(), finish: 'length' };
    kept += whole;
    if (isLast) break;
  }
  return { text: kept.trimEnd(), finish: 'stop' };
}
