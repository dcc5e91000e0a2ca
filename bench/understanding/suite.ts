import { AppError } from '../../src/core/errors.ts';
import type { PublicSet } from '../../src/language/evaluation/public-sets.ts';
import { loadPublicSet, PUBLIC_SETS } from '../../src/language/evaluation/public-sets.ts';
import { describeMachine, printTable } from '../support.ts';
import type { Contestant } from './contestant.ts';
import { fastText } from './fasttext.ts';
import { linearLogistic, linearSvm } from './linear.ts';
import type { Figures } from './measure.ts';
import { measure } from './measure.ts';
import { transformer } from './transformer.ts';

export interface UnderstandingOptions {
  /** The folder that holds the public sets. */
  data: string | null;
  /** All of them where none is named. */
  sets: readonly string[];
  contestants: readonly string[];
}

const CONTESTANTS: Record<string, readonly Contestant[]> = {
  linear: [linearLogistic, linearSvm],
  fasttext: [fastText],
  transformer: [transformer],
};

/** Every contestant on every set that is there, one table a set. */
export async function benchUnderstanding({ data, sets, contestants }: UnderstandingOptions): Promise<void> {
  const unknown = contestants.filter((name) => !(name in CONTESTANTS));
  if (unknown.length > 0)
    throw new AppError('bench.contestants', {
      detail: `no ${unknown.join(', ')}; there are ${Object.keys(CONTESTANTS).join(', ')}`,
    });
  if (data === null) {
    console.log(`\nUnderstanding: not run. --data names the folder that holds ${PUBLIC_SETS.join(', ')}.`);
    return;
  }
  const chosen = contestants.length > 0 ? contestants : Object.keys(CONTESTANTS);
  for (const name of sets.length > 0 ? sets : PUBLIC_SETS) {
    const set = loadIfThere(name, data);
    if (!set) continue;
    const rows: string[][] = [];
    for (const contestant of chosen.flatMap((each) => CONTESTANTS[each] ?? [])) rows.push(await rowOf(contestant, set));
    printTable(`Understanding: ${name} (${describeMachine()})`, HEADER, rows);
    console.log(`\n${set.train.length} rows to learn from, ${set.test.length} scored. ${set.source}; ${set.licence}.`);
  }
}

function loadIfThere(name: string, data: string): PublicSet | null {
  try {
    return loadPublicSet(name, data);
  } catch (error) {
    console.log(`\nUnderstanding: not run on ${whyNot(error, 'sets.missing')}.`);
    return null;
  }
}

async function rowOf(contestant: Contestant, set: PublicSet): Promise<string[]> {
  try {
    return [contestant.name, ...columns(await measure(contestant, set), set)];
  } catch (error) {
    return [contestant.name, `not run: ${whyNot(error, 'bench.not-installed')}`];
  }
}

/** What an error of the expected kind tells; any other goes on. */
function whyNot(error: unknown, expected: string): string {
  if (error instanceof AppError && error.code === expected) return error.message.replace(`${expected}: `, '');
  throw error;
}

const HEADER = [
  'contestant',
  'accuracy',
  'macro-F1',
  'micro-F1',
  'slot F1',
  'AUROC',
  'training',
  'a message',
  'size',
] as const;

function columns(figures: Figures, { isMultiLabel }: PublicSet): string[] {
  return [
    percent(figures.accuracy),
    percent(figures.macroF1),
    isMultiLabel ? percent(figures.microF1) : '–',
    percent(figures.slotF1),
    figures.auroc?.toFixed(3) ?? '–',
    `${figures.trainingSeconds.toFixed(1)} s`,
    `${figures.microseconds.toFixed(0)} µs`,
    `${(figures.bytes / 1e6).toFixed(1)} MB`,
  ];
}

const percent = (share: number | null): string => (share === null ? '–' : (share * 100).toFixed(1));
