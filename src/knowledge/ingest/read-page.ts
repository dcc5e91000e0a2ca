import type { ReadResult } from './documents.ts';
import { nothingRead } from './documents.ts';
import type { Downloaded } from './download.ts';
import { download } from './download.ts';
import { readOne, titleOf } from './read-one.ts';
import type { Tools } from './tools.ts';

export async function readPage(url: string, tools: Tools): Promise<ReadResult> {
  const key = pageKey(url);
  const found = await download(key, tools);
  return found.ok ? readDownloaded(key, found.value, tools) : nothingRead(found.problem);
}

/** An address without what only a browser uses of it. */
export function pageKey(url: string): string {
  const parsed = URL.parse(url.trim());
  if (!parsed) return url.trim();
  parsed.hash = '';
  return parsed.href;
}

export function readDownloaded(
  key: string,
  { address, bytes, contentType, charset }: Downloaded,
  { limits, workbench }: Tools,
): Promise<ReadResult> {
  const { pathname, host } = new URL(address);
  const title = titleOf(decoded(pathname).replace(/\/$/, '')) || host;
  return readOne({ key, title, bytes, limits, address, charset }, workbench, { name: pathname, contentType });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
