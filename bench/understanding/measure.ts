import { seededRandom } from '../../src/core/clock.ts';
import type { Judged } from '../../src/language/evaluation/metrics.ts';
import { accuracy, auroc, calibrationError, macroF1, microF1, slotF1 } from '../../src/language/evaluation/metrics.ts';
import type { PublicSet } from '../../src/language/evaluation/public-sets.ts';
import type { Contestant, Prediction, Reader } from './contestant.ts';

/** Shares are 0 to 1, and null where the set has nothing to measure them on. */
export interface Figures {
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
  /** Mean time to read one message, after a warm-up. */
  microseconds: number;
  bytes: number;
}

const OUT_OF_SCOPE = 'oos';
const WARM_UP = 300;
/** From here on a label counts as given, where there may be several. */
const GIVEN = 0.5;

export async function measure(contestant: Contestant, set: PublicSet, seed = 1): Promise<Figures> {
  const { locale, isMultiLabel } = set;
  const isOutside = ({ intents }: { intents: readonly string[] }) => intents.includes(OUT_OF_SCOPE);
  const outOfScope = set.train.some(isOutside) ? OUT_OF_SCOPE : null;
  const started = performance.now();
  const reader = await contestant.train(set.train, { locale, isMultiLabel, outOfScope, random: seededRandom(seed) });
  const trainingSeconds = (performance.now() - started) / 1000;
  const { predictions, microseconds } = await readAll(reader, set);

  const read = set.test.map((row, at) => ({ row, prediction: predictions[at] ?? NOTHING }));
  const inside = read.filter(({ row }) => !isOutside(row));
  const gold = inside.map(({ row }) => row.intents);
  const given = inside.map(({ prediction }) => labelsOf(prediction, isMultiLabel));
  const strangeness = (some: typeof read) => some.map(({ prediction }) => prediction.outOfScope);
  const slots = set.train.some((row) => row.slots.length > 0)
    ? predictions.flatMap((each) => (each.slots ? [each.slots] : []))
    : [];
  return {
    accuracy: accuracy(gold, given),
    macroF1: macroF1(gold, given),
    microF1: microF1(gold, given),
    slotF1:
      slots.length > 0
        ? slotF1(
            set.test.map((row) => row.slots),
            slots,
          )
        : null,
    auroc: auroc(strangeness(read.filter(({ row }) => isOutside(row))), strangeness(inside)),
    calibrationError: isMultiLabel ? null : calibrationError(inside.map(judge)),
    trainingSeconds,
    microseconds,
    bytes: reader.bytes,
  };
}

const NOTHING: Prediction = { intents: [], slots: null, outOfScope: 0 };

async function readAll(
  reader: Reader,
  { test }: PublicSet,
): Promise<{ predictions: Prediction[]; microseconds: number }> {
  for (const row of test.slice(0, WARM_UP)) await reader.read(row);
  const predictions: Prediction[] = [];
  const started = performance.now();
  for (const row of test) {
    const prediction = reader.read(row);
    // Waiting for what is there already would count against those who answer at once.
    predictions.push(prediction instanceof Promise ? await prediction : prediction);
  }
  return { predictions, microseconds: ((performance.now() - started) * 1000) / Math.max(1, test.length) };
}

function labelsOf({ intents }: Prediction, isMultiLabel: boolean): string[] {
  const counted = isMultiLabel ? intents.filter(({ probability }) => probability >= GIVEN) : intents.slice(0, 1);
  // To take a message for out of scope is to give it no intent.
  return counted.map(({ name }) => name).filter((name) => name !== OUT_OF_SCOPE);
}

function judge({ row, prediction }: { row: { intents: string[] }; prediction: Prediction }): Judged {
  const [first] = prediction.intents;
  return { probability: first?.probability ?? 0, isRight: first !== undefined && row.intents.includes(first.name) };
}
