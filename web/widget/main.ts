import type { Locale } from '../../src/core/wire.ts';
import { XiaoerChat } from './element.tsx';

/** What a shop's page may call, after the `xiaoer:ready` event on window. */
export interface XiaoerDoor {
  open(text?: string): void;
  close(): void;
  /** @param shopToken the JWT with which the shop says who its visitor is */
  signIn(shopToken: string): void;
  signOut(): void;
  setLocale(locale: Locale): void;
}

declare global {
  interface Window {
    Xiaoer?: XiaoerDoor;
  }
}

const NAME = 'xiaoer-chat';

/** The script's own data- attributes become the element's. */
const ATTRIBUTES = { shopToken: 'shop-token', locale: 'locale', theme: 'theme', productUrl: 'product-url' } as const;

/** The element that the page has put where it wants it, or a new one at the page's end. */
function place(script: HTMLScriptElement | null): Element {
  const element = document.querySelector(NAME) ?? document.createElement(NAME);
  const attributes: [string, string | undefined][] = Object.entries(ATTRIBUTES).map(([from, to]) => [
    to,
    script?.dataset[from],
  ]);
  if (script) attributes.push(['host', new URL('.', script.src).href]);
  for (const [name, value] of attributes) {
    if (value && !element.hasAttribute(name)) element.setAttribute(name, value);
  }
  if (!element.isConnected) document.body.append(element);
  return element;
}

function start(script: HTMLScriptElement | null): void {
  if (customElements.get(NAME)) return;
  const placed = place(script);
  customElements.define(NAME, XiaoerChat);
  const element = placed as XiaoerChat;
  window.Xiaoer = {
    open: (text) => element.open(text),
    close: () => element.close(),
    signIn: (token) => element.signIn(token),
    signOut: () => element.signOut(),
    setLocale: (locale) => element.setLocale(locale),
  };
  window.dispatchEvent(new Event('xiaoer:ready'));
}

// Read now: it is gone once this script has run.
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;
if (document.body) start(script);
else document.addEventListener('DOMContentLoaded', () => start(script), { once: true });
