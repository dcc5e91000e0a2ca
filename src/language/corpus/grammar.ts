import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Example } from './examples.ts';
import { inCaseOf, inWidthOf } from './grammar/fitting.ts';
import { otherValue } from './grammar/replacement.ts';
import type { SlotValues } from './grammar/values.ts';
import { parseValues } from './grammar/values.ts';

/** What may stand in the slots, by language and slot. */
export type Grammar = Record<Locale, ReadonlyMap<string, SlotValues>>;

/** Every `<directory>/{zh,en}/<slot>.txt`. */
export function loadGrammar(directory: string): Grammar {
  const load = (locale: Locale) => {
    const folder = join(directory, locale);
    if (!existsSync(folder)) throw new AppError('corpus.grammar', { detail: `${folder} is missing` });
    const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
    return new Map(
      files
        .sort()
        .map((file) => [
          basename(file, '.txt'),
          parseValues(readFileSync(join(folder, file), 'utf8'), `grammar/${locale}/${file}`),
        ]),
    );
  };
  return { zh: load('zh'), en: load('en') };
}

/** Tries for a value that the example does not hold yet. */
const TRIES = 4;

/**
 * A copy in which each marked surface is another value of its kind, with probability `share`.
 * What was said twice alike stays alike, and what differed differs, so that "two, not three" keeps its sense.
 */
export function multiply(example: Example, grammar: Grammar, random: () => number, share = 0.6): Example {
  const ordered = [...example.slots].sort((a, b) => a.start - b.start);
  const taken = new Set(ordered.map((slot) => keyOf(slot.name, slot.text)));
  const values = new Map<string, string>();
  const places = new Map<Example['slots'][number], { start: number; text: string }>();
  let text = '';
  let from = 0;
  for (const slot of ordered) {
    text += example.text.slice(from, slot.start);
    const key = keyOf(slot.name, slot.text);
    let value = values.get(key);
    if (value === undefined) {
      value = slot.text;
      if (random() < share) {
        for (let turn = 0; turn < TRIES && taken.has(keyOf(slot.name, value)); turn++) {
          const made = otherValue(slot, text, example.locale, grammar[example.locale].get(slot.name), random);
          value = made === null ? slot.text : dressed(slot.text, made, text, example, random);
        }
        if (taken.has(keyOf(slot.name, value))) value = slot.text;
      }
      taken.add(keyOf(slot.name, value));
      values.set(key, value);
    }
    places.set(slot, { start: text.length, text: value });
    text += value;
    from = slot.end;
  }
  const slots = example.slots.map((slot) => {
    const place = places.get(slot) ?? slot;
    return { name: slot.name, text: place.text, start: place.start, end: place.start + place.text.length };
  });
  return { ...example, text: text + example.text.slice(from), slots };
}

function keyOf(name: string, surface: string): string {
  return `${name}\t${surface.toLowerCase()}`;
}

function dressed(surface: string, value: string, before: string, example: Example, random: () => number): string {
  return inWidthOf(surface, inCaseOf(surface, value, before, example.text), random);
}
