import OpenAI from 'openai';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';

/** What a failed request means, and whether another try may help. */
export interface Failure {
  error: AppError;
  retry: boolean;
  /** Milliseconds that the server asked for. */
  retryAfter: number | null;
}

/** Something is wrong with this one request (its length, its words), not with the endpoint. */
const REQUEST_ERRORS = new Set([400, 413, 415, 422]);
const CUT_SHORT = new Set(['model.cut', 'model.unreachable']);

export function failureOf(cause: unknown, clock: Clock): Failure {
  if (cause instanceof AppError) return { error: cause, retry: CUT_SHORT.has(cause.code), retryAfter: null };
  if (cause instanceof OpenAI.APIConnectionTimeoutError)
    return { error: new AppError('model.timeout', { cause }), retry: false, retryAfter: null };
  if (cause instanceof OpenAI.APIError && cause.status !== undefined) return statusFailure(cause, clock);
  const own = ownCause(cause);
  if (own) return { error: own, retry: false, retryAfter: null };
  return {
    error: new AppError('model.unreachable', { cause, detail: rootMessage(cause) }),
    retry: true,
    retryAfter: null,
  };
}

/** Our own refusal (an address that may not be reached) comes wrapped by the client; trying again changes nothing. */
function ownCause(error: unknown): AppError | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++) {
    if (at instanceof AppError) return at;
  }
  return null;
}

function statusFailure(cause: InstanceType<typeof OpenAI.APIError>, clock: Clock): Failure {
  const status = Number(cause.status);
  // The body may repeat what was sent: only the status and the endpoint's own code are kept.
  const detail = [`HTTP ${status}`, cause.code, cause.type].filter(Boolean).join(' ');
  const overloaded = status === 408 || status === 409 || status === 429 || status >= 500;
  // An account without money answers 429 for ever.
  const exhausted = cause.code === 'insufficient_quota';
  const code = overloaded ? 'model.overloaded' : REQUEST_ERRORS.has(status) ? 'model.rejected' : 'model.refused';
  return {
    error: new AppError(code, { cause, detail }),
    retry: overloaded && !exhausted,
    retryAfter: retryAfter(cause.headers, clock),
  };
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date (RFC 9110, 10.2.3). */
function retryAfter(headers: Headers | undefined, clock: Clock): number | null {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (milliseconds >= 0) return milliseconds;
  const written = headers?.get('retry-after') ?? '';
  if (/^\d+(\.\d+)?$/.test(written)) return Number(written) * 1_000;
  const date = Date.parse(written);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.parse(clock.now()));
}

function rootMessage(error: unknown): string {
  let at = error;
  for (let depth = 0; at instanceof Error && at.cause instanceof Error && depth < 6; depth++) at = at.cause;
  return at instanceof Error ? at.message : String(at);
}
