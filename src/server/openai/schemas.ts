import { z } from '@hono/zod-openapi';
import { textSchema } from '../schemas/common.ts';

const stop = z.union([z.string().min(1), z.array(z.string().min(1)).max(4)]).nullish();
const count = z.int().min(1).max(8).nullish();
const tokens = z.int().min(1).nullish();

const shared = {
  model: z.string().nullish().openapi({ description: 'Any name is taken; `xiaoer` answers.' }),
  n: count.openapi({ description: '1 to 8 times the same checked answer: it is not drawn by lot.' }),
  stop: stop.openapi({ description: 'Ends the answer with the last whole sentence before it.' }),
  max_tokens: tokens.openapi({ description: 'Ends the answer with the last whole sentence that fits.' }),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  user: textSchema
    .nullish()
    .openapi({ description: 'A JWT of the shop makes the answer that customer’s; anything else is a guest.' }),
};

const message = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z.union([textSchema, z.array(z.looseObject({ type: z.string(), text: textSchema.optional() }))]).nullish(),
});

export type ChatMessage = z.infer<typeof message>;

export const chatRequestSchema = z
  .looseObject({
    ...shared,
    messages: z.array(message).min(1).max(200),
    max_completion_tokens: tokens,
  })
  .openapi('ChatCompletionRequest', { description: 'Other members of OpenAI’s request are taken and have no effect.' });

export const completionRequestSchema = z
  .looseObject({
    ...shared,
    engine: z.string().nullish(),
    prompt: z.union([textSchema, z.array(textSchema).min(1).max(8)]),
    echo: z.boolean().nullish(),
  })
  .openapi('CompletionRequest', { description: 'Other members of OpenAI’s request are taken and have no effect.' });

const finish = z.enum(['stop', 'length']);
const usage = z.strictObject({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() });

const about = z.strictObject({
  language: z.string(),
  brain: z.string(),
  citations: z.array(z.strictObject({ articleId: z.string(), title: z.string(), quote: z.string() })),
});

const answered = {
  id: z.string(),
  created: z.int(),
  model: z.string(),
  usage,
  xiaoer: about,
};

export const chatResponseSchema = z
  .strictObject({
    ...answered,
    object: z.literal('chat.completion'),
    choices: z.array(
      z.strictObject({
        index: z.int(),
        message: z.strictObject({ role: z.literal('assistant'), content: z.string(), refusal: z.null() }),
        logprobs: z.null(),
        finish_reason: finish,
      }),
    ),
  })
  .openapi('ChatCompletion');

export const completionResponseSchema = z
  .strictObject({
    ...answered,
    object: z.literal('text_completion'),
    choices: z.array(
      z.strictObject({
        index: z.int(),
        text: z.string(),
        logprobs: z.null(),
        finish_reason: finish,
        xiaoer: about,
      }),
    ),
  })
  .openapi('Completion', {
    description: '`xiaoer` of a choice belongs to its prompt; that of the whole is the first one’s.',
  });

const model = z.strictObject({
  id: z.string(),
  object: z.literal('model'),
  created: z.int(),
  owned_by: z.string(),
});
export const modelSchema = model.openapi('Model');
export const modelsSchema = z.strictObject({ object: z.literal('list'), data: z.array(model) }).openapi('Models');

export const errorSchema = z
  .strictObject({
    error: z.strictObject({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable(),
      code: z.string().nullable(),
    }),
  })
  .openapi('OpenAIError');
