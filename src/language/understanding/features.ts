import { normalise } from '../normalise.ts';
import { words } from '../segment.ts';
import { stem } from '../stem.ts';

const HAN = /\p{Script=Han}/u;

/** Codes, amounts and contacts differ in every message: their shape counts, not their digits. */
export function shapeOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, ' ⓤ ')
    .replace(/[\w.+-]+@[\w-]+\.\w+/g, ' ⓜ ')
    .replace(/#?\b[a-z]{1,4}[ -]?\d{5,}(?:-\d+)*|#[a-z]?\d{4,}|\d{9,}/g, ' ⓝ ')
    .replace(/\d+(?:\.\d+)?/g, '0')
    .replace(/[^\p{L}\p{N}'?ⓤⓜⓝ]+/gu, ' ')
    .trim();
}

/** Feature → how often. Chinese: character 1–4-grams and words; Latin: words, word pairs and character 3–5-grams inside words. */
export function featuresOf(original: string): Map<string, number> {
  const features = new Map<string, number>();
  const add = (feature: string, weight = 1) => features.set(feature, (features.get(feature) ?? 0) + weight);
  const shape = shapeOf(normalise(original).text);
  for (const run of shape.match(/[\p{Script=Han}0ⓝⓜⓤ]+/gu) ?? []) {
    const characters = [...run];
    for (let at = 0; at < characters.length; at++) {
      let gram = '';
      for (let size = 1; size <= 4 && at + size <= characters.length; size++) {
        gram += characters[at + size - 1];
        add(gram);
      }
    }
  }
  const sequence: string[] = [];
  for (const word of words(shape)) {
    if (HAN.test(word)) add(`w:${word}`);
    else {
      const form = stem(word);
      sequence.push(form);
      add(`w:${form}`, 2);
      const framed = `<${form}>`;
      for (let size = 3; size <= 5; size++)
        for (let at = 0; at + size <= framed.length; at++) add(framed.slice(at, at + size), 0.5);
    }
  }
  for (let at = 0; at + 1 < sequence.length; at++) add(`p:${sequence[at]} ${sequence[at + 1]}`, 2);
  return features;
}
