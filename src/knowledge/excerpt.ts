import type { Locale } from '../core/locale.ts';

/** Characters that a customer reads at a glance. */
const LONGEST: Record<Locale, number> = { zh: 300, en: 500 };

/** The text, or its whole sentences up to what one reads at a glance. Never cut inside a sentence unless the first alone is too long. */
export function excerpt(text: string, locale: Locale): string {
  const limit = LONGEST[locale];
  if (text.length <= limit) return text;
  let end = 0;
  for (const match of text.matchAll(/[。！？!?；\n]|\.(?=\s|$)/g)) {
    const after = match.index + match[0].length;
    if (after > limit) break;
    end = after;
  }
  return end > 0 ? text.slice(0, end).trim() : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Both, where they are read at a glance together; else the first. */
export function joinPieces(first: string, second: string, locale: Locale): string {
  const joined = `${first}\n${second}`;
  return joined.length <= LONGEST[locale] ? joined : first;
}
