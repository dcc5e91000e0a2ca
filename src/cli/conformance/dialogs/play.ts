import type { Flow } from '../../../agent/brain.ts';
import type { App } from '../../../app.ts';
import { seededRandom } from '../../../core/clock.ts';
import type { Fact } from '../../../core/fact.ts';

/** What became of one message. */
export interface Turn {
  said: string;
  /** Null: a person has the conversation, and the clerk keeps silent. */
  reply: string | null;
  commands: { name: string; input: unknown; status: string }[];
  facts: Fact[];
  /** Tokens of the cards under the reply. */
  cards: string[];
  /** What the clerk is in the middle of afterwards, and what he has asked. */
  flow: Flow | null;
}

export interface Played {
  conversationId: string;
  turns: Turn[];
}

/** For one answer, milliseconds. */
const PATIENCE = 120_000;

/** A guest writes these messages, each as it stands and after the answer to the one before. No card is pressed. */
export async function playMessages(app: App, messages: readonly string[], seed: number): Promise<Played> {
  const random = seededRandom(seed + 1);
  const { id } = await app.conversations.open({ customerId: null, channel: 'conformance', locale: 'en' });
  const turns: Turn[] = [];
  for (const text of messages) turns.push(await say(app, id, text, random.id()));
  return { conversationId: id, turns };
}

async function say({ conversations, store }: App, id: string, said: string, clientMessageId: string): Promise<Turn> {
  const { event } = await conversations.post(id, { clientMessageId, text: said });
  const answer = await conversations.replyTo(id, event.sequence, AbortSignal.timeout(PATIENCE));
  // Silence is a person's; a clerk who does not answer in time would be counted as one.
  if (!answer && (await conversations.get(id))?.owner === 'bot') throw new Error(`no answer within ${PATIENCE} ms`);
  const flow = (await store.conversations.state(id))?.flow ?? null;
  if (answer?.kind !== 'reply-sent') return { said, reply: null, commands: [], facts: [], cards: [], flow };
  const { reply, turnId } = answer.payload;
  const trace = conversations.trace(turnId);
  if (!trace) throw new Error(`no trace of turn ${turnId}`);
  const cards = reply.blocks.flatMap((block) => (block.kind === 'confirmation' ? [block.card.token] : []));
  return {
    said,
    reply: reply.text,
    commands: trace.commands.map(({ name, input, status }) => ({ name, input, status })),
    facts: trace.facts,
    cards,
    flow,
  };
}
