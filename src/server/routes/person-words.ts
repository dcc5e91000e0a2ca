import type { Conversations } from '../../conversation/conversations.ts';

/** Events looked at in one step back. */
const STEP = 100;

export interface PersonWords {
  operator: string;
  text: string;
}

/** What people said since the customer's message before that of `sequence`: who asks one message at a time has not read it yet. */
export async function personWordsSince(
  conversations: Pick<Conversations, 'events'>,
  id: string,
  sequence: number,
): Promise<PersonWords[]> {
  const recent = (await conversations.events(id, sequence)).flatMap(wordsIn);
  for (let end = sequence; end > 1; ) {
    const start = Math.max(1, end - STEP);
    const events = await conversations.events(id, start - 1, end - start);
    const asked = events.findLastIndex(({ kind }) => kind === 'message-received');
    recent.unshift(...events.slice(asked + 1).flatMap(wordsIn));
    if (asked >= 0) break;
    end = start;
  }
  return recent;
}

type Event = Awaited<ReturnType<Conversations['events']>>[number];

function wordsIn(event: Event): PersonWords[] {
  if (event.kind !== 'person-replied') return [];
  return [{ operator: event.payload.operator, text: event.payload.text }];
}
