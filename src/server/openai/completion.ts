import type { z } from '@hono/zod-openapi';
import type { ServerDeps } from '../deps.ts';
import type { ServerContext } from '../environment.ts';
import { type Answer, aboutAnswer, answerOnce, MODEL, usageOf } from './answer.ts';
import { openaiErrorBody } from './errors.ts';
import { dataStream } from './events.ts';
import type { completionRequestSchema, completionResponseSchema } from './schemas.ts';
import { sentences } from './sentences.ts';
import { questionOfPrompt } from './transcript.ts';

type Deps = Pick<ServerDeps, 'clerk' | 'clock' | 'random' | 'log' | 'verifyShopToken'>;
type CompletionRequest = z.infer<typeof completionRequestSchema>;
type CompletionResponse = z.infer<typeof completionResponseSchema>;

export async function completionDoor(deps: Deps, c: ServerContext, request: CompletionRequest): Promise<Response> {
  const now = deps.clock.now();
  const head = { id: `cmpl-${deps.random.id()}`, created: Math.floor(Date.parse(now) / 1_000), model: MODEL };
  const prompts = typeof request.prompt === 'string' ? [request.prompt] : request.prompt;
  const times = Array.from({ length: request.n ?? 1 });
  const ask = (prompt: string) => answerOnce(deps, questionOfPrompt(prompt, now), request, c.req.raw.signal);
  const echoed = (prompt: string) => (request.echo ? prompt : '');

  if (!request.stream) {
    const answers: Answer[] = [];
    for (const prompt of prompts) answers.push(await ask(prompt));
    const [first] = answers;
    const choices = answers.flatMap((answer, which) =>
      times.map(() => ({
        text: echoed(prompts[which] ?? '') + answer.text,
        finish: answer.finish,
        xiaoer: aboutAnswer(answer),
      })),
    );
    const body: CompletionResponse = {
      ...head,
      object: 'text_completion',
      choices: choices.map(({ text, finish, xiaoer }, index) => ({
        ...{ index, text, logprobs: null, finish_reason: finish, xiaoer },
      })),
      usage: usageOf(
        prompts,
        answers.flatMap(({ text }) => times.map(() => text)),
      ),
      xiaoer: first ? aboutAnswer(first) : { language: 'zh', brain: '', citations: [] },
    };
    return c.json(body, 200);
  }

  const chunk = (index: number, text: string, finish: string | null, about: object = {}) => ({
    ...head,
    object: 'text_completion',
    choices: [{ index, text, logprobs: null, finish_reason: finish, ...about }],
  });
  return dataStream(
    c,
    async (send) => {
      const texts: string[] = [];
      let index = 0;
      for (const prompt of prompts) {
        const answer = await ask(prompt);
        for (const _ of times) {
          if (request.echo) send(chunk(index, prompt, null));
          for (const sentence of sentences(answer.text)) send(chunk(index, sentence, null));
          send(chunk(index, '', answer.finish, { xiaoer: aboutAnswer(answer) }));
          texts.push(answer.text);
          index++;
        }
      }
      if (request.stream_options?.include_usage) {
        send({ ...head, object: 'text_completion', choices: [], usage: usageOf(prompts, texts) });
      }
    },
    (error) => {
      deps.log.error('completion.failed', { error });
      return openaiErrorBody(error, c.req.header('accept-language')).body;
    },
  );
}
