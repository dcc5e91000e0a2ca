import type { Reply } from '../../core/reply.ts';
import type { ServerDeps } from '../deps.ts';
import { checkMessage } from '../message.ts';
import { replyText } from '../reply-text.ts';
import { countTokens, cutAtSentences } from './sentences.ts';
import type { Question } from './transcript.ts';

export const MODEL = 'xiaoer';

/** What both kinds of completion have in common. `null` and absent are the same, as OpenAI's clients send either. */
export interface Wishes {
  n?: number | null | undefined;
  stop?: string | string[] | null | undefined;
  max_tokens?: number | null | undefined;
  max_completion_tokens?: number | null | undefined;
  user?: string | null | undefined;
}

export interface Answer {
  text: string;
  finish: 'stop' | 'length';
  reply: Reply;
  brain: string;
}

export type AnswerDeps = Pick<ServerDeps, 'clerk' | 'verifyShopToken'>;

/** The clerk's answer to one question, reads only, cut as wished. */
export async function answerOnce(
  { clerk, verifyShopToken }: AnswerDeps,
  question: Question,
  wishes: Wishes,
  signal: AbortSignal,
): Promise<Answer> {
  checkMessage(question.text);
  const customer = wishes.user ? await verifyShopToken(wishes.user) : null;
  const outcome = await clerk.answer({ ...question, actor: customer ?? { kind: 'guest' } }, signal);
  const maxTokens = wishes.max_completion_tokens ?? wishes.max_tokens ?? null;
  const stop = typeof wishes.stop === 'string' ? [wishes.stop] : (wishes.stop ?? []);
  const { text, finish } = cutAtSentences(replyText(outcome.reply), { stop, maxTokens });
  return { text, finish, reply: outcome.reply, brain: outcome.trace.brain };
}

export function usageOf(asked: readonly string[], answered: readonly string[]) {
  const prompt = asked.reduce((sum, text) => sum + countTokens(text), 0);
  const completion = answered.reduce((sum, text) => sum + countTokens(text), 0);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

export function aboutAnswer({ reply, brain }: Answer) {
  return { language: reply.locale, brain, citations: reply.citations };
}
