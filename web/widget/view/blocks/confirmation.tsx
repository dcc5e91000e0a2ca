import { useEffect, useState } from 'preact/hooks';
import type { CardAction, ConfirmationCard } from '../../../../src/core/wire.ts';
import { useSurroundings, useWords } from '../context.ts';
import type { CardState } from '../items.ts';
import { clockTime } from '../times.ts';

/** Longest delay that a timer takes: 2³¹ − 1 milliseconds. */
const LONGEST_TIMER = 2_147_483_647;

function useExpired(at: string): boolean {
  const { now } = useSurroundings();
  const [expired, setExpired] = useState(() => Date.parse(at) <= now());
  useEffect(() => {
    const left = Math.min(LONGEST_TIMER, Math.max(0, Date.parse(at) - now()));
    const timer = setTimeout(() => setExpired(Date.parse(at) <= now()), left);
    return () => clearTimeout(timer);
  }, [at, now]);
  return expired;
}

/** What will happen, and the only two buttons of the widget that move money or goods. */
export function Confirmation({ card, state }: { card: ConfirmationCard; state: CardState }) {
  const words = useWords();
  const { send, locale } = useSurroundings();
  const [pressed, setPressed] = useState(false);
  const expired = useExpired(card.expiresAt);
  const shown = state === 'open' && expired ? 'expired' : state;
  // The amount first and large; what it is made of, in brackets, below.
  const [, amount, parts] = /^(.*?)\s*([（(].*)?$/s.exec(card.refund ?? '') ?? [];
  const live = shown === 'open' && !pressed;

  const press = (decision: CardAction['decision']) => {
    setPressed(true);
    send(decision === 'confirm' ? words.confirm : words.cancel, { token: card.token, decision });
  };

  return (
    <article class={`slip ${shown}`} aria-label={card.title}>
      <h3>{card.title}</h3>
      {card.orderNumber !== null && (
        <p class="for">
          {words.order} <span class="number">{card.orderNumber}</span>
        </p>
      )}
      <ul class="goods">
        {card.items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
      {card.refund && (
        <p class="refund">
          <span>{words.refund}</span>
          <span>
            <strong>{amount}</strong>
            {parts && <small>{parts}</small>}
          </span>
        </p>
      )}
      <p class="will">{words.willHappen}</p>
      <ol class="effects">
        {card.effects.map((effect, index) => (
          <li key={index}>{effect}</li>
        ))}
      </ol>
      {shown === 'open' ? (
        <>
          <div class="decide">
            <button type="button" class="primary" disabled={!live} onClick={() => press('confirm')}>
              {words.confirm}
            </button>
            <button type="button" class="secondary" disabled={!live} onClick={() => press('cancel')}>
              {words.cancel}
            </button>
          </div>
          <p class="until">{words.validUntil(card.until ?? clockTime(card.expiresAt, locale))}</p>
        </>
      ) : (
        <p class="stamp">{words.card[shown]}</p>
      )}
    </article>
  );
}
