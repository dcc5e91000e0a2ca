import { createRoute } from '@hono/zod-openapi';
import type { Conversation, ConversationEvent } from '../../core/conversation.ts';
import { elapsed, MINUTE } from '../../core/instant.ts';
import type { Reply } from '../../core/reply.ts';
import type { ServerDeps } from '../deps.ts';
import { checkMessage } from '../message.ts';
import { problem } from '../problem.ts';
import { replyText } from '../reply-text.ts';
import { json, jsonBody, problems } from '../schemas/common.ts';
import { type AskRequest, type AskResponse, askRequestSchema, askResponseSchema } from '../schemas/local.ts';
import { createRoutes } from './api.ts';
import { type PersonWords, personWordsSince } from './person-words.ts';

/** How long the command line waits for a reply; an endpoint may be slow and is retried. */
const PATIENCE = 4 * MINUTE;

const ask = createRoute({
  method: 'post',
  path: '/local/ask',
  tags: ['local'],
  summary: 'One message and its reply, with what happened in between',
  security: [{ local: [] }],
  request: { body: jsonBody(askRequestSchema) },
  responses: { 200: json(askResponseSchema, 'The reply'), ...problems(400, 401, 404, 409, 413, 415) },
});

function confirmationIn(reply: Reply | null) {
  const block = reply?.blocks.find((candidate) => candidate.kind === 'confirmation');
  return block?.kind === 'confirmation' ? block.card : null;
}

type Deps = Pick<ServerDeps, 'conversations' | 'shop' | 'clock' | 'random'>;

export function askRoutes({ conversations, shop, clock, random }: Deps) {
  async function conversationFor({ conversation: id, customer, locale }: AskRequest): Promise<Conversation> {
    if (id !== undefined) {
      const found = await conversations.get(id);
      if (!found) throw problem('conversation.unknown');
      if (customer !== undefined && found.customerId !== customer) throw problem('conversation.other-customer');
      return found;
    }
    if (customer !== undefined && !(await shop.getCustomer(customer))) throw problem('customer.unknown');
    return conversations.open({ customerId: customer ?? null, channel: 'cli', locale: locale ?? null });
  }

  function describe(
    conversation: Conversation,
    sent: ConversationEvent | null,
    person: PersonWords[],
    milliseconds: number,
  ): AskResponse {
    const reply = sent?.kind === 'reply-sent' ? sent.payload.reply : null;
    const trace = sent?.kind === 'reply-sent' ? conversations.trace(sent.payload.turnId) : null;
    return {
      person,
      reply: reply && replyText(reply),
      language: reply?.locale ?? conversation.locale,
      commands: (trace?.commands ?? []).map(({ name, input, status, verdict }) => ({ name, input, status, verdict })),
      facts: trace?.facts ?? [],
      citations: reply?.citations ?? [],
      confirmation: confirmationIn(reply),
      owner: conversation.owner,
      conversation: conversation.id,
      brain: trace?.brain ?? (sent?.kind === 'reply-sent' ? sent.payload.brain : null),
      milliseconds,
    };
  }

  return createRoutes().openapi(ask, async (c) => {
    const request = c.req.valid('json');
    checkMessage(request.text);
    const began = clock.now();
    const { id } = await conversationFor(request);
    const { event } = await conversations.post(id, { clientMessageId: `cli-${random.id()}`, text: request.text });
    const signal = AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(PATIENCE)]);
    const sent = await conversations.replyTo(id, event.sequence, signal);
    const conversation = await conversations.get(id);
    if (!conversation) throw problem('conversation.unknown');
    const person = await personWordsSince(conversations, id, event.sequence);
    return c.json(describe(conversation, sent, person, elapsed(began, clock.now())), 200);
  });
}
