import { resolve } from 'node:path';
import { loadPublicSet } from '../../language/evaluation/public-sets.ts';
import { loadRows, type Row } from '../../language/evaluation/rows.ts';
import { loadRuntime } from '../../language/network/runtime.ts';
import { evaluateFresh, type FreshFigures, isMultiLabel } from '../../language/training/fresh.ts';
import { recipeFor } from '../../language/training/recipes.ts';
import { type CliContext, voice } from '../context.ts';
import { failure } from '../exit.ts';
import { alignedTable, inPercent } from '../training/figures-table.ts';
import { type RecipeOptions, recipeOf } from '../training/options.ts';
import { showProgress } from '../training/progress.ts';

export interface FreshOptions extends RecipeOptions {
  train?: string;
  test?: string;
  set?: string;
  data?: string;
  json?: boolean;
}

interface Halves {
  train: Row[];
  test: Row[];
}

/** A fresh model on files of rows, or on a public set. */
export async function evaluateOnRows(context: CliContext, options: FreshOptions): Promise<void> {
  const halves = options.set === undefined ? filesOf(options) : setOf(options.set, options);
  const words = voice(context, options);
  const recipe = recipeOf(recipeFor(isMultiLabel(halves.train) ? 'several' : 'one'), options);
  const display = showProgress(context, words, options.json === true);
  const figures = await evaluateFresh(await loadRuntime(), halves, recipe, {
    now: () => performance.now(),
    onStep: display.step,
    onEpoch: ({ curve }) => {
      const last = curve.at(-1);
      if (last) display.epoch(last, recipe.training.epochs);
    },
  }).finally(() => display.stop());
  if (options.json) context.terminal.out(JSON.stringify(figures));
  else for (const line of tableOf(figures, words)) context.terminal.out(line);
}

function filesOf({ train, test }: FreshOptions): Halves {
  if (train === undefined || test === undefined)
    throw failure('cli.halves', {
      zh: '--train 和 --test 要一起给。',
      en: '--train and --test belong together.',
    });
  const halves = { train: loadRows(resolve(train)), test: loadRows(resolve(test)) };
  for (const [name, rows] of Object.entries(halves))
    if (rows.length === 0)
      throw failure('cli.no-rows', { zh: `--${name} 里一行都没有。`, en: `--${name} holds no row.` });
  return halves;
}

function setOf(name: string, { train, test, data }: FreshOptions): Halves {
  if (data === undefined || train !== undefined || test !== undefined)
    throw failure('cli.set', {
      zh: '--set 要和 --data 一起用，不和 --train、--test 一起用。',
      en: '--set wants --data, and neither --train nor --test.',
    });
  return loadPublicSet(name, resolve(data));
}

function tableOf(figures: FreshFigures, { say, style }: ReturnType<typeof voice>): string[] {
  const rows = [
    [say({ zh: '训练 / 测试条数', en: 'rows to learn from / scored' }), `${figures.train} / ${figures.test}`],
    [say({ zh: '准确率', en: 'accuracy' }), inPercent(figures.accuracy)],
    [say({ zh: '宏 F1', en: 'macro-F1' }), inPercent(figures.macroF1)],
    [say({ zh: '微 F1', en: 'micro-F1' }), inPercent(figures.microF1)],
    [say({ zh: '槽位 F1', en: 'slot F1' }), inPercent(figures.slotF1)],
    [say({ zh: '范围外 AUROC', en: 'out-of-scope AUROC' }), figures.auroc?.toFixed(3) ?? '–'],
    [say({ zh: '校准误差', en: 'calibration error' }), inPercent(figures.calibrationError)],
    [say({ zh: '训练用时', en: 'training' }), `${figures.trainingSeconds.toFixed(1)} s`],
    [say({ zh: '读一条', en: 'a message' }), `${figures.microseconds.toFixed(0)} µs`],
    [say({ zh: '大小', en: 'size' }), `${(figures.bytes / 1e6).toFixed(1)} MB`],
  ];
  return alignedTable(['', '%'], rows, style);
}
