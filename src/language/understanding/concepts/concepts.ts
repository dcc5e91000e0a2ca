import { stem } from '../../stem.ts';
import { CHINESE_CONCEPTS } from './chinese.ts';
import { ENGLISH_CONCEPTS } from './english.ts';

/** One wording of a concept: its parts in order, with gaps between. Chinese parts are substrings, English parts are words. */
interface Form {
  concept: string;
  parts: string[];
  /** Must be all that is said, but for a particle or two. */
  whole: boolean;
}

type Forms = Map<string, Form[]>;

/** Forms by how they begin, so that only a few have to be looked at in each place: two characters or one, two words or one. */
const CHINESE: Forms = new Map();
const ENGLISH: Forms = new Map();

function add(forms: Forms, key: string, form: Form): void {
  const known = forms.get(key);
  if (known) known.push(form);
  else forms.set(key, [form]);
}

function* entries(text: string, separator: string): Generator<[string, string, boolean]> {
  for (const line of text.trim().split('\n')) {
    const colon = line.indexOf(':');
    for (const written of line.slice(colon + 1).split(separator)) {
      const form = written.trim();
      if (form) yield [line.slice(0, colon), form.replace(/^=/, ''), form.startsWith('=')];
    }
  }
}

function addEnglish(concept: string, words: readonly string[], whole: boolean): void {
  const parts = words.map((word) => (/^[_!]/.test(word) ? word : stem(word)));
  const [first = '', second] = parts;
  const isPlainPair = second !== undefined && !/^[_!]/.test(second) && !first.startsWith('!');
  add(ENGLISH, isPlainPair ? `${first} ${second}` : stem(first.replace('!', '')), { concept, parts, whole });
}

for (const [concept, form, whole] of entries(CHINESE_CONCEPTS, ' ')) {
  const parts = form.toLowerCase().split('_').filter(Boolean);
  const first = parts[0] ?? '';
  // Names in Latin letters (EMS, AI) stand for themselves, not inside "items" and "upstairs".
  if (/^[a-z]/.test(first)) addEnglish(concept, [first], whole);
  else add(CHINESE, first.slice(0, 2), { concept, parts, whole });
}
for (const [concept, form, whole] of entries(ENGLISH_CONCEPTS, ',')) addEnglish(concept, form.split(' '), whole);

/** What may stand beside a form that has to be all that is said. */
const PARTICLES = /^[的了吧啊呀呢哦嗯哈噢啦滴哒嘛咯亲您你请那就对好，。！!~～谢麻烦]*$/u;
/** Widest gaps that `_` spans. */
const CHARACTERS = 4;
const WORDS = 3;

/** Concepts that a text speaks of. `text` is lower case with digits as 0 and no spaces; `latin` are its other words in order, as written. */
export function conceptsIn(text: string, latin: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    lookUpChinese(CHINESE.get(text.slice(at, at + 2)), text, at, found);
    if (at + 1 < text.length) lookUpChinese(CHINESE.get(text[at] ?? ''), text, at, found);
  }
  const stems = latin.map((word) => (/[a-z]/.test(word) ? stem(word) : word));
  stems.forEach((word, at) => {
    lookUpEnglish(ENGLISH.get(word), latin, stems, at, found);
    if (at + 1 < stems.length) lookUpEnglish(ENGLISH.get(`${word} ${stems[at + 1]}`), latin, stems, at, found);
  });
  return found;
}

function lookUpChinese(forms: readonly Form[] | undefined, text: string, at: number, found: Set<string>): void {
  for (const { concept, parts, whole } of forms ?? []) {
    if (found.has(concept) || !standsAt(text, at, parts)) continue;
    if (!whole || isAllOf(text, at, parts[0] ?? '')) found.add(concept);
  }
}

function isAllOf(text: string, at: number, form: string): boolean {
  return PARTICLES.test(text.slice(0, at) + text.slice(at + form.length));
}

function standsAt(text: string, at: number, parts: readonly string[]): boolean {
  const [first = '', second] = parts;
  if (!text.startsWith(first, at)) return false;
  if (second === undefined) return true;
  const after = at + first.length;
  const next = text.indexOf(second, after);
  return next >= 0 && next - after <= CHARACTERS;
}

function lookUpEnglish(
  forms: readonly Form[] | undefined,
  latin: readonly string[],
  stems: readonly string[],
  at: number,
  found: Set<string>,
): void {
  for (const { concept, parts, whole } of forms ?? []) {
    if (found.has(concept) || (whole && stems.length !== parts.length)) continue;
    if (wordsStandAt(latin, stems, at, parts)) found.add(concept);
  }
}

function wordsStandAt(
  latin: readonly string[],
  stems: readonly string[],
  at: number,
  parts: readonly string[],
): boolean {
  const isAt = (part: string | undefined, position: number) =>
    part?.startsWith('!') ? latin[position] === part.slice(1) : stems[position] === part;
  let position = at;
  for (let index = 0; index < parts.length; index++) {
    if (parts[index] === '_') {
      const limit = position + WORDS;
      while (position <= limit && !isAt(parts[index + 1], position)) position++;
      if (position > limit) return false;
    } else if (!isAt(parts[index], position++)) return false;
  }
  return true;
}
