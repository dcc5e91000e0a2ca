import { LOCALES, type Locale, type Localized, localize } from '../../../../core/locale.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** In both languages; the style shows the one that the reader chose. */
export function both(text: Localized, element: 'span' | 'tspan' = 'span'): string {
  return LOCALES.map(
    (locale) => `<${element} class="${locale}" lang="${locale}">${escapeHtml(localize(text, locale))}</${element}>`,
  ).join('');
}

export function percent(share: number | null, digits = 1): string {
  return share === null ? '–' : (share * 100).toFixed(digits);
}

/** Where a figure stands in a drawing, to a hundredth of a pixel. */
export function at(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Its heading and what it says; `note` explains how to read it. */
export function section(id: string, title: Localized, note: Localized | null, content: string): string {
  const explained = note ? `<p class="note">${both(note)}</p>` : '';
  return `<section aria-labelledby="${id}"><h2 id="${id}">${both(title)}</h2>${explained}${content}</section>`;
}

/** For what may be wider than a phone; the keyboard reaches it, too. */
export function scrolling(content: string): string {
  return `<div class="scroll" tabindex="0">${content}</div>`;
}

/** Which of several things is shown, by the page's style alone. */
export function choice(
  name: string,
  legend: Localized,
  chosen: string,
  options: readonly (readonly [value: string, id: string, label: string])[],
): string {
  const inputs = options.map(
    ([value, id, label]) =>
      `<input type="radio" name="${name}" id="${id}"${value === chosen ? ' checked' : ''}><label for="${id}">${label}</label>`,
  );
  return `<fieldset><legend>${both(legend)}</legend>${inputs.join('')}</fieldset>`;
}

export function languageChoice(locale: Locale): string {
  return choice('language', { zh: '语言', en: 'language' }, locale, [
    ['zh', 'in-zh', '中文'],
    ['en', 'in-en', 'English'],
  ]);
}
