import { pino } from 'pino';
import { type Clock, systemClock } from '../core/clock.ts';
import type { Config } from './config.ts';

type LogFields = Record<string, unknown>;

/** Structured log. `event` is noun-verb, e.g. `turn.failed`. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

const HIDDEN = '[redacted]';

/** Names, folded to letters, whose values are secrets or somebody's words. */
const SECRET_NAMES = new Set([
  ...[
    'authorization',
    'proxyauthorization',
    'cookie',
    'setcookie',
    'token',
    'shoptoken',
    'tokenhash',
    'accesstoken',
    'bearer',
    'jwt',
  ],
  ...['apikey', 'apikeys', 'key', 'masterkey', 'secret', 'clientsecret', 'password', 'databaseurl', 'signature'],
  ...['text', 'message', 'messages', 'prompt', 'content', 'body', 'reply', 'transcript', 'draft', 'quote', 'input'],
  ...['contact', 'email', 'phone', 'address', 'street', 'postcode', 'customername'],
]);

/** Secrets and personal data inside values whose name says nothing: bearer tokens, keys, JWTs, e-mails, mobile numbers, passwords in URLs. */
const SECRET_SHAPES: readonly [RegExp, string][] = [
  [/\bBearer\s+[^\s"',]+/gi, `Bearer ${HIDDEN}`],
  [/\bsk-[\w-]{8,}/g, HIDDEN],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, HIDDEN],
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${HIDDEN}@`],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, HIDDEN],
  [/(?<!\d)(\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, HIDDEN],
];

function redactText(text: string): string {
  let result = text.length > 4_000 ? `${text.slice(0, 4_000)}…` : text;
  for (const [shape, replacement] of SECRET_SHAPES) result = result.replace(shape, replacement);
  return result;
}

function redactError(error: Error, depth: number): LogFields {
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    detail: redactText(error.message),
    stack: redactText(error.stack?.split('\n').slice(1, 8).join('\n') ?? ''),
    ...(error.cause !== undefined && { cause: redact(error.cause, depth + 1) }),
  };
}

/** A copy that may be written down. Deeper than eight levels is cut: a log line is no archive. */
function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 8) return '[deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof URL) return redactText(value.href);
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const hidden = SECRET_NAMES.has(name.toLowerCase().replace(/[^a-z]/g, ''));
      return [name, hidden && member !== null && member !== undefined ? HIDDEN : redact(member, depth + 1)];
    }),
  );
}

/** JSON lines to standard error: standard output belongs to the commands. */
export function createLog(
  config: Pick<Config, 'logLevel'>,
  destination: { write(line: string): void } = pino.destination({ dest: 2, sync: true }),
  clock: Clock = systemClock,
): Log {
  const sink = pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: () => `,"at":"${clock.now()}"`,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'event',
    },
    destination,
  );
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) => {
      if (sink.isLevelEnabled(level)) sink[level](redact(fields) as LogFields, event);
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** Says nothing: for tests and for callers without a log. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
