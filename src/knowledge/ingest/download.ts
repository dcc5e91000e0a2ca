import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AppError } from '../../core/errors.ts';
import { readLimited } from '../../platform/http.ts';
import type { ReadProblem } from './documents.ts';
import type { ReadLimits } from './limits.ts';
import { problems } from './problems.ts';
import type { Tools } from './tools.ts';

export interface Downloaded {
  /** Where redirects led. */
  address: string;
  bytes: Uint8Array;
  contentType: string;
  charset: string | null;
}

export type Download = { ok: true; value: Downloaded } | { ok: false; problem: ReadProblem };

/** What is at an address, unpacked where it is gzip. */
export async function download(url: string, tools: Pick<Tools, 'fetch' | 'limits'>): Promise<Download> {
  const { limits } = tools;
  const patience = AbortSignal.timeout(limits.fetchMs);
  try {
    const response = await tools.fetch(url, {
      headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,text/*;q=0.8,*/*;q=0.5' },
      signal: patience,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return refused(problems.notReached(url, { zh: `HTTP ${response.status}`, en: `HTTP ${response.status}` }));
    }
    const contentType = response.headers.get('content-type') ?? '';
    const packed = await readLimited(response, limits.fileBytes);
    const bytes = packed[0] === 0x1f && packed[1] === 0x8b ? await unpacked(packed, limits.fileBytes) : packed;
    const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? null;
    return { ok: true, value: { address: response.url || url, bytes, contentType, charset } };
  } catch (error) {
    return refused(patience.aborted ? late(url, limits) : problemOf(url, error, limits));
  }
}

const unzip = promisify(gunzip);
const unpacked = (bytes: Uint8Array, most: number): Promise<Uint8Array> => unzip(bytes, { maxOutputLength: most });

const refused = (problem: ReadProblem): Download => ({ ok: false, problem });

const late = (url: string, { fetchMs }: ReadLimits) =>
  problems.notReached(url, {
    zh: `${fetchMs / 1000} 秒内没有传完`,
    en: `it did not arrive within ${fetchMs / 1000} seconds`,
  });

function problemOf(url: string, error: unknown, limits: ReadLimits): ReadProblem {
  const code = codeOf(error);
  if (code === 'http.address-refused') return problems.addressRefused(url);
  if (code === 'http.too-large' || code === 'ERR_BUFFER_TOO_LARGE')
    return problems.fileTooLarge(url, null, limits.fileBytes);
  if (code === 'http.too-many-redirects')
    return problems.notReached(url, { zh: '跳转次数太多', en: 'it redirects too often' });
  if (!URL.canParse(url)) return problems.notReached(url, { zh: '这不是一个网址', en: 'this is no address' });
  return problems.notReached(url, { zh: '连不上，或者连接中断', en: 'no connection, or it broke off' });
}

function codeOf(error: unknown): string | null {
  if (error instanceof AppError) return error.code;
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
