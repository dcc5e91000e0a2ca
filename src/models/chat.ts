import OpenAI from 'openai';
import type { Clock, Random } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { elapsed } from '../core/instant.ts';
import type { Config } from '../platform/config.ts';
import type { Log } from '../platform/log.ts';
import { withBreaker } from './breaker.ts';
import type { ChatAnswer, ChatModel, ChatRequest } from './chat-model.ts';
import { failureOf } from './failure.ts';
import { readAnswer } from './read-answer.ts';
import { timedBody } from './timed-body.ts';
import { estimateUsage } from './tokens.ts';
import { OPTIONAL, type OptionalSetting, wireRequest } from './wire-request.ts';

export type { ChatModel } from './chat-model.ts';

export interface ChatModelDeps {
  config: Config['openai'];
  /** From platform/http.ts: the only way out. */
  fetch: typeof fetch;
  clock: Clock;
  random: Random;
  log: Log;
  options?: Partial<ChatOptions>;
}

export interface ChatOptions {
  /** Tries after the first. */
  maxRetries: number;
  /** Until the first byte of the answer's body, and between any two pieces of it. */
  firstByteMs: number;
  /** The wait before the first retry; doubled for each further one. */
  backOffMs: number;
  /** Failures in a row until the endpoint is left alone, and for how long. */
  breakAfter: number;
  restMs: number;
}

/** Once the answer is complete, token counts may still follow. */
const AFTERWORD_MS = 400;

/** A chat model behind any OpenAI-compatible endpoint. `config.timeoutMs` bounds the whole, retries included. */
export function createChatModel(deps: ChatModelDeps): ChatModel {
  const { config, clock } = deps;
  const options: ChatOptions = {
    maxRetries: 2,
    firstByteMs: Math.max(100, Math.floor(config.timeoutMs * 0.75)),
    backOffMs: 250,
    breakAfter: 3,
    restMs: 30_000,
    ...deps.options,
  };
  const client = new OpenAI({
    baseURL: config.baseUrl.replace(/\/+$/, ''),
    // A local server asks for none; the client insists on one.
    apiKey: config.apiKey ?? 'none',
    defaultHeaders: config.apiKey ? {} : { Authorization: null },
    organization: null,
    project: null,
    webhookSecret: null,
    fetch: deps.fetch,
    maxRetries: 0,
    timeout: config.timeoutMs,
    logLevel: 'off',
  });
  /** What this endpoint has refused to know. */
  const unknown = new Set<OptionalSetting>();

  async function once(request: ChatRequest, signal: AbortSignal): Promise<Omit<ChatAnswer, 'attempts'>> {
    const hurry = new AbortController();
    const timer = setTimeout(
      () => hurry.abort(new AppError('model.timeout', { detail: 'no answer in time' })),
      options.firstByteMs,
    );
    const attempt = AbortSignal.any([signal, hurry.signal]);
    try {
      const response = await client.chat.completions
        .create(wireRequest(config.model, request, unknown), { signal: attempt })
        .asResponse();
      clearTimeout(timer);
      let complete = false;
      const patience = { next: () => (complete ? AFTERWORD_MS : options.firstByteMs) };
      const { usage, characters, ...spoken } = await readAnswer(timedBody(response.body, patience, attempt), () => {
        complete = true;
      });
      return { ...spoken, usage: usage ? { ...usage, estimated: false } : estimateUsage(request, characters) };
    } catch (error) {
      attempt.throwIfAborted();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async function complete(request: ChatRequest, outer: AbortSignal): Promise<ChatAnswer> {
    const started = clock.now();
    const left = () => config.timeoutMs - elapsed(started, clock.now());
    const whole = AbortSignal.timeout(config.timeoutMs);
    const signal = AbortSignal.any([outer, whole]);
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = { ...(await once(request, signal)), attempts: attempt };
        const milliseconds = elapsed(started, clock.now());
        deps.log.debug('model.answered', { model: config.model, attempts: attempt, milliseconds, ...answer.usage });
        return answer;
      } catch (cause) {
        outer.throwIfAborted();
        const timedOut = whole.aborted
          ? new AppError('model.timeout', { cause, detail: `over ${config.timeoutMs} ms` })
          : null;
        const failure = failureOf(timedOut ?? cause, clock);
        const { code, message: detail } = failure.error;
        // What another try may mend is of no concern to whoever reads warnings.
        const again = forget(cause);
        const wait = again ? 0 : (failure.retryAfter ?? backOff(attempt));
        const isOver = !again && (!failure.retry || attempt > options.maxRetries || wait >= left());
        deps.log[isOver ? 'warn' : 'debug']('model.failed', { model: config.model, attempt, code, detail });
        if (again) continue;
        if (isOver) throw failure.error;
        await pause(wait, signal);
      }
    }
  }

  /** A 400 that names a setting which can be left out: true when it was sent, and then it is not sent again. */
  function forget(cause: unknown): boolean {
    if (!(cause instanceof OpenAI.APIError) || (cause.status !== 400 && cause.status !== 422)) return false;
    const named = OPTIONAL.filter((setting) => cause.message.includes(setting) && !unknown.has(setting));
    for (const setting of named) unknown.add(setting);
    return named.length > 0;
  }

  /** Doubles, and spreads over half of its length, so that many turns do not come back at once. */
  function backOff(attempt: number): number {
    const share = Number.parseInt(deps.random.token(2), 16) / 0x1_00_00;
    return options.backOffMs * 2 ** (attempt - 1) * (0.5 + share / 2);
  }

  async function probe(): Promise<{ ok: boolean; detail: string }> {
    const started = clock.now();
    try {
      await once({ messages: [{ role: 'user', text: 'ping' }], tools: [] }, AbortSignal.timeout(config.timeoutMs));
      return { ok: true, detail: `${config.model}, ${elapsed(started, clock.now())} ms` };
    } catch (cause) {
      return { ok: false, detail: failureOf(cause, clock).error.message };
    }
  }

  return withBreaker(
    { name: config.model, complete, probe },
    { clock, failures: options.breakAfter, restMs: options.restMs },
  );
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((settle) => {
    const timer = setTimeout(settle, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      settle();
    });
  });
}
