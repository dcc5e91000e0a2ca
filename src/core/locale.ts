/** The languages Xiaoer speaks. Other languages are understood as far as the model allows and answered in the shop's. */
export type Locale = 'zh' | 'en';

export const LOCALES: readonly Locale[] = ['zh', 'en'];

/** A text in one or both languages; at least one is present. */
export type Localized = { zh: string; en?: string } | { zh?: string; en: string };

/** The text in the wanted language, or in the one that exists. */
export function localize(text: Localized, locale: Locale): string {
  return text[locale] ?? text.zh ?? text.en ?? '';
}
