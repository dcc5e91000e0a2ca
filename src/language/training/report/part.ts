import { LOCALES, type Locale } from '../../../core/locale.ts';
import type { IntentEntry } from '../../corpus/intents.ts';
import { type Figures, figuresBy, figuresOf, firstOf, isRight, judge, meantOf } from '../../evaluation/figures.ts';
import { type ConfusionMatrix, confusionMatrix, type LabelScore, labelScores } from '../../evaluation/metrics.ts';
import type { ReadExample } from '../../evaluation/read-examples.ts';
import { type CalibrationBin, calibrationBins } from './calibration-bins.ts';
import { slotScores } from './slot-scores.ts';

/** How a model reads one part of the corpus. */
export interface PartReport {
  all: Figures;
  byLocale: Record<string, Figures>;
  byGroup: Record<string, Figures>;
  /** Worst first. */
  intents: LabelScore[];
  slots: LabelScore[];
  /** Which intent is taken for which, and the same by their groups. */
  confusion: ConfusionMatrix;
  groups: ConfusionMatrix;
  /** Most confused first. */
  pairs: ConfusedPair[];
  calibration: CalibrationBin[];
  /** The surest of the wrong readings. */
  worst: WorstError[];
}

export interface ConfusedPair {
  meant: string;
  given: string;
  count: number;
  /** One of them. */
  text: string;
}

export interface WorstError {
  text: string;
  locale: Locale;
  meant: string[];
  given: string;
  probability: number;
}

const MOST_PAIRS = 30;
const MOST_ERRORS = 60;
/** Of an intent that the corpus's table does not name. */
const NO_GROUP = 'other';

export function reportPart(read: readonly ReadExample[], intents: readonly IntentEntry[]): PartReport {
  const groups = new Map(intents.map(({ name, group }) => [name, group]));
  const groupOf = (intent: string) => groups.get(intent) ?? NO_GROUP;
  const meant = read.map(meantOf);
  const given = read.map((each) => firstOf(each).name);
  const wrong = read.filter((each) => !isRight(each));
  const byTrouble = (one: LabelScore, other: LabelScore) => one.f1 - other.f1 || other.support - one.support;
  return {
    all: figuresOf(read),
    byLocale: inOrder(figuresBy(read, ({ example }) => example.locale)),
    byGroup: figuresBy(read, ({ example }) => groupOf(example.intent)),
    intents: labelScores(
      meant.map((intent) => [intent]),
      given.map((intent) => [intent]),
    ).sort(byTrouble),
    slots: slotScores(read).sort(byTrouble),
    confusion: confusionMatrix(meant, given),
    groups: confusionMatrix(meant.map(groupOf), given.map(groupOf)),
    pairs: pairsOf(wrong),
    calibration: calibrationBins(read.map(judge)),
    worst: wrong
      .map(errorOf)
      .sort((one, other) => other.probability - one.probability)
      .slice(0, MOST_ERRORS),
  };
}

function inOrder(byLocale: Record<string, Figures>): Record<string, Figures> {
  return Object.fromEntries(LOCALES.flatMap((locale) => (byLocale[locale] ? [[locale, byLocale[locale]]] : [])));
}

function errorOf(each: ReadExample): WorstError {
  const { name, probability } = firstOf(each);
  const { text, locale } = each.example;
  return { text, locale, meant: each.row.intents, given: name, probability };
}

function pairsOf(wrong: readonly ReadExample[]): ConfusedPair[] {
  const pairs = new Map<string, ConfusedPair>();
  for (const each of wrong) {
    const [meant, given] = [meantOf(each), firstOf(each).name];
    const pair = pairs.get(`${meant} ${given}`) ?? { meant, given, count: 0, text: each.example.text };
    pairs.set(`${meant} ${given}`, { ...pair, count: pair.count + 1 });
  }
  return [...pairs.values()].sort((one, other) => other.count - one.count).slice(0, MOST_PAIRS);
}
