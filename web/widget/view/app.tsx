import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../client/chat-state.ts';
import type { Store } from '../client/store.ts';
import { WORDS } from '../words.ts';
import { type Surroundings, SurroundingsContext, useStore } from './context.ts';
import { Seal } from './icons.tsx';
import { Panel } from './panel.tsx';
import { useUnread } from './unread.ts';

/** What the page around has set, and what the visitor has. */
export interface Settings {
  open: boolean;
  draft: string;
  locale: Surroundings['locale'];
  /** Name of the shop in both languages, once it is known. */
  shop: { zh?: string; en?: string } | null;
}

export interface AppProps {
  chat: Chat;
  settings: Store<Settings>;
  /** What does not change while the widget lives. */
  fixed: Omit<Surroundings, 'locale' | 'send' | 'openArticle'>;
  onLocale(locale: Surroundings['locale']): void;
}

export function App({ chat, settings, fixed, onLocale }: AppProps) {
  const { open, draft, locale, shop } = useStore(settings);
  const state = useStore(chat.state);
  const [article, setArticle] = useState<string | null>(null);
  const launcher = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  const unread = useUnread(state, open);
  const words = WORDS[locale];

  useLayoutEffect(() => {
    if (wasOpen.current && !open) launcher.current?.focus();
    wasOpen.current = open;
  }, [open]);

  const surroundings: Surroundings = {
    ...fixed,
    locale,
    send: (text, card) => chat.send(text, card),
    openArticle: setArticle,
  };
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <div class="root" lang={locale === 'zh' ? 'zh-CN' : 'en'}>
        <button
          ref={launcher}
          type="button"
          class="launcher"
          aria-expanded={open}
          aria-label={unread > 0 ? `${words.open}, ${words.newMessages(unread)}` : words.open}
          hidden={open}
          onClick={() => settings.set({ open: true })}
        >
          <Seal />
          {unread > 0 && <b aria-hidden="true">{unread}</b>}
        </button>
        <Panel
          chat={chat}
          state={state}
          open={open}
          draft={draft}
          shop={shop?.[locale] ?? shop?.zh ?? shop?.en ?? null}
          article={article}
          onArticle={setArticle}
          onDraft={(text) => settings.set({ draft: text })}
          onClose={() => settings.set({ open: false })}
          onLocale={() => onLocale(locale === 'zh' ? 'en' : 'zh')}
        />
      </div>
    </SurroundingsContext.Provider>
  );
}
