import { useState } from 'preact/hooks';
import type { TrackingCard } from '../../../../src/core/wire.ts';
import { useWords } from '../context.ts';
import { OrderHead } from './order-head.tsx';

function CopyNumber({ value }: { value: string }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  if (!navigator.clipboard) return null;
  return (
    <button type="button" class="plain" onClick={copy} aria-label={`${words.copy} ${value}`}>
      <span aria-live="polite">{copied ? words.copied : words.copy}</span>
    </button>
  );
}

function Parcel({ parcel }: { parcel: TrackingCard['parcels'][number] }) {
  const words = useWords();
  return (
    <div class="parcel">
      <p class="carrier">
        <b>{parcel.carrier}</b> <span class="status">{parcel.status}</span>
      </p>
      {parcel.trackingNumber && (
        <p class="carrier">
          <span>
            {words.parcel} <span class="number">{parcel.trackingNumber}</span>
          </span>
          <CopyNumber value={parcel.trackingNumber} />
        </p>
      )}
      {parcel.expected && (
        <p class="expected">
          {words.expected} <b>{parcel.expected}</b>
        </p>
      )}
      <ol class="timeline">
        {parcel.events.map((event, index) => (
          <li key={index}>
            <p>{event.text}</p>
            <small>
              {event.at}
              {event.place && ` · ${event.place}`}
            </small>
          </li>
        ))}
      </ol>
    </div>
  );
}

export function Tracking({ tracking }: { tracking: TrackingCard }) {
  const words = useWords();
  return (
    <article class="paper tracking" aria-label={`${words.order} ${tracking.orderNumber}`}>
      <OrderHead number={tracking.orderNumber} status={tracking.status} />
      {tracking.parcels.map((parcel, index) => (
        <Parcel key={parcel.trackingNumber || index} parcel={parcel} />
      ))}
    </article>
  );
}
