import type { Locale, Localized } from '../../../core/locale.ts';

export interface Named {
  name: string;
  /** What bears it, by its place: goods may have several names. */
  of: number;
}

/** The names in a language, also without the brand before them; English ones as people type them, too. */
export function namesIn(texts: readonly Localized[], locale: Locale, brands: readonly Localized[]): Named[] {
  const marks = brands.flatMap((brand) => Object.values<string>(brand)).filter((brand) => brand !== '');
  const named = texts.flatMap((text, of) => {
    const name = plain(text[locale] ?? '');
    const short = plain(
      marks.reduce((rest, brand) => (rest.startsWith(brand) ? rest.slice(brand.length) : rest), name),
    );
    return [name, locale === 'en' ? short.toLowerCase() : short].map((each) => ({ name: each, of }));
  });
  return [...new Map(named.map((each) => [each.name, each])).values()].filter(({ name }) => name.length > 1);
}

/** Without what the corpus's format means something by. */
export function plain(name: string): string {
  return name.replace(/[[\]{}\t\n⏎]+/g, ' ').trim();
}
