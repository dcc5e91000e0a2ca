import type { z } from '@hono/zod-openapi';
import type { ServerDeps } from '../deps.ts';
import type { ServerContext } from '../environment.ts';
import { aboutAnswer, answerOnce, MODEL, usageOf } from './answer.ts';
import { openaiErrorBody } from './errors.ts';
import { dataStream } from './events.ts';
import type { chatRequestSchema, chatResponseSchema } from './schemas.ts';
import { sentences } from './sentences.ts';
import { messageText, questionOfMessages } from './transcript.ts';

type Deps = Pick<ServerDeps, 'clerk' | 'clock' | 'random' | 'log' | 'verifyShopToken'>;
type ChatRequest = z.infer<typeof chatRequestSchema>;
type ChatResponse = z.infer<typeof chatResponseSchema>;

export async function chatDoor(deps: Deps, c: ServerContext, request: ChatRequest): Promise<Response> {
  const now = deps.clock.now();
  const head = { id: `chatcmpl-${deps.random.id()}`, created: Math.floor(Date.parse(now) / 1_000), model: MODEL };
  const question = questionOfMessages(request.messages, now);
  const asked = request.messages.map(messageText);
  const indices = Array.from({ length: request.n ?? 1 }, (_, index) => index);
  const ask = () => answerOnce(deps, question, request, c.req.raw.signal);

  if (!request.stream) {
    const answer = await ask();
    const body: ChatResponse = {
      ...head,
      object: 'chat.completion',
      choices: indices.map((index) => ({
        index,
        message: { role: 'assistant', content: answer.text, refusal: null },
        logprobs: null,
        finish_reason: answer.finish,
      })),
      usage: usageOf(
        asked,
        indices.map(() => answer.text),
      ),
      xiaoer: aboutAnswer(answer),
    };
    return c.json(body, 200);
  }

  const withUsage = request.stream_options?.include_usage === true;
  const chunk = (index: number, delta: object, finish: string | null) => ({
    ...head,
    object: 'chat.completion.chunk',
    choices: [{ index, delta, logprobs: null, finish_reason: finish }],
    ...(withUsage && { usage: null }),
  });
  return dataStream(
    c,
    async (send) => {
      for (const index of indices) send(chunk(index, { role: 'assistant', content: '' }, null));
      const answer = await ask();
      for (const index of indices) {
        for (const sentence of sentences(answer.text)) send(chunk(index, { content: sentence }, null));
        send(chunk(index, {}, answer.finish));
      }
      const usage = usageOf(
        asked,
        indices.map(() => answer.text),
      );
      if (withUsage) send({ ...head, object: 'chat.completion.chunk', choices: [], usage });
    },
    (error) => {
      deps.log.error('completion.failed', { error });
      return openaiErrorBody(error, c.req.header('accept-language')).body;
    },
  );
}
