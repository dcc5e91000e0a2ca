import type { NormalisedText } from '../normalise.ts';
import { lowerCase } from '../normalise.ts';
import { looksLikePinyin } from '../pinyin.ts';
import { words } from '../segment.ts';
import { conceptsIn } from './concepts/concepts.ts';
import { readPinyin } from './pinyin-words.ts';

/** Codes, contacts and amounts differ in every message: their kind counts, not their digits. */
const KINDS: [RegExp, string][] = [
  [/https?:\/\/\S+/g, ' ⓤ '],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ' ⓜ '],
  [/(?<![a-z\d])(?:sf|jdv?a?|yt|zto|sto|yd|jt|ems) ?\d{8,}|\b1z[\da-z]{16}\b/g, ' ⓣ '],
  [/(?<![a-z\d])#?[a-z]{1,4} ?\d{5,}(?:-\d+)*|#[a-z]?\d{3,}|\d{8}-\d{4}|\d{14,}/g, ' ⓞ '],
  [/(?:\+\d{1,3}[ -]?)?(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\(?\d{3,5}\)?[ -]\d{3,4}[ -]?\d{3,4}|\d{9,11})/g, ' ⓟ '],
  [/\d+(?:\.\d+)?/g, '0'],
];

interface Shape {
  /** Lower case, digits as 0, codes as signs, punctuation as spaces. */
  text: string;
  words: string[];
  /** Latin words, numbers and signs in order, as written. */
  latin: string[];
}

function shapeOf(source: NormalisedText): Shape {
  let text = lowerCase(source.text);
  const latin = text.match(/[a-z]+/g);
  if (latin && !/\p{Script=Han}/u.test(text) && looksLikePinyin(latin)) text = readPinyin(latin) ?? text;
  for (const [pattern, sign] of KINDS) text = text.replace(pattern, sign);
  text = text.replace(/[^\p{L}\p{N}'?$£€%👌👍❌👎ⓤⓜⓣⓞⓟ]+/gu, ' ').trim();
  const latinWords = (text.match(/[a-z]+(?:['’-][a-z]+)*|[a-z]*0[a-z]*%?|[$£ⓤⓜⓣⓞⓟ#]|[a-z]+/g) ?? []).map((word) =>
    word.replace(/-$/, ''),
  );
  return { text, words: words(text), latin: latinWords };
}

/** A long complaint touches everything; beyond this its concepts say little and their pairs are many. */
const MOST_CONCEPTS = 14;
const SIGNS = ['ⓤ', 'ⓜ', 'ⓣ', 'ⓞ', 'ⓟ'];

/** For the model, beside its n-grams: what the words of the message are about, one by one and in pairs. */
export function conceptFeatures(source: NormalisedText): string[] {
  const shape = shapeOf(source);
  const compact = shape.text.replaceAll(' ', '');
  const signs = SIGNS.filter((sign) => compact.includes(sign));
  const spoken = [...conceptsIn(compact, shape.latin)].sort().slice(0, MOST_CONCEPTS);
  const concepts = [...spoken, ...signs, lengthOf(shape, compact)].map((concept) => `~${concept}`);
  const pairs = concepts.flatMap((one, at) => concepts.slice(at + 1).map((other) => `${one}${other}`));
  if (compact !== '' && compact.replace(/[ⓤⓜⓣⓞⓟ]/g, '') === '') pairs.push('~nothing-else');
  return [...concepts, ...pairs];
}

/** A bare answer, a sentence, a story. */
function lengthOf({ words, latin }: Shape, compact: string): string {
  const isLatin = latin.length > 0;
  if (compact.length <= 4 || (isLatin && words.length <= 2)) return '=short';
  return compact.length <= 12 || (isLatin && words.length <= 6) ? '=middle' : '=long';
}
