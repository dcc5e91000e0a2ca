import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat, ChatState } from '../client/chat-state.ts';
import { awaitsReply } from '../client/transcript.ts';
import { useSurroundings, useWords } from './context.ts';
import { Down, Seal } from './icons.tsx';
import { type Item, itemsOf } from './items.ts';
import { ReplyView } from './reply.tsx';
import { PlainText } from './rich-text.tsx';
import { timeLabel } from './times.ts';
import { Welcome } from './welcome.tsx';

function Customer({ item, chat }: { item: Extract<Item, { kind: 'customer' }>; chat: Chat }) {
  const words = useWords();
  const failed = item.unsent?.state === 'failed';
  return (
    <div class={item.unsent ? `turn customer ${item.unsent.state}` : 'turn customer'}>
      <p class="bubble">
        <span class="hidden">{words.you}</span>
        <PlainText text={item.text} />
      </p>
      {item.unsent?.state === 'pending' && <small class="delivery">{words.pending}</small>}
      {failed && (
        <small class="delivery">
          {item.unsent?.problem ?? words.failed}{' '}
          <button type="button" class="plain" onClick={() => chat.retry(item.key)}>
            {words.retry}
          </button>
        </small>
      )}
    </div>
  );
}

function ItemView({ item, chat }: { item: Item; chat: Chat }) {
  const words = useWords();
  const { now, locale } = useSurroundings();
  switch (item.kind) {
    case 'time':
      return <p class="note">{timeLabel(item.at, now(), locale)}</p>;
    case 'customer':
      return <Customer item={item} chat={chat} />;
    case 'reply':
      return <ReplyView reply={item.reply} card={item.card} last={item.last} fresh={item.fresh} />;
    case 'person':
      return (
        <div class="turn person">
          <small class="who">{words.person(item.operator)}</small>
          <p class="bubble">
            <PlainText text={item.text} />
          </p>
        </div>
      );
    case 'notice':
      return (
        <p class="bubble notice">
          <PlainText text={item.text} />
        </p>
      );
    case 'owner':
      return <p class="note">{{ person: words.personJoined, bot: words.botBack, closed: words.closed }[item.owner]}</p>;
  }
}

/** What the clerk is doing, in words. Announced apart from the log. */
function Doing({ state }: { state: ChatState }) {
  const words = useWords();
  const doing = state.progress !== 'idle' ? state.progress : awaitsReply(state.transcript) ? 'thinking' : null;
  const shown = state.transcript.owner === 'bot' && state.link !== 'lost' ? doing : null;
  return (
    <div role="status" class="doing">
      {shown && (
        <>
          <Seal />
          <span class="bubble">
            {words.progress[shown]}
            <i aria-hidden="true" />
          </span>
        </>
      )}
    </div>
  );
}

/** Pixels from the end within which a reader is following. */
const NEAR = 80;

export function Log({ chat, state }: { chat: Chat; state: ChatState }) {
  const words = useWords();
  const box = useRef<HTMLElement>(null);
  const [following, setFollowing] = useState(true);
  const items = itemsOf(state);
  const last = items.at(-1);

  const toEnd = (behavior: ScrollBehavior) => box.current?.scrollTo({ top: box.current.scrollHeight, behavior });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const turn = element.querySelector<HTMLElement>('[role=log] > :last-child');
    const tall = turn !== null && last?.kind === 'reply' && turn.offsetHeight > element.clientHeight - NEAR;
    // A long answer is read from its beginning.
    if (tall && state.ready && isFresh(last)) element.scrollTo({ top: turn.offsetTop - 12 });
    else if (following || last?.kind === 'customer') toEnd('instant');
  }, [last?.key, state.progress, state.ready, items.length]);

  const onScroll = () => {
    const element = box.current;
    if (element) setFollowing(element.scrollHeight - element.scrollTop - element.clientHeight < NEAR);
  };

  return (
    <div class="scroller">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the history has to scroll by keyboard */}
      <section class="history" ref={box} onScroll={onScroll} tabIndex={0} aria-label={words.log}>
        {state.ready && items.length === 0 && <Welcome customer={state.customer} />}
        <div
          role="log"
          aria-live={state.ready ? 'polite' : 'off'}
          aria-relevant="additions"
          aria-busy={!state.ready}
          aria-label={words.log}
        >
          {items.map((item) => (
            <ItemView key={item.key} item={item} chat={chat} />
          ))}
        </div>
        <Doing state={state} />
      </section>
      {!following && (
        <button type="button" class="to-end" aria-label={words.toBottom} onClick={() => toEnd('smooth')}>
          <Down />
        </button>
      )}
    </div>
  );
}

function isFresh(item: Item | undefined): boolean {
  return item?.kind === 'reply' && item.fresh;
}
