import { loadExamples } from '../corpus/examples.ts';
import { loadIntents } from '../corpus/intents.ts';
import { corpusDigest } from '../corpus/split.ts';
import { figuresOf } from '../evaluation/figures.ts';
import { type ReadExample, readExamples } from '../evaluation/read-examples.ts';
import { INPUT_CODE } from '../model/input-code.ts';
import type { Model } from '../model/model.ts';
import type { Runtime } from '../network/runtime.ts';
import { asStored, storedBytes } from '../storage/model-folder.ts';
import { digestOf } from '../storage/vouched-files.ts';
import { type HintPlace, openCorpusReader } from '../understanding/open-reader.ts';
import type { Recipe } from './fit.ts';
import { type CorpusTraining, loadHeldOut, type TrainedFromCorpus, trainFromCorpus } from './from-corpus.ts';
import { reportPart } from './report/part.ts';
import type { TrainingReport } from './report/report.ts';

/** A model from the corpus, as it will come back from its file, and the report about it. */
export async function trainMeasured(
  runtime: Runtime,
  training: Pick<CorpusTraining, 'corpus' | 'recipe' | 'hooks'>,
): Promise<{ model: Model; report: TrainingReport }> {
  const { onStep } = training.hooks;
  let tokensPerSecond = 0;
  const hooks: CorpusTraining['hooks'] = {
    ...training.hooks,
    onStep(progress) {
      tokensPerSecond = progress.tokensPerSecond;
      onStep?.(progress);
    },
  };
  const trained = await trainFromCorpus(runtime, { ...training, hooks });
  const model = asStored(trained.model);
  return { model, report: { ...(await reportOf(runtime, training, trained, model)), tokensPerSecond } };
}

async function reportOf(
  runtime: Runtime,
  { corpus, recipe }: { corpus: string; recipe: Recipe },
  { model: exact, curve, development }: TrainedFromCorpus,
  model: Model,
): Promise<Omit<TrainingReport, 'tokensPerSecond'>> {
  const intents = loadIntents(corpus);
  const { threads } = recipe.training;
  const held = loadHeldOut(corpus);
  const readBy = (some: Model, examples: TrainedFromCorpus['development']) =>
    readAll(runtime, some, { corpus }, threads, examples);
  return {
    corpus: {
      digest: corpusDigest(corpus),
      messages: {
        training: loadExamples(corpus).length - development.length,
        development: development.length,
        heldOut: held.length,
      },
      intents,
    },
    recipe,
    model: {
      parameters: [...model.parameters.values()].reduce((sum, { length }) => sum + length, 0),
      bytes: storedBytes(model),
      temperature: model.temperature,
      top1BeforeRounding: figuresOf(await readBy(exact, development)).top1,
    },
    curve,
    development: reportPart(await readBy(model, development), intents),
    heldOut: held.length > 0 ? reportPart(await readBy(model, held), intents) : null,
  };
}

/** What a model in memory makes of examples. */
export async function readAll(
  runtime: Runtime,
  model: Model,
  hints: HintPlace,
  threads: number,
  examples: TrainedFromCorpus['development'],
): Promise<ReadExample[]> {
  const reader = await openCorpusReader(runtime, model, hints, threads);
  try {
    return await readExamples(reader.read, examples);
  } finally {
    await reader.close();
  }
}

/** Whose arithmetic it is: another engine or version would go on to other weights. */
export interface Maker {
  engine: Runtime['name'];
  /** The program's. */
  version: string;
}

/** Names what is being trained, and by what: a checkpoint of anything else is not gone on from. Threads change the pace alone. */
export function trainingKey(recipe: Recipe, corpus: string, by: Maker, extra: unknown = null): string {
  const { threads: _, ...training } = recipe.training;
  const { engine, version } = by;
  const what = { recipe: { ...recipe, training }, corpus: corpusDigest(corpus), extra };
  return digestOf(JSON.stringify({ ...what, engine, version, inputCode: INPUT_CODE }));
}
