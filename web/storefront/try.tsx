import { useState } from 'preact/hooks';
import type { DemoResponse } from '../../src/core/wire.ts';
import type { Identity } from './header.tsx';
import { ask } from './widget.ts';
import { useLocalize, useWords } from './words.ts';

function Copyable({ label, value }: { label: string; value: string }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <button type="button" class="copyable" onClick={copy} title={words.copy}>
      <span class="label">{label}</span>
      <code>{value}</code>
      <span class="copied" aria-live="polite">
        {copied ? words.copied : ''}
      </span>
    </button>
  );
}

/** Every story in a minute: lines to say, customers to be, orders to ask for. */
export function TryThis({ demo, identity }: { demo: DemoResponse; identity: Identity }) {
  const words = useWords();
  const read = useLocalize();
  return (
    <aside class="try" aria-label={words.tryTitle}>
      <h2>{words.tryTitle}</h2>
      <p class="hint">{words.tryStories}</p>
      <ul class="stories">
        {words.stories.map((story) => (
          <li key={story.text}>
            <button type="button" onClick={() => ask(story.text)}>
              <small>
                {story.title}
                {story.signIn && !identity.customerId && ` · ${words.needsSignIn}`}
              </small>
              {story.text}
            </button>
          </li>
        ))}
      </ul>
      <h3>{words.trySignIn}</h3>
      <ul class="customers">
        {demo.customers.map((customer) => {
          const me = identity.customerId === customer.id;
          return (
            <li key={customer.id}>
              <button type="button" aria-pressed={me} onClick={() => identity.become(me ? null : customer.id)}>
                <b>{customer.name}</b>
                <small>{me ? `${words.signedIn} · ${words.signOut}` : read(customer.about)}</small>
              </button>
            </li>
          );
        })}
      </ul>
      {demo.guestOrders.length > 0 && (
        <>
          <h3>{words.tryGuest}</h3>
          <ul class="guests">
            {demo.guestOrders.map((order) => (
              <li key={order.number}>
                <p>{read(order.about)}</p>
                <Copyable label={words.orderNumber} value={order.number} />
                <Copyable label={words.contact} value={order.contact} />
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
