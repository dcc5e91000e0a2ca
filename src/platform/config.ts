import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { OPERATOR_ROLES, UNNAMED_OPERATOR } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { type Locale, type Localized, localize } from '../core/locale.ts';
import { settingInChinese } from './config-words.ts';

const operator = z.strictObject({
  name: z.string().min(1).max(64),
  role: z.enum(OPERATOR_ROLES),
  /** sha-256 of the token in hex, or the token itself. */
  token: z.string().min(16),
});

/** A list in YAML, or a line with commas in the environment. */
const list = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value),
  z.array(z.string().min(1)),
);

const file = z.strictObject({
  port: z.coerce.number().int().min(0).max(65_535).default(3000),
  host: z.string().min(1).default('127.0.0.1'),
  /** PostgreSQL; without it the data folder holds an embedded one. */
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  brain: z.enum(['auto', 'embedded', 'llm']).default('auto'),
  openai: z
    .strictObject({
      baseUrl: z.url({ protocol: /^https?$/ }).default('https://api.openai.com/v1'),
      apiKey: z.string().min(1).optional(),
      model: z.string().min(1).default('gpt-4o-mini'),
      timeoutMs: z.coerce.number().int().min(100).max(600_000).default(20_000),
    })
    .prefault({}),
  /** What finds answers by their meaning, beside their words: nothing, the own model, or an OpenAI-compatible endpoint. */
  embeddings: z
    .strictObject({
      from: z.enum(['none', 'own', 'endpoint']).default('none'),
      baseUrl: z.url({ protocol: /^https?$/ }).default('https://api.openai.com/v1'),
      apiKey: z.string().min(1).optional(),
      model: z.string().min(1).default('text-embedding-3-small'),
      timeoutMs: z.coerce.number().int().min(100).max(60_000).default(3_000),
      /** From this likeness on a text answers by its meaning alone; every model has its own. */
      answersFrom: z.coerce.number().min(0.05).max(1).default(0.6),
    })
    .prefault({}),
  /** How the shop signs who its visitor is. */
  shopToken: z
    .strictObject({
      secret: z.string().min(32).optional(),
      jwksUrl: z.url({ protocol: /^https?$/ }).optional(),
      issuer: z.string().min(1).optional(),
      audience: z.string().min(1).default('xiaoer'),
    })
    .prefault({}),
  operators: z.array(operator).default([]),
  /** Who sits at the command line, in what is decided there. */
  operatorName: z.string().trim().min(1).max(64).default(UNNAMED_OPERATOR),
  /** Keys of the OpenAI-compatible doors. Without any, one is made in the data folder. */
  apiKeys: z.array(z.string().min(16)).default([]),
  /** Origins whose pages may embed the widget; `*` allows any. */
  allowedOrigins: list.default(['*']),
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustedProxies: list.default([]),
  /** What one address or one visitor may ask for. */
  limits: z
    .strictObject({
      /** Requests a minute from one address. */
      requests: z.coerce.number().int().min(1).default(600),
      /** New visitors a minute from one address. */
      sessions: z.coerce.number().int().min(1).default(60),
      /** Messages a minute from one visitor. */
      messages: z.coerce.number().int().min(1).default(30),
      /** Open streams of one address. */
      streams: z.coerce.number().int().min(1).default(200),
    })
    .prefault({}),
  burstWindowMs: z.coerce.number().int().min(0).max(10_000).default(700),
  confirmationMinutes: z.coerce.number().int().min(1).max(1_440).default(15),
  /** What one conversation may do, and how long is waited for shop and people. */
  budget: z
    .strictObject({
      callsPerTurn: z.coerce.number().int().min(1).max(100).default(12),
      writesPerHour: z.coerce.number().int().min(1).default(20),
      /** After so long a shop system that is read back has done a write or will not do it any more. */
      settlingSeconds: z.coerce.number().int().min(1).max(86_400).default(60),
      /** After so long without a person's decision a request is refused. */
      approvalHours: z.coerce.number().int().min(1).max(8_760).default(72),
    })
    .prefault({}),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

export type Config = z.infer<typeof file> & {
  dataDir: string;
  failpoint: string | null;
  /** An endpoint was named, by file or environment: `auto` then uses it. */
  endpointConfigured: boolean;
  /** 32 bytes as hex that wrap the customers' keys; without it the data folder keeps its own. */
  masterKey: string | null;
};

const VARIABLES: Record<string, readonly string[]> = {
  PORT: ['port'],
  HOST: ['host'],
  DATABASE_URL: ['databaseUrl'],
  XIAOER_BRAIN: ['brain'],
  OPENAI_BASE_URL: ['openai', 'baseUrl'],
  OPENAI_API_KEY: ['openai', 'apiKey'],
  OPENAI_MODEL: ['openai', 'model'],
  OPENAI_TIMEOUT_MS: ['openai', 'timeoutMs'],
  XIAOER_EMBEDDINGS: ['embeddings', 'from'],
  XIAOER_EMBEDDINGS_BASE_URL: ['embeddings', 'baseUrl'],
  XIAOER_EMBEDDINGS_API_KEY: ['embeddings', 'apiKey'],
  XIAOER_EMBEDDINGS_MODEL: ['embeddings', 'model'],
  XIAOER_SHOP_TOKEN_SECRET: ['shopToken', 'secret'],
  XIAOER_SHOP_TOKEN_JWKS_URL: ['shopToken', 'jwksUrl'],
  XIAOER_OPERATOR: ['operatorName'],
  XIAOER_BURST_WINDOW_MS: ['burstWindowMs'],
  XIAOER_LOG_LEVEL: ['logLevel'],
  XIAOER_ALLOWED_ORIGINS: ['allowedOrigins'],
  XIAOER_TRUSTED_PROXIES: ['trustedProxies'],
};

type Environment = Record<string, string | undefined>;

/** The file `xiaoer.yml` in the data folder; an absent one is an empty one. */
function readFile(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    // A folder that is none is spoken of where it is made.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return {};
    throw wrong({ zh: `读不了 ${path}`, en: `${path} cannot be read` }, error);
  }
  let content: unknown;
  try {
    content = parse(text) ?? {};
  } catch (error) {
    throw notYaml(path, error);
  }
  if (typeof content !== 'object' || Array.isArray(content)) {
    throw wrong({
      zh: `${path} 里应该是一行行「名称: 值」`,
      en: `${path} must hold lines of "name: value"`,
    });
  }
  return content as Record<string, unknown>;
}

function notYaml(path: string, error: unknown): AppError {
  const place = error instanceof YAMLParseError ? error.linePos?.[0] : undefined;
  return wrong(
    {
      zh: `${path} ${place ? `第 ${place.line} 行第 ${place.col} 个字符处` : ''}不是有效的 YAML`,
      en: `${path} is not valid YAML: ${(error as Error).message.split('\n')[0]?.replace(/:$/, '')}`,
    },
    error,
  );
}

function wrong(what: Localized, cause?: unknown): AppError {
  const [zh, en] = [localize(what, 'zh'), localize(what, 'en')];
  return new AppError('config.invalid', {
    cause,
    detail: en,
    publicMessage: { zh: `配置有误：${zh}`, en: `Configuration: ${en}` },
  });
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = typeof target[head] === 'object' && target[head] !== null ? { ...(target[head] as object) } : {};
  target[head] = inner;
  put(inner as Record<string, unknown>, rest, value);
}

/** Where the data is kept, which is known before anything in it is read. */
export function dataFolder(given: string | undefined, env: Environment = process.env): string {
  return resolve(given ?? env.XIAOER_DATA_DIR ?? 'data');
}

/**
 * Reads the configuration: environment over `xiaoer.yml` over defaults. The one reader of `process.env`.
 * @throws AppError `config.invalid` with one line that names the setting and what it must be.
 */
export function loadConfig(
  options: { dataDir?: string | undefined; env?: Environment; overrides?: Record<string, unknown> } = {},
): Config {
  const env = options.env ?? process.env;
  const dataDir = dataFolder(options.dataDir, env);
  const raw = readFile(join(dataDir, 'xiaoer.yml'));
  const origin = new Map<string, string>();
  for (const [variable, path] of Object.entries(VARIABLES)) {
    const value = env[variable];
    if (value === undefined || value === '') continue;
    put(raw, path, value);
    origin.set(path.join('.'), variable);
  }
  const parsed = file.safeParse({ ...raw, ...options.overrides });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path.join('.') ?? '';
    const name = origin.get(path) ?? (path || 'xiaoer.yml');
    throw wrong({
      zh: `${name}: ${issue ? settingInChinese(issue) : '不符合要求'}`,
      en: `${name}: ${issue?.message ?? 'not valid'}`,
    });
  }
  const masterKey = env.XIAOER_MASTER_KEY ?? null;
  if (masterKey !== null && !/^[0-9a-f]{64}$/i.test(masterKey))
    throw wrong({
      zh: 'XIAOER_MASTER_KEY: 应该是 64 位十六进制数字',
      en: 'XIAOER_MASTER_KEY: must be 64 hexadecimal digits',
    });
  const named = (raw.openai ?? {}) as Record<string, unknown>;
  const endpointConfigured = 'baseUrl' in named || 'apiKey' in named;
  if (parsed.data.brain === 'llm' && !endpointConfigured) {
    throw wrong({
      zh: 'XIAOER_BRAIN=llm 还要设置 OPENAI_BASE_URL 或 OPENAI_API_KEY',
      en: 'XIAOER_BRAIN=llm needs OPENAI_BASE_URL or OPENAI_API_KEY',
    });
  }
  return { ...parsed.data, dataDir, endpointConfigured, failpoint: env.XIAOER_FAILPOINT ?? null, masterKey };
}

/** The language that the system speaks; Chinese where it names none (`C`, `POSIX` or nothing). */
export function systemLocale(env: Environment = process.env): Locale {
  const name = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase();
  if (name.startsWith('zh') || /^(c|posix)?(\.|$)/.test(name)) return 'zh';
  return 'en';
}
