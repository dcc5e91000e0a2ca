import type { Log } from '../../platform/log.ts';
import type { ServerContext } from '../environment.ts';
import { preferredLocale, problemOf } from '../problem.ts';

const TYPES: Record<number, string> = {
  401: 'authentication_error',
  429: 'rate_limit_error',
};

/** A refusal in OpenAI's shape, whose clients read nothing else. English unless asked otherwise: a developer reads it, no shopper. */
export function openaiErrorBody(error: unknown, acceptLanguage: string | undefined) {
  const { status, title, code, detail } = problemOf(error, preferredLocale(acceptLanguage, 'en'));
  const type = TYPES[status] ?? (status >= 500 ? 'server_error' : 'invalid_request_error');
  const param = detail?.includes(': ') ? (detail.split(': ')[0] ?? null) : null;
  return { status, body: { error: { message: detail ? `${title} ${detail}` : title, type, param, code } } };
}

export function openaiErrorResponse(c: ServerContext, error: unknown, log: Log): Response {
  const { status, body } = openaiErrorBody(error, c.req.header('accept-language'));
  if (status >= 500) log.error('request.failed', { method: c.req.method, path: c.req.path, error });
  return c.json(body, status as 400);
}
