import { useEffect, useState } from 'preact/hooks';
import type { ChatState } from '../client/chat-state.ts';

/** Answers that came in while the panel was closed. */
export function useUnread(state: ChatState, open: boolean): number {
  const { events } = state.transcript;
  const last = events.at(-1)?.sequence ?? 0;
  const [read, setRead] = useState(0);
  useEffect(() => {
    if (open || !state.ready || last < read) setRead(last);
  }, [open, state.ready, last, read]);
  if (open || !state.ready) return 0;
  const since = Math.max(read, state.history);
  return events.filter(({ sequence, kind }) => sequence > since && kind !== 'message' && kind !== 'owner').length;
}
