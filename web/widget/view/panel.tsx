import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat, ChatState } from '../client/chat-state.ts';
import { ArticleSheet } from './article.tsx';
import { Composer } from './composer.tsx';
import { useWords } from './context.ts';
import { useFullScreen, useKeptFocus } from './full-screen.ts';
import { Down, Seal } from './icons.tsx';
import { Log } from './log.tsx';

interface PanelProps {
  chat: Chat;
  state: ChatState;
  open: boolean;
  draft: string;
  shop: string | null;
  article: string | null;
  onArticle(id: string | null): void;
  onDraft(text: string): void;
  onClose(): void;
  onLocale(): void;
}

function Header({ shop, onClose, onLocale }: { shop: string | null; onClose: () => void; onLocale: () => void }) {
  const words = useWords();
  return (
    <header class="head">
      <Seal />
      <div>
        <h2>{shop ?? words.clerk}</h2>
        <p>{words.motto}</p>
      </div>
      <button type="button" class="language" onClick={onLocale}>
        {words.language}
      </button>
      <button type="button" class="icon" onClick={onClose} aria-label={words.close}>
        <Down />
      </button>
    </header>
  );
}

/** What is out of the ordinary just now, above the field. */
function Banner({ state }: { state: ChatState }) {
  const words = useWords();
  const lines = [
    state.notice === 'expired' && words.expired,
    state.notice === 'signed-out' && words.signedOut,
    state.link === 'lost' && (navigator.onLine ? words.lost : words.offline),
    state.transcript.owner === 'person' && words.personOwns,
  ].filter((line) => line !== false);
  return (
    <div class="banners" role="status">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

export function Panel(props: PanelProps) {
  const { chat, state, open, article } = props;
  const words = useWords();
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const full = useFullScreen(panel, open);
  const keepFocus = useKeptFocus(panel, full);

  // Before the sheet takes the focus.
  useLayoutEffect(() => {
    const root = panel.current?.getRootNode() as ShadowRoot | null;
    if (article !== null) opener.current = root?.activeElement ?? null;
    else (opener.current as HTMLElement | null)?.focus();
  }, [article]);

  const onKeyDown = (event: KeyboardEvent) => {
    keepFocus(event);
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    if (article !== null) props.onArticle(null);
    else props.onClose();
  };

  return (
    <section
      ref={panel}
      class="panel"
      role="dialog"
      aria-modal={full}
      aria-label={words.clerk}
      hidden={!open}
      onKeyDown={onKeyDown}
    >
      <Header shop={props.shop} onClose={props.onClose} onLocale={props.onLocale} />
      <Log chat={chat} state={state} />
      <Banner state={state} />
      {state.transcript.owner === 'closed' ? (
        <div class="over">
          <p>{words.closed}</p>
          <button type="button" class="primary" onClick={() => chat.startOver()}>
            {words.startOver}
          </button>
        </div>
      ) : (
        <Composer draft={props.draft} onDraft={props.onDraft} active={open} />
      )}
      {article !== null && <ArticleSheet key={article} id={article} onClose={() => props.onArticle(null)} />}
    </section>
  );
}
