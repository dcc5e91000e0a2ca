import { join, resolve } from 'node:path';
import { loadExamples } from '../../language/corpus/examples.ts';
import { corpusDigest } from '../../language/corpus/split.ts';
import type { Figures } from '../../language/evaluation/figures.ts';
import { loadRuntime } from '../../language/network/runtime.ts';
import { saveModel } from '../../language/storage/model-folder.ts';
import { trainingKey, trainMeasured } from '../../language/training/measured.ts';
import { SHIPPED } from '../../language/training/recipes.ts';
import { modelCard } from '../../language/training/report/model-card.ts';
import { reportPage } from '../../language/training/report/page/page.ts';
import type { PartReport } from '../../language/training/report/part.ts';
import { figuresToKeep, type TrainingReport } from '../../language/training/report/report.ts';
import { VERSION } from '../../platform/version.ts';
import { CORPUS, SHIPPED_MODEL } from '../../reading-model.ts';
import { type CliContext, voice } from '../context.ts';
import { figuresTable } from './figures-table.ts';
import { type RecipeOptions, recipeOf } from './options.ts';
import { clock } from './progress.ts';
import { resumable } from './resume.ts';
import { prepareWritable, writeReport, writeText } from './write.ts';

export interface GeneralOptions extends RecipeOptions {
  out?: string;
  corpus?: string;
  report?: string;
  fresh?: boolean;
  json?: boolean;
}

/** The shipped model, from the corpus. */
export async function trainGeneral(context: CliContext, options: GeneralOptions): Promise<void> {
  const { say, ...rest } = voice(context, options);
  const [corpus, out] = [resolve(options.corpus ?? CORPUS), resolve(options.out ?? SHIPPED_MODEL)];
  const recipe = recipeOf(SHIPPED, options);
  // What is wrong with the corpus is told before any folder is made.
  const messages = loadExamples(corpus).length;
  const digest = corpusDigest(corpus);
  const reportFolder = options.report === undefined ? null : resolve(options.report);
  prepareWritable(out, '--out');
  if (reportFolder !== null) prepareWritable(reportFolder, '--report');
  if (!options.json)
    context.terminal.note(
      say({ zh: `语料 ${corpus}：${messages} 条例句。`, en: `Corpus ${corpus}: ${messages} utterances.` }),
    );
  const runtime = await loadRuntime();
  const run = resumable(
    context,
    { say, ...rest },
    {
      folder: out,
      key: trainingKey(recipe, corpus, { engine: runtime.name, version: VERSION }),
      epochs: recipe.training.epochs,
      isFresh: options.fresh === true,
      isSilent: options.json === true,
    },
  );
  const trained = trainMeasured(runtime, { corpus, recipe, hooks: run.hooks });
  // The bar makes way for what is said next.
  const { model, report } = await trained.finally(run.close);
  saveModel(out, model, { corpus: digest, figures: figuresToKeep(report) });
  writeText(out, 'MODEL_CARD.md', modelCard(report, { isOwnCorpus: corpus === resolve(CORPUS) }));
  if (reportFolder !== null) writeReport(reportFolder, report, reportPage(report, rest.locale));
  run.forget();
  tell(context, options, out, report);
}

function tell(context: CliContext, options: GeneralOptions, out: string, report: TrainingReport): void {
  const { terminal } = context;
  const { say, style, ...rest } = voice(context, options);
  const { curve, development, heldOut, model, tokensPerSecond } = report;
  const seconds = curve.at(-1)?.seconds ?? 0;
  if (options.json) {
    const part = (of: PartReport | null) => of && { all: of.all, ...of.byLocale };
    const figures = { development: part(development), heldOut: part(heldOut) };
    terminal.out(
      JSON.stringify({ out, epochs: curve.length, seconds, tokensPerSecond, bytes: model.bytes, ...figures }),
    );
    return;
  }
  const rows = [
    ...rowsOf(say({ zh: '留出集', en: 'held out' }), heldOut),
    ...rowsOf(say({ zh: '开发集', en: 'development' }), development),
  ];
  for (const line of figuresTable(rows, { say, style, ...rest })) terminal.out(line);
  const size = (model.bytes / 1e6).toFixed(1);
  terminal.out(
    style(
      'bold',
      say({
        zh: `训练 ${curve.length} 轮，用时 ${clock(seconds)}；模型 ${size} MB，写在 ${out}`,
        en: `${curve.length} epochs in ${clock(seconds)}; the model of ${size} MB is in ${out}`,
      }),
    ),
  );
  if (options.report !== undefined)
    terminal.out(
      say({
        zh: `报告：${join(resolve(options.report), 'report.html')}`,
        en: `Report: ${join(resolve(options.report), 'report.html')}`,
      }),
    );
}

function rowsOf(name: string, part: PartReport | null): [string, Figures][] {
  if (!part) return [];
  return [
    [name, part.all],
    ...Object.entries(part.byLocale).map(([locale, each]): [string, Figures] => [`  ${locale}`, each]),
  ];
}
