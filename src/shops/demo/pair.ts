import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Both languages, always: the demo shop leaves neither out. */
export interface Pair {
  zh: string;
  en: string;
}

/** `中文 | English`, as the data files write it; a text without the bar stands for both languages. */
export function pair(text: string | number): Pair {
  const [zh, en] = String(text).split(' | ');
  return { zh: (zh ?? '').trim(), en: (en ?? zh ?? '').trim() };
}

/** A data file beside the code; its shape is the caller's word, and the tests look at every value. */
export function readData<T>(...path: string[]): T {
  return parse(readFileSync(join(import.meta.dirname, ...path), 'utf8')) as T;
}
