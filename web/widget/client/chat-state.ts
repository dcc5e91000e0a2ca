import type { CardAction, Progress } from '../../../src/core/wire.ts';
import type { Link } from './connection.ts';
import type { Unsent } from './outbox.ts';
import type { Store } from './store.ts';
import { EMPTY_TRANSCRIPT, type Transcript } from './transcript.ts';

export interface ChatState {
  transcript: Transcript;
  unsent: readonly Unsent[];
  progress: Progress['state'];
  link: Link;
  /** Up to this sequence it is history; what comes later arrives before the customer's eyes. */
  history: number;
  /** False while the history is on its way. */
  ready: boolean;
  customer: string | null;
  notice: 'expired' | 'signed-out' | null;
}

export interface Chat {
  state: Store<ChatState>;
  send(text: string, card?: CardAction): void;
  retry(clientMessageId: string): void;
  /** Another identity is another conversation: what was there is gone from view and storage. */
  signIn(shopToken: string | null): void;
  startOver(): void;
  /** A customer looks: fetch what was said before. A guest's conversation begins with the first message. */
  greet(): void;
  /** The network is back, or gone. */
  renew(): void;
  /** A page that nobody looks at holds no stream. */
  rest(): void;
  resume(): void;
  /** Another tab changed the kept session. */
  sessionChanged(key: string | null, value: string | null): void;
  stop(): void;
}

/** Of a conversation that has not begun. */
export const BLANK = {
  transcript: EMPTY_TRANSCRIPT,
  progress: 'idle',
  link: 'off',
  history: 0,
  customer: null,
  notice: null,
} as const;
