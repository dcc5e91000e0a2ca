import type { Locale } from '../../src/core/wire.ts';

/** What the embedded clerk offers to its page. */
interface Door {
  open(text?: string): void;
  signIn(shopToken: string): void;
  signOut(): void;
  setLocale(locale: Locale): void;
}

function door(): Door | undefined {
  return (window as { Xiaoer?: Door }).Xiaoer;
}

/** The script tag of any shop; a page that knows its visitor writes the token into it. */
export function embed(locale: Locale, shopToken: string | null): void {
  const script = document.createElement('script');
  script.src = '/widget.js';
  script.async = true;
  script.dataset.locale = locale;
  script.dataset.productUrl = '#/product/{id}';
  if (shopToken) script.dataset.shopToken = shopToken;
  document.body.append(script);
}

export function ask(text: string): void {
  door()?.open(text);
}

export function speak(locale: Locale): void {
  door()?.setLocale(locale);
}

export function introduce(shopToken: string | null): void {
  if (shopToken) door()?.signIn(shopToken);
  else door()?.signOut();
}
