import { AppError } from '../../core/errors.ts';

export interface JsonLine {
  value: unknown;
  /** `file:line`, for what is said about it. */
  where: string;
}

export function badLine(where: string, why: string): AppError {
  return new AppError('rows.bad-line', { detail: `${where}: ${why}` });
}

const LINE_FEED = 0x0a;

/** One JSON value a line. A byte order mark, CRLF and empty lines are let pass; anything else that is no JSON in UTF-8 throws `rows.bad-line`. */
export function parseJsonLines(bytes: Uint8Array, file: string): JsonLine[] {
  const lines: JsonLine[] = [];
  for (let from = 0, number = 1; from < bytes.length; number++) {
    const end = bytes.indexOf(LINE_FEED, from);
    const to = end === -1 ? bytes.length : end;
    // Cut before decoding: broken UTF-8 is then known by its line.
    const line = bytes.subarray(from, to);
    from = to + 1;
    const where = `${file}:${number}`;
    const text = decode(line, where);
    if (text.trim() !== '') lines.push({ value: parse(text, where), where });
  }
  return lines;
}

function decode(line: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    throw badLine(where, 'not UTF-8');
  }
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badLine(where, `not JSON (${cause instanceof Error ? cause.message : 'unreadable'})`);
  }
}
