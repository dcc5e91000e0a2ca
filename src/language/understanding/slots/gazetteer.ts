import { lowerCase } from '../../normalise.ts';

/** Words with their slot, found as whole words (English) or stretches (Chinese), the longest first. */
export interface Gazetteer {
  find(text: string): { name: string; start: number; end: number }[];
}

/** Between Latin letters or digits a word ends only where they do. */
const WORD = /[\p{Script=Latin}\p{N}]/u;

export function buildGazetteer(words: Iterable<readonly [word: string, name: string]>): Gazetteer {
  const byStart = new Map<string, { word: string; name: string }[]>();
  for (const [written, name] of words) {
    const word = lowerCase(written).trim();
    if (word.length < 2) continue;
    const first = word[0] ?? '';
    const known = byStart.get(first);
    if (!known) byStart.set(first, [{ word, name }]);
    else if (!known.some((other) => other.word === word)) known.push({ word, name });
  }
  for (const list of byStart.values()) list.sort((a, b) => b.word.length - a.word.length);

  return {
    find(text) {
      const found: { name: string; start: number; end: number }[] = [];
      for (let at = 0; at < text.length; ) {
        const match = byStart
          .get(text[at] ?? '')
          ?.find(({ word }) => text.startsWith(word, at) && isBounded(text, at, word));
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

function isBounded(text: string, at: number, word: string): boolean {
  if (!WORD.test(word[0] ?? '')) return true;
  const after = at + word.length + pluralOf(text, at, word);
  return !WORD.test(text[at - 1] ?? ' ') && !WORD.test(text[after] ?? ' ');
}

/** A listed "kettle" is found in "kettles". */
function pluralOf(text: string, at: number, word: string): number {
  if (!/[a-z]$/.test(word)) return 0;
  const rest = text.slice(at + word.length, at + word.length + 3);
  return /^es(?![a-z])/.test(rest) ? 2 : /^s(?![a-z])/.test(rest) ? 1 : 0;
}
