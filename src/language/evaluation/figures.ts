import { calibrationError, type Judged, labelScores, microF1, slotF1 } from './metrics.ts';
import type { ReadRow } from './read-examples.ts';

/** Shares from 0 to 1; null where the messages have nothing to measure it on. */
export interface Figures {
  messages: number;
  /** Whose likeliest intent is one of theirs, and of whose first two one is. */
  top1: number | null;
  top2: number | null;
  /** Of the first intents, each intent that was meant as heavy as any other. */
  macroF1: number | null;
  slotF1: number | null;
  /** Whose act is right. */
  act: number | null;
  toneF1: number | null;
  calibrationError: number | null;
}

export function figuresOf(read: readonly ReadRow[]): Figures {
  const share = (some: readonly ReadRow[], isRight: (each: ReadRow) => boolean) =>
    some.length === 0 ? null : some.filter(isRight).length / some.length;
  const meant = read.filter(({ row }) => row.intents.length > 0);
  const spoken = read.filter(({ row }) => typeof row.act === 'string');
  return {
    messages: read.length,
    top1: share(meant, (each) => isRight(each)),
    top2: share(meant, (each) => isRight(each, 2)),
    macroF1: macroOf(meant),
    slotF1: slotF1(
      read.map(({ row }) => row.slots),
      read.map(({ reading }) => reading.slots),
    ),
    act: share(spoken, ({ row, reading }) => row.act === reading.act),
    toneF1: microF1(
      read.map(({ row }) => row.tones ?? []),
      read.map(({ reading }) => reading.tones),
    ),
    calibrationError: calibrationError(meant.map(judge)),
  };
}

/** What a few messages of one kind are taken for outside their kind has no share of its own here. */
function macroOf(meant: readonly ReadRow[]): number | null {
  const scores = labelScores(
    meant.map((each) => [meantOf(each)]),
    meant.map((each) => [firstOf(each).name]),
  ).filter(({ support }) => support > 0);
  return scores.length === 0 ? null : scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}

/** The figures of each kind of message, by the kind's name. */
export function figuresBy<Read extends ReadRow>(
  read: readonly Read[],
  kindOf: (each: Read) => string,
): Record<string, Figures> {
  const kinds = [...Map.groupBy(read, kindOf)].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(kinds.map(([kind, some]) => [kind, figuresOf(some)]));
}

const NOTHING = { name: '', probability: 0 };

/** What the message was taken for. */
export function firstOf({ reading }: ReadRow): { name: string; probability: number } {
  return reading.intents[0] ?? NOTHING;
}

/** Any of a message's needs is a right answer to what it is about: the one that was given, else its main one. */
export function meantOf(each: ReadRow): string {
  return isRight(each) ? firstOf(each).name : (each.row.intents[0] ?? '');
}

export function isRight({ row, reading }: ReadRow, among = 1): boolean {
  return reading.intents.slice(0, among).some(({ name }) => row.intents.includes(name));
}

export function judge(each: ReadRow): Judged {
  return { probability: firstOf(each).probability, isRight: isRight(each) };
}
