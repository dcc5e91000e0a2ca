import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Slot } from '../../core/understanding.ts';
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

/**
 * A copy in which each marked surface is another value of its kind, with probability `share`.
 * What was said twice alike stays alike, and what differed differs, so that "two, not three" keeps its sense.
 */
export function refill(example: Example, grammar: Grammar, random: () => number, share = 0.6): Example {
  const taken = new Set(example.slots.map(keyOf));
  /** By surface; null where it stays. */
  const values = new Map<string, string | null>();
  const places = new Map<Slot, Slot>();
  let text = '';
  let from = 0;
  for (const slot of [...example.slots].sort((a, b) => a.start - b.start)) {
    text += example.text.slice(from, slot.start);
    const key = keyOf(slot);
    let value = values.get(key);
    if (value === undefined) {
      value = random() < share ? freshValue(slot, text, example, grammar, taken, random) : null;
      if (value !== null) taken.add(keyOf({ ...slot, text: value }));
      values.set(key, value);
    }
    const shown = value ?? slot.text;
    places.set(slot, { name: slot.name, text: shown, start: text.length, end: text.length + shown.length });
    text += shown;
    from = slot.end;
  }
  const slots = example.slots.map((slot) => places.get(slot) ?? slot);
  return { ...example, text: text + example.text.slice(from), slots };
}

function keyOf({ name, text }: Slot): string {
  return `${name}\t${text.toLowerCase()}`;
}

/** Draws of a value that the example does not hold yet. */
const TRIES = 4;

function freshValue(
  slot: Slot,
  before: string,
  example: Example,
  grammar: Grammar,
  taken: ReadonlySet<string>,
  random: () => number,
): string | null {
  const values = grammar[example.locale].get(slot.name);
  for (let turn = 0; turn < TRIES; turn++) {
    const made = otherValue(slot, before, example.locale, values, random);
    if (made === null) return null;
    const value = inWidthOf(slot.text, inCaseOf(slot.text, made, before, example.text), random);
    if (!taken.has(keyOf({ ...slot, text: value }))) return value;
  }
  return null;
}
