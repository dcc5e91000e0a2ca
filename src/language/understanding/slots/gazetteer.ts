import { lowerCase } from '../../normalise.ts';

/** Words with their slot, found as whole words (English) or stretches (Chinese), the longest first. */
export interface Gazetteer {
  find(text: string): { name: string; start: number; end: number }[];
}

/** Between Latin letters or digits a word ends only where they do. */
const WORD = /[\p{Script=Latin}\p{N}]/u;
/** Words are looked for by their first characters, UTF-16; shorter ones are not listed. */
const BEGINNING = 2;

export function buildGazetteer(words: Iterable<readonly [word: string, name: string]>): Gazetteer {
  const byBeginning = new Map<string, { word: string; name: string }[]>();
  for (const [written, name] of words) {
    const word = lowerCase(written).trim();
    if (word.length < BEGINNING) continue;
    const beginning = word.slice(0, BEGINNING);
    const known = byBeginning.get(beginning);
    if (!known) byBeginning.set(beginning, [{ word, name }]);
    else if (!known.some((other) => other.word === word)) known.push({ word, name });
  }
  for (const list of byBeginning.values()) list.sort((a, b) => b.word.length - a.word.length);

  return {
    find(text) {
      const found: { name: string; start: number; end: number }[] = [];
      for (let at = 0; at + BEGINNING <= text.length; ) {
        const candidates = byBeginning.get(text.slice(at, at + BEGINNING));
        const match =
          candidates && mayBegin(text, at)
            ? candidates.find(({ word }) => text.startsWith(word, at) && mayEnd(text, at, word))
            : undefined;
        if (!match) {
          at++;
          continue;
        }
        const end = at + match.word.length + pluralOf(text, at, match.word);
        found.push({ name: match.name, start: at, end });
        at = end;
      }
      return found;
    },
  };
}

function mayBegin(text: string, at: number): boolean {
  return !WORD.test(text[at] ?? '') || !WORD.test(text[at - 1] ?? ' ');
}

/** A word that begins in Chinese ends anywhere. */
function mayEnd(text: string, at: number, word: string): boolean {
  if (!WORD.test(word[0] ?? '')) return true;
  return !WORD.test(text[at + word.length + pluralOf(text, at, word)] ?? ' ');
}

/** A listed "kettle" is found in "kettles". */
function pluralOf(text: string, at: number, word: string): number {
  if (!/[a-z]$/.test(word)) return 0;
  const rest = text.slice(at + word.length, at + word.length + 3);
  return /^es(?![a-z])/.test(rest) ? 2 : /^s(?![a-z])/.test(rest) ? 1 : 0;
}
