import { stem } from '../../stem.ts';
import { CHINESE_CONCEPTS } from './chinese.ts';
import { ENGLISH_CONCEPTS } from './english.ts';

/** A form with its gap, if it has one: 「把_地址」 is 把, then at most four characters, then 地址. */
interface Form {
  concept: string;
  parts: string[];
  /** Must be all that is said, but for a particle or two. */
  whole: boolean;
}

function lines(text: string): [string, string][] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
}

/** Forms by their first character, longest first. */
const CHINESE = new Map<string, Form[]>();
for (const [concept, forms] of lines(CHINESE_CONCEPTS)) {
  for (const form of forms.split(' ')) {
    const whole = form.startsWith('=');
    const parts = form.replace(/^=/, '').toLowerCase().split('_').filter(Boolean);
    const first = parts[0]?.[0] ?? '';
    CHINESE.set(first, [...(CHINESE.get(first) ?? []), { concept, parts, whole }]);
  }
}

/** Forms by the stem of their first word. */
const ENGLISH = new Map<string, Form[]>();
for (const [concept, forms] of lines(ENGLISH_CONCEPTS)) {
  for (const written of forms.split(',').map((form) => form.trim())) {
    const whole = written.startsWith('=');
    const parts = written.replace(/^=/, '').split(' ').map((word) => (/^[_!]/.test(word) ? word : stem(word)));
    const first = stem((parts[0] ?? '').replace('!', ''));
    ENGLISH.set(first, [...(ENGLISH.get(first) ?? []), { concept, parts, whole }]);
  }
}

/** Characters beside a form that has to be all that is said. */
const PARTICLES = 2;
const EXTRA_WORDS = 0;
/** Widest gaps that `_` spans. */
const CHARACTERS = 4;
const WORDS = 3;

/** Concepts that a text speaks of. `text` is lower case with digits as 0 and no spaces; `latin` are its other words in order, as written. */
export function conceptsIn(text: string, latin: readonly string[]): Set<string> {
  const stems = latin.map((word) => (/[a-z]/.test(word) ? stem(word) : word));
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    for (const { concept, parts, whole } of CHINESE.get(text[at] ?? '') ?? []) {
      if (!found.has(concept) && standsAt(text, at, parts) && (!whole || text.length - (parts[0]?.length ?? 0) <= PARTICLES)) found.add(concept);
    }
  }
  stems.forEach((word, at) => {
    for (const { concept, parts, whole } of ENGLISH.get(word) ?? []) {
      if (found.has(concept) || (whole && stems.length - parts.length > EXTRA_WORDS)) continue;
      if (wordsStandAt(latin, stems, at, parts)) found.add(concept);
    }
  });
  return found;
}

function standsAt(text: string, at: number, parts: readonly string[]): boolean {
  const [first = '', second] = parts;
  if (!text.startsWith(first, at)) return false;
  if (second === undefined) return true;
  const after = at + first.length;
  const next = text.indexOf(second, after);
  return next >= 0 && next - after <= CHARACTERS;
}

function wordsStandAt(latin: readonly string[], stems: readonly string[], at: number, parts: readonly string[]): boolean {
  const isAt = (part: string | undefined, position: number) =>
    part?.startsWith('!') ? latin[position] === part.slice(1) : stems[position] === part;
  let position = at;
  for (let index = 0; index < parts.length; index++) {
    if (parts[index] === '_') {
      const next = parts[index + 1];
      const limit = position + WORDS;
      while (position <= limit && !isAt(next, position)) position++;
      if (position > limit) return false;
    } else if (!isAt(parts[index], position++)) return false;
  }
  return true;
}
