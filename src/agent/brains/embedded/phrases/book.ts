import { AppError } from '../../../../core/errors.ts';
import type { Locale } from '../../../../core/locale.ts';
import { EN } from './en.ts';
import { ZH } from './zh.ts';

export type PhraseKey = keyof typeof ZH;

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The names between braces in the phrases of a key. */
type SlotOf<Key extends PhraseKey> = NamesIn<(typeof ZH)[Key][number]>;

/** Nothing for a phrase without slots, else a value for each. */
export type SlotArguments<Key extends PhraseKey> = [SlotOf<Key>] extends [never]
  ? []
  : [slots: Record<SlotOf<Key>, string | number>];

export type PhraseBook = Record<Locale, Record<PhraseKey, readonly string[]>>;

export const PHRASES: PhraseBook = { zh: ZH, en: EN };

export type Say = <Key extends PhraseKey>(key: Key, ...slots: SlotArguments<Key>) => string;

/** FNV-1a: spreads turns over the variants, the same turn always on the same one. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** @throws AppError `phrase.slot-missing` rather than show a customer a pair of braces. */
export function speaker(book: PhraseBook, locale: Locale, turnId: string): Say {
  return (key, ...slots) => {
    const variants = book[locale][key];
    const chosen = variants[spread(turnId + key) % variants.length] ?? '';
    const values: Record<string, string | number> = slots[0] ?? {};
    return chosen.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new AppError('phrase.slot-missing', { detail: `${key} {${name}}` });
      return String(value);
    });
  };
}
