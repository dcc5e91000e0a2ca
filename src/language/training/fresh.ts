import { firstOf, isRight } from '../evaluation/figures.ts';
import { accuracy, auroc, calibrationError, macroF1, microF1, slotF1 } from '../evaluation/metrics.ts';
import { type ReadRow, readRows } from '../evaluation/read-examples.ts';
import type { Row } from '../evaluation/rows.ts';
import { type OpenReader, openModelReader } from '../inference/open.ts';
import type { Runtime } from '../network/runtime.ts';
import { storedBytes } from '../storage/model-folder.ts';
import { fit, type Recipe } from './fit.ts';
import type { TrainingHooks } from './options.ts';

/** Of a model that was trained for the purpose. Shares from 0 to 1; null where the rows have nothing to measure it on. */
export interface FreshFigures {
  train: number;
  test: number;
  /** Of messages in scope: all labels right. */
  accuracy: number | null;
  macroF1: number | null;
  /** Over all labels together. */
  microF1: number | null;
  slotF1: number | null;
  /** Out of scope against in scope. */
  auroc: number | null;
  calibrationError: number | null;
  trainingSeconds: number;
  /** Mean time to read one message by itself. */
  microseconds: number;
  bytes: number;
}

/** Names under which sets keep what is none of their intents. */
const OUT_OF_SCOPE = ['oos', 'out_of_scope'];
/** From here on a label counts as given, where there may be several. */
const GIVEN = 0.5;
/** Messages that are read one by one to tell the time. */
const TIMED = 500;

/** A row with none of the intents, or several: then each is a question of its own. */
export function isMultiLabel(rows: readonly Row[]): boolean {
  return rows.some(({ intents }) => intents.length !== 1);
}

/** Trains on one half and scores on the other; nothing of the other is looked at before. */
export async function evaluateFresh(
  runtime: Runtime,
  { train, test }: { train: readonly Row[]; test: readonly Row[] },
  recipe: Recipe,
  hooks: TrainingHooks,
): Promise<FreshFigures> {
  const began = hooks.now();
  const model = await fit(runtime, { rows: train, development: [] }, recipe, hooks);
  const trainingSeconds = (hooks.now() - began) / 1_000;
  const reader = await openModelReader(runtime, model, { threads: 1 });
  try {
    const read = await readRows(reader.read, test);
    const microseconds = await timeOf(reader, test, hooks.now);
    const figures = figuresOf(read, train);
    const sizes = { train: train.length, test: test.length };
    return { ...sizes, ...figures, trainingSeconds, microseconds, bytes: storedBytes(model) };
  } finally {
    await reader.close();
  }
}

function figuresOf(read: readonly ReadRow[], train: readonly Row[]) {
  const several = isMultiLabel(train);
  const isOutside = ({ intents }: Row) => intents.some((name) => OUT_OF_SCOPE.includes(name));
  const hasOutside = train.some(isOutside);
  const [outside, inside] = [read.filter(({ row }) => isOutside(row)), read.filter(({ row }) => !isOutside(row))];
  const gold = inside.map(({ row }) => row.intents);
  const given = inside.map((each) => labelsOf(each, several));
  return {
    accuracy: accuracy(gold, given),
    macroF1: macroF1(gold, given),
    microF1: microF1(gold, given),
    slotF1: slotF1(
      read.map(({ row }) => row.slots),
      read.map(({ reading }) => reading.slots),
    ),
    auroc: hasOutside ? auroc(outside.map(strangeness), inside.map(strangeness)) : null,
    calibrationError: several
      ? null
      : calibrationError(inside.map((each) => ({ probability: firstOf(each).probability, isRight: isRight(each) }))),
  };
}

function labelsOf({ reading }: ReadRow, several: boolean): string[] {
  const counted = several
    ? reading.intents.filter(({ probability }) => probability >= GIVEN)
    : reading.intents.slice(0, 1);
  // To take a message for out of scope is to give it no intent.
  return counted.map(({ name }) => name).filter((name) => !OUT_OF_SCOPE.includes(name));
}

/** Higher for what belongs to no intent; only the order counts. */
function strangeness({ reading }: ReadRow): number {
  const isNone = ({ name }: { name: string }) => OUT_OF_SCOPE.includes(name);
  const none = Math.max(0, ...reading.intents.filter(isNone).map(({ probability }) => probability));
  const best = Math.max(0, ...reading.intents.filter((each) => !isNone(each)).map(({ probability }) => probability));
  return logit(none) - logit(best);
}

const logit = (probability: number): number => Math.log(probability + 1e-9) - Math.log(1 - probability + 1e-9);

async function timeOf({ read }: OpenReader, rows: readonly Row[], now: () => number): Promise<number> {
  const some = rows.slice(0, TIMED);
  const began = now();
  for (const row of some) await read([{ text: row.text, context: row }]);
  return ((now() - began) * 1_000) / Math.max(1, some.length);
}
