import { render } from 'preact';
import type { Locale } from '../../src/core/wire.ts';
import { createApi } from './client/api.ts';
import { createChat } from './client/chat.ts';
import type { Chat } from './client/chat-state.ts';
import { browserEnvironment } from './client/environment.ts';
import { createStore } from './client/store.ts';
import { dress } from './style/sheet.ts';
import { safeHref } from './text/links.ts';
import { App, type Settings } from './view/app.tsx';
import { chooseLocale, pageLocale, rememberLocale } from './view/locale.ts';

const OPEN = 'xiaoer:open';
/** Milliseconds for which a page may be out of sight before it lets go of its stream: browsers allow six per host in all tabs. */
const OUT_OF_SIGHT = 10_000;

/** `<xiaoer-chat host="https://clerk.example/" shop-token locale theme product-url="/products/{id}">` */
export class XiaoerChat extends HTMLElement {
  private environment = browserEnvironment();
  private settings = createStore<Settings>({ open: false, draft: '', locale: 'zh', shop: null });
  private chat: Chat | null = null;
  private cleanUp: (() => void)[] = [];

  connectedCallback(): void {
    if (this.chat) return;
    const { environment, settings } = this;
    const base = new URL(this.getAttribute('host') ?? '/', location.href).href;
    const api = createApi(base, environment.fetch, () => settings.get().locale);
    const asked = pageLocale(this.getAttribute('locale'));
    settings.set({ locale: chooseLocale(asked, environment.tab), open: environment.tab.get(OPEN) === 'true' });
    const chat = createChat({
      base,
      api,
      environment,
      shopToken: this.getAttribute('shop-token'),
      locale: () => settings.get().locale,
    });
    this.chat = chat;

    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const mount = document.createElement('div');
    root.replaceChildren(mount);
    dress(root);
    const fixed = {
      api,
      now: environment.now,
      picture: (path: string | undefined) => (path ? safeHref(new URL(path, base).href) : null),
      productHref: (id: string) => this.getAttribute('product-url')?.replace('{id}', encodeURIComponent(id)) ?? null,
    };
    const onLocale = (locale: Locale) => {
      rememberLocale(asked, locale, environment.tab);
      settings.set({ locale });
    };
    render(<App chat={chat} settings={settings} fixed={fixed} onLocale={onLocale} />, mount);
    this.watch(chat);
    const named = settings.subscribe(() => {
      environment.tab.set(OPEN, String(settings.get().open));
      if (settings.get().open) greet();
    });
    let asking = false;
    const greet = () => {
      chat.greet();
      if (asking) return;
      asking = true;
      // The name is an ornament: without it the head says only who the clerk is.
      api.shop().then(
        (shop) => settings.set({ shop: shop.name }),
        () => undefined,
      );
    };
    if (settings.get().open) greet();
    this.cleanUp.push(named, () => render(null, mount));
  }

  disconnectedCallback(): void {
    this.chat?.stop();
    this.chat = null;
    for (const work of this.cleanUp.splice(0)) work();
  }

  private watch(chat: Chat): void {
    const listen = (target: EventTarget, name: string, work: (event: Event) => void) => {
      target.addEventListener(name, work);
      this.cleanUp.push(() => target.removeEventListener(name, work));
    };
    listen(window, 'online', () => chat.renew());
    listen(window, 'offline', () => chat.renew());
    listen(window, 'storage', (event) => {
      if (event instanceof StorageEvent) chat.sessionChanged(event.key, event.newValue);
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    listen(document, 'visibilitychange', () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(() => chat.rest(), OUT_OF_SIGHT);
      else chat.resume();
    });
    this.cleanUp.push(() => clearTimeout(timer));
  }

  /** Opens the panel; `text` waits in the field, the visitor sends it. */
  open(text?: string): void {
    this.settings.set({ open: true, ...(text !== undefined && { draft: text }) });
  }

  close(): void {
    this.settings.set({ open: false });
  }

  signIn(shopToken: string): void {
    this.become(shopToken);
  }

  signOut(): void {
    this.become(null);
  }

  private become(shopToken: string | null): void {
    this.chat?.signIn(shopToken);
    // What one person was writing is not for the next; an open panel greets whoever is here now.
    this.settings.set({ draft: '' });
  }

  setLocale(locale: Locale): void {
    this.settings.set({ locale });
  }
}
