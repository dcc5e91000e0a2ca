import { parse } from 'yaml';
import { decodeText } from '../../../platform/encoding/decode.ts';
import type { ReadResult } from '../documents.ts';
import { finish } from './finish.ts';
import type { Piece } from './piece.ts';

const FRONT_MATTER = /^\ufeff?---[^\S\n]*\n([\s\S]*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/;
/** Fenced code is text as it stands; comments, scripts and styles outside it are not shown by any reader of Markdown. */
const UNSEEN = /^(```|~~~)[\s\S]*?^\1|<!--[\s\S]*?-->|<(script|style|template)\b[\s\S]*?<\/\2\s*>/gim;
const HEADING = /^(?:#{1,6}[^\S\n]+(.+?)[^\S\n]*#*|(\S.*)\n(?:=+|-{3,}))[^\S\n]*$/m;

/** The title is the front matter's, or the first heading. */
export function readMarkdown({ key, title, bytes, limits }: Piece): ReadResult {
  const text = decodeText(bytes).text.replace(/\r\n?/g, '\n');
  const front = FRONT_MATTER.exec(text);
  const named = front ? titleIn(front[1] ?? '') : null;
  const body = text
    .slice(named === null ? 0 : (front?.[0].length ?? 0))
    .replace(UNSEEN, (found, fence) => (fence ? found : ''));
  const heading = HEADING.exec(body);
  return finish({ key, title: named || heading?.[1] || heading?.[2] || title, body }, limits);
}

/** Null where it is no front matter: a line of dashes begins a text as well. */
function titleIn(source: string): string | null {
  try {
    const fields: unknown = parse(source, { maxAliasCount: 0 });
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return null;
    return 'title' in fields && typeof fields.title === 'string' ? fields.title : '';
  } catch {
    return null;
  }
}
