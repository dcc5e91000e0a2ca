import type { Locale } from '../../../src/core/wire.ts';
import type { Shelf } from '../client/environment.ts';

const CHOSEN = 'xiaoer:locale';

/** The page's language: as the shop names it, else the document's, else the browser's. */
export function pageLocale(named: string | null): Locale {
  const language = named || document.documentElement.lang || navigator.language;
  return language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** What the visitor chose in the widget holds until the page itself changes its language. */
export function chooseLocale(page: Locale, tab: Shelf): Locale {
  const [from, chosen] = (tab.get(CHOSEN) ?? '').split('>');
  return from === page && (chosen === 'zh' || chosen === 'en') ? chosen : page;
}

export function rememberLocale(page: Locale, chosen: Locale, tab: Shelf): void {
  tab.set(CHOSEN, `${page}>${chosen}`);
}
