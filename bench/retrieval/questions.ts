import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../src/core/locale.ts';

export interface Question {
  text: string;
  /** `none`: nothing answers it. */
  way: string;
  right: string[];
}

interface Line {
  text: string;
  way?: string;
  articles?: string[];
}

/** The ways in which an article's text in the language asked in is taken out. */
export const CROSS = 'cross-language';

const linesOf = (path: string) =>
  readFileSync(join(import.meta.dirname, path), 'utf8')
    .trimEnd()
    .split('\n');

/** Nothing is ever tuned to these. */
export function heldOut(locale: Locale): Question[] {
  return [`${locale}.jsonl`, `${locale}-unanswered.jsonl`]
    .flatMap((file) => linesOf(`questions/${file}`))
    .map((line) => JSON.parse(line) as Line)
    .map(({ text, way = 'none', articles = [] }) => ({ text, way, right: articles }));
}

/** For settings and thresholds; those across languages are left out, for they have no text taken out. */
export function development(locale: Locale): Question[] {
  return linesOf(`development/${locale}.tsv`)
    .map((line) => line.split('\t'))
    .map(([way = '', text = '', right = '']) => ({ way, text, right: right.split(',').filter(Boolean) }))
    .filter(({ way }) => way !== 'cross');
}
