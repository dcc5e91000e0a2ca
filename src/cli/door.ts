import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import type { Problem } from '../core/wire.ts';
import { findSecret } from '../identity/secrets.ts';
import type { Config } from '../platform/config.ts';
import { OPERATOR_HEADER } from '../server/middleware/bearer.ts';
import { folderHolder, type LockHolder } from '../store/lock.ts';
import { failure } from './exit.ts';

/** The command line's one way in: the server's own API, of the server that holds the folder or of an application in this process. */
export interface Door {
  /** Address of the running server; null in process. */
  url: string | null;
  /** Opens the model that reads messages: what is wrong with it is told before anything is written. A server has done so at its start. */
  ready(): Promise<void>;
  /** @param body sent as JSON; a `Blob` as its bytes */
  request(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response>;
  close(): Promise<void>;
}

export type OpenDoor = (config: Config, locale: Locale) => Promise<Door>;

/** Milliseconds for which a start or another short command is waited for. */
const PATIENCE = 20_000;
const PERIOD = 100;

async function waitForHolder(config: Config): Promise<LockHolder | null> {
  for (let waited = 0; ; waited += PERIOD) {
    const holder = folderHolder(config.dataDir, systemClock);
    if (!holder || holder.url !== null || waited >= PATIENCE) return holder;
    await pause(PERIOD);
  }
}

function heldElsewhere(config: Config, holder: LockHolder): AppError {
  return failure('store.locked', {
    zh: `数据目录 ${config.dataDir} 正被另一个小二使用（进程 ${holder.pid}，主机 ${holder.host}）。请等它结束，或换一个 --data-dir。`,
    en: `The data folder ${config.dataDir} is in use by another Xiaoer (process ${holder.pid} on ${holder.host}). Wait for it to end, or choose another --data-dir.`,
  });
}

const BYTES = 'application/octet-stream';
const isBytes = (body: unknown): body is Blob => body instanceof Blob;

type Send = (request: Request) => Promise<Response>;

function doorOver(
  send: Send,
  base: string,
  url: string | null,
  config: Config,
  locale: Locale,
  { ready, close }: Pick<Door, 'ready' | 'close'>,
): Door {
  return {
    url,
    ready,
    close,
    request(method, path, body) {
      const token = findSecret(config.dataDir, 'local') ?? '';
      return send(
        new Request(new URL(path, base), {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            'accept-language': locale,
            [OPERATOR_HEADER]: encodeURIComponent(config.operatorName),
            ...(body !== undefined && { 'content-type': isBytes(body) ? BYTES : 'application/json' }),
          },
          ...(body !== undefined && { body: isBytes(body) ? body : JSON.stringify(body) }),
        }),
      );
    },
  };
}

function overHttp(url: string, config: Config, locale: Locale): Door {
  const send: Send = (request) =>
    fetch(request).catch((cause) => {
      throw failure(
        'server.unreachable',
        { zh: `连接不上 ${url} 的服务。`, en: `The server at ${url} does not answer.` },
        cause,
      );
    });
  return doorOver(send, url, url, config, locale, { ready: async () => {}, close: async () => {} });
}

/** @throws AppError `store.locked` and whatever the application cannot start with */
export const openDoor: OpenDoor = async (config, locale) => {
  const holder = await waitForHolder(config);
  if (holder) {
    if (holder.url === null || holder.host !== hostname()) throw heldElsewhere(config, holder);
    return overHttp(holder.url, config, locale);
  }
  const { createApp } = await import('../app.ts');
  // One message at a time is asked here: there is no burst to wait for.
  const app = await createApp({ ...config, burstWindowMs: 0 }, { besideOthers: config.databaseUrl !== undefined });
  return doorOver((request) => app.fetch(request), 'http://localhost', null, config, locale, {
    ready: async () => void (await app.understand('')),
    close: () => app.close(),
  });
};

/** The body of an answer. @throws AppError with the code and the words of the problem document */
export async function read<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  throw problemError((await response.json().catch(() => ({}))) as Partial<Problem>, response.status);
}

export function problemError(problem: Partial<Problem>, status: number): AppError {
  const code = problem.code ?? `http.${status}`;
  const text = [problem.title ?? code, problem.detail].filter(Boolean).join(' ');
  return new AppError(code, { status, publicMessage: { zh: text, en: text } });
}
