import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { JsonLine } from './json-lines.ts';
import { badLine, parseJsonLines } from './json-lines.ts';

/** Where a slot stands: UTF-16 offsets in the row's text, `end` exclusive. */
export interface Span {
  name: string;
  start: number;
  end: number;
}

/** A message with its meaning, to learn from or to be scored on. */
export interface Row {
  text: string;
  /** None where a set labels several at once and this message has none of them. */
  intents: string[];
  /** In the order of the text, none over another. */
  slots: Span[];
  act?: string | null;
  tones?: string[];
  /** Text of the turn before. */
  before?: string | null;
  /** What had just been asked. */
  asked?: string | null;
  /** The intent before this message. */
  after?: string | null;
}

const Name = z.string().min(1);
const Optional = z.string().nullable().exactOptional();

/** Fields that are not named here are other programs' and are left alone. */
const Line = z.object({
  text: z.string(),
  intent: Name.optional(),
  intents: z.array(Name).optional(),
  slots: z.array(z.object({ name: Name, start: z.int(), end: z.int() })).optional(),
  act: Optional,
  tones: z.array(Name).exactOptional(),
  before: Optional,
  asked: Optional,
  after: Optional,
});

/** JSONL with `text`, `intent` or `intents`, and what else a Row has. Throws `rows.bad-line` naming the file, the line and the reason. */
export function parseRows(bytes: Uint8Array, file: string): Row[] {
  return parseJsonLines(bytes, file).map(toRow);
}

export function loadRows(path: string): Row[] {
  return parseRows(readBytes(path), path);
}

export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AppError('rows.unreadable', { cause, detail: path });
  }
}

/** The line as `shape` describes it, or `rows.bad-line` with the first field that is not so. */
export function shaped<Shape extends z.ZodType>(shape: Shape, { value, where }: JsonLine): z.output<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw badLine(where, `${field === '' ? '' : `${field}: `}${issue?.message ?? 'not a row'}`);
}

function toRow(line: JsonLine): Row {
  const { text, intent, intents, slots = [], ...rest } = shaped(Line, line);
  if (intent !== undefined && intents !== undefined) throw badLine(line.where, 'both intent and intents');
  const labels = intents ?? (intent === undefined ? undefined : [intent]);
  if (labels === undefined) throw badLine(line.where, 'neither intent nor intents');
  if (new Set(labels).size < labels.length) throw badLine(line.where, 'an intent twice');
  return { ...rest, ...checked({ text, intents: labels, slots }, line.where) };
}

/** The row with its slots in the text's order; throws `rows.bad-line` where text or spans cannot be. */
export function checked<Checked extends Row>(row: Checked, where: string): Checked {
  const { text } = row;
  if (text.trim() === '') throw badLine(where, 'the text is empty');
  if (!text.isWellFormed()) throw badLine(where, 'the text holds half a character (a lone surrogate)');
  const slots = [...row.slots].sort((one, other) => one.start - other.start);
  let last: Span | undefined;
  for (const slot of slots) {
    const { name, start, end } = slot;
    const span = `slot ${name} at ${start}–${end}`;
    if (start < 0 || end > text.length) throw badLine(where, `${span} lies outside the text of ${text.length}`);
    if (start >= end) throw badLine(where, `${span} is empty`);
    if (!text.slice(start, end).isWellFormed()) throw badLine(where, `${span} cuts a character in two`);
    if (last && start < last.end)
      throw badLine(where, `${span} overlaps slot ${last.name} at ${last.start}–${last.end}`);
    last = slot;
  }
  return { ...row, slots };
}
