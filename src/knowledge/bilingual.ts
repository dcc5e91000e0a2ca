import { stem } from '../language/stem.ts';
import { PAIRS } from './shop-words.ts';

const OTHERS = new Map<string, string[]>();
/** Names of things that are written in several English words, as stems. */
const PHRASES = new Set<string>();

function name(word: string): string {
  return /^[a-z]/.test(word) ? word.split(' ').map(stem).join(' ') : word;
}

for (const pair of PAIRS.trim().split(/\n|\|/)) {
  const [chinese, english] = pair.split('=').map((side) => side.split(',').map((word) => name(word.trim())));
  for (const one of chinese ?? []) {
    for (const other of english ?? []) {
      OTHERS.set(one, [...(OTHERS.get(one) ?? []), other]);
      OTHERS.set(other, [...(OTHERS.get(other) ?? []), one]);
      if (other.includes(' ')) PHRASES.add(other);
    }
  }
}

/** Words of the other language that mean it in a shop; the words of a phrase with spaces between them. */
export function translationsOf(word: string): readonly string[] {
  return OTHERS.get(word) ?? [];
}

/** The phrases that stand in a row of English stems. */
export function phrasesIn(stems: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < stems.length; at++) {
    for (const size of [3, 2]) {
      const phrase = stems.slice(at, at + size).join(' ');
      if (!PHRASES.has(phrase)) continue;
      found.push(phrase);
      at += size - 1;
      break;
    }
  }
  return found;
}
