import type { Locale, Progress, WireEvent } from '../../../src/core/wire.ts';
import { type Api, ApiError } from './api.ts';
import { BLANK, type Chat, type ChatState } from './chat-state.ts';
import { type Connection, connect, type Link } from './connection.ts';
import { cardMessageId, change, setback } from './delivery.ts';
import type { Environment } from './environment.ts';
import { readHistory } from './history.ts';
import { createOutbox, type Unsent } from './outbox.ts';
import { createPause, type Pause } from './pause.ts';
import { createSessionBook, GUEST, identityOf, parseSession, requestSession, type Session } from './session.ts';
import { createStore } from './store.ts';
import { awaitsReply, receive } from './transcript.ts';

/** One identity's stay: what belongs to an older one is ignored wherever it comes back from. */
interface Stay {
  shopToken: string | null;
  identity: string | null;
  session: Session | null;
  connection: Connection | null;
  delivering: boolean;
  over: AbortController;
  pause: Pause;
}

export function createChat(options: {
  base: string;
  api: Api;
  environment: Environment;
  shopToken: string | null;
  locale(): Locale;
}): Chat {
  const { api, environment } = options;
  const book = createSessionBook(options.base, environment);
  const outbox = createOutbox(options.base, environment);
  const state = createStore<ChatState>({ ...BLANK, unsent: [], ready: true });
  let stay = begin(options.shopToken);

  function begin(shopToken: string | null): Stay {
    const identity = identityOf(shopToken);
    const session = book.open(identity);
    const next: Stay = { shopToken, identity, session, ...fresh() };
    state.set({
      ...BLANK,
      unsent: outbox.open(identity),
      ready: session === null,
      customer: session?.customer?.name ?? null,
    });
    queueMicrotask(() => void (session ? loadHistory(next, session) : deliver(next)));
    return next;
  }

  function fresh(): Omit<Stay, 'shopToken' | 'identity' | 'session'> {
    return { connection: null, delivering: false, pause: createPause(), over: new AbortController() };
  }

  function leave(): void {
    stay.over.abort();
    stay.connection?.stop();
    stay.pause.end();
  }

  function setUnsent(unsent: Unsent[]): void {
    state.set({ unsent });
    outbox.keep(stay.identity, unsent);
  }

  function take(mine: Stay, events: readonly WireEvent[], ordered: boolean): void {
    if (mine !== stay) return;
    const before = state.get();
    const transcript = receive(before.transcript, events, ordered);
    if (transcript !== before.transcript) state.set({ transcript });
    const arrived = new Set(events.map((event) => (event.kind === 'message' ? event.clientMessageId : '')));
    const unsent = before.unsent.filter((message) => !arrived.has(message.clientMessageId));
    if (unsent.length < before.unsent.length) setUnsent(unsent);
  }

  async function loadHistory(mine: Stay, session: Session): Promise<void> {
    try {
      const read = (after: number) => api.events(session.token, after, mine.over.signal);
      await readHistory(read, (events) => take(mine, events, true));
    } catch (error) {
      if (mine === stay && error instanceof ApiError && error.status === 401) return expire(mine);
      // Not reached: the stream brings it once it can.
    }
    if (mine !== stay) return;
    state.set({ ready: true, history: state.get().transcript.synced });
    follow(mine);
    void deliver(mine);
  }

  function follow(mine: Stay): void {
    if (!mine.session || mine.connection || mine !== stay) return;
    const current =
      <T>(work: (value: T) => void) =>
      (value: T) =>
        void (mine === stay && work(value));
    mine.connection = connect({
      api,
      token: mine.session.token,
      synced: () => state.get().transcript.synced,
      waiting: () => awaitsReply(state.get().transcript) || state.get().transcript.owner === 'person',
      now: environment.now,
      onEvents: (events) => take(mine, events, true),
      onProgress: current<Progress>((progress) => state.set({ progress: progress.state })),
      onLink: current<Link>((link) => link !== state.get().link && state.set({ link })),
      onUnauthorized: () => expire(mine),
    });
  }

  /** The session is over: the next message begins a new conversation. */
  function expire(mine: Stay): void {
    if (mine !== stay) return;
    mine.connection?.stop();
    Object.assign(mine, { session: null, connection: null });
    book.clear();
    const notice = state.get().transcript.events.length > 0 ? 'expired' : null;
    // A card belongs to the conversation that is over.
    setUnsent(state.get().unsent.filter((message) => !message.card));
    state.set({ ...BLANK, ready: true, notice });
    void deliver(mine);
  }

  async function openSession(mine: Stay): Promise<Session | null> {
    const { answer, accepted } = await requestSession(api, mine.shopToken, options.locale());
    if (mine !== stay) return null;
    if (!accepted) {
      Object.assign(mine, { shopToken: null, identity: GUEST });
      state.set({ notice: 'signed-out' });
    }
    const session = { ...answer, identity: mine.identity ?? '' };
    mine.session = session;
    if (mine.identity !== null) book.keep(session);
    state.set({ customer: answer.customer?.name ?? null });
    // A customer comes back to the conversation that is still open; a guest's is new.
    if (mine.identity === GUEST) follow(mine);
    else await loadHistory(mine, session);
    return mine === stay ? mine.session : null;
  }

  /** Sends what waits, in order, one at a time. */
  async function deliver(mine: Stay): Promise<void> {
    if (mine.delivering || mine !== stay) return;
    mine.delivering = true;
    let tries = 0;
    let restarts = 0;
    for (;;) {
      const next = state.get().unsent.find((message) => message.state === 'pending');
      if (!next) break;
      const { clientMessageId, text, card } = next;
      try {
        const session = mine.session ?? (await openSession(mine));
        if (mine !== stay) return;
        if (!session) throw new ApiError(401, 'session.required', '');
        const answer = await api.post(session.token, { clientMessageId, text, ...(card && { card }) });
        if (mine !== stay) return;
        take(mine, [answer.event], false);
        // The answer names the message even where the event should not.
        setUnsent(state.get().unsent.filter((message) => message.clientMessageId !== clientMessageId));
        tries = 0;
      } catch (error) {
        if (mine !== stay) return;
        const step = setback(error, tries++);
        if (step.kind === 'again') await mine.pause.wait(step.after);
        else if (step.kind === 'restart' && restarts++ === 0) expire(mine);
        else fail(clientMessageId, step.kind === 'failed' ? step.problem : undefined, step.kind === 'closed');
        if (step.kind !== 'again') tries = 0;
        if (mine !== stay) return;
      }
    }
    mine.delivering = false;
  }

  function fail(id: string, problem: string | undefined, closed: boolean): void {
    setUnsent(change(state.get().unsent, id, { state: 'failed', ...(problem && { problem }) }));
    if (closed) state.set({ transcript: { ...state.get().transcript, owner: 'closed' } });
  }

  function replaceStay(shopToken: string | null): void {
    leave();
    if (stay.session) api.endSession(stay.session.token);
    book.clear();
    outbox.keep(null, []);
    stay = begin(shopToken);
  }

  return {
    state,
    send(text, card) {
      const clientMessageId = card ? cardMessageId(card) : environment.id();
      if (state.get().unsent.some((message) => message.clientMessageId === clientMessageId)) return;
      const message: Unsent = { clientMessageId, text, state: 'pending', at: environment.now(), ...(card && { card }) };
      setUnsent([...state.get().unsent, message]);
      void deliver(stay);
    },
    retry(id) {
      setUnsent(change(state.get().unsent, id, { state: 'pending' }));
      void deliver(stay);
    },
    signIn(shopToken) {
      const identity = identityOf(shopToken);
      if (identity !== null && identity === stay.identity) stay.shopToken = shopToken;
      else replaceStay(shopToken);
    },
    greet() {
      if (stay.shopToken === null || stay.session || stay.delivering) return;
      const mine = stay;
      mine.delivering = true;
      openSession(mine)
        // Not reached: the first message tries again.
        .catch(() => null)
        .then(() => {
          mine.delivering = false;
          void deliver(mine);
        });
    },
    startOver: () => replaceStay(stay.shopToken),
    renew() {
      stay.connection?.renew();
      stay.pause.end();
      const failed = state.get().unsent.filter((message) => message.state === 'failed' && !message.problem);
      for (const message of failed)
        setUnsent(change(state.get().unsent, message.clientMessageId, { state: 'pending' }));
      void deliver(stay);
    },
    rest() {
      stay.connection?.stop();
      stay.connection = null;
    },
    resume: () => follow(stay),
    sessionChanged(key, value) {
      if (key !== book.key) return;
      const session = parseSession(value);
      if (session && session.token === stay.session?.token) return;
      if (!session && !stay.session) return;
      leave();
      const adopted = session?.identity === stay.identity ? session : null;
      stay = { ...stay, session: adopted, ...fresh() };
      state.set({ ...BLANK, ready: adopted === null, ...(!adopted && { unsent: [] }) });
      if (adopted) void loadHistory(stay, adopted);
    },
    stop() {
      leave();
      stay = { ...stay, ...fresh() };
    },
  };
}
