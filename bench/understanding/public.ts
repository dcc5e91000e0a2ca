import { AppError } from '../../src/core/errors.ts';
import type { PublicSet } from '../../src/language/evaluation/public-sets.ts';
import { loadPublicSet, PUBLIC_SETS } from '../../src/language/evaluation/public-sets.ts';
import { describeMachine, megabytes, percent, printTable } from '../support.ts';
import type { Contestant } from './contestant.ts';
import { ensemble } from './ensemble.ts';
import { fastText } from './fasttext.ts';
import { linearLogistic, linearSvm } from './linear.ts';
import type { Figures } from './measure.ts';
import { measure } from './measure.ts';
import type { UnderstandingOptions } from './options.ts';
import { transformer } from './transformer.ts';
import { whyNot } from './why-not.ts';

const CONTESTANTS: Record<string, readonly Contestant[]> = {
  linear: [linearLogistic, linearSvm],
  fasttext: [fastText],
  transformer: [transformer],
  ensemble: [ensemble],
};

/** Every contestant on every set that is there, one table a set; the ensemble, which takes three times as long, only where it is named. */
export async function benchPublicSets(options: UnderstandingOptions): Promise<void> {
  const { contestants } = options;
  const unknown = contestants.filter((name) => !(name in CONTESTANTS));
  if (unknown.length > 0)
    throw new AppError('bench.contestants', {
      detail: `no ${unknown.join(', ')}; there are ${Object.keys(CONTESTANTS).join(', ')}`,
    });
  const chosen = contestants.length > 0 ? contestants : Object.keys(CONTESTANTS).filter((name) => name !== 'ensemble');
  for (const set of loadSets(options, PUBLIC_SETS)) {
    const rows: string[][] = [];
    for (const contestant of chosen.flatMap((each) => CONTESTANTS[each] ?? [])) rows.push(await rowOf(contestant, set));
    printTable(`Understanding: ${set.name} (${describeMachine()})`, HEADER, rows);
    console.log(`\n${set.train.length} rows to learn from, ${set.test.length} scored. ${set.source}; ${set.licence}.`);
  }
}

/** Those of the wanted sets that are there, one after the other; for the others it prints why not. */
export function* loadSets(
  { data, sets, rows }: Pick<UnderstandingOptions, 'data' | 'sets' | 'rows'>,
  known: readonly string[],
): Generator<PublicSet> {
  const wanted = sets.length > 0 ? sets : known;
  if (data === null && wanted.length > 0)
    console.log(`\nUnderstanding: not run. --data names the folder that holds ${wanted.join(', ')}.`);
  for (const name of data === null ? [] : wanted) {
    const set = loadIfThere(name, data ?? '');
    if (set) yield rows === null ? set : { ...set, train: evenly(set.train, rows) };
  }
}

/** So many items, equally far apart: sets stand in the order of their labels. */
function evenly<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, at) => items[Math.floor(at * step)] as Item);
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
    megabytes(figures.bytes),
  ];
}
