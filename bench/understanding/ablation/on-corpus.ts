import { join } from 'node:path';
import { loadGrammar } from '../../../src/language/corpus/grammar.ts';
import { rowOf } from '../../../src/language/corpus/rows.ts';
import { figuresOf } from '../../../src/language/evaluation/figures.ts';
import { readRows } from '../../../src/language/evaluation/read-examples.ts';
import { openModelReader } from '../../../src/language/inference/open.ts';
import { loadRuntime } from '../../../src/language/network/runtime.ts';
import { asStored, storedBytes } from '../../../src/language/storage/model-folder.ts';
import { loadHeldOut, trainFromCorpus, withoutContext } from '../../../src/language/training/from-corpus.ts';
import { conceptFeatures } from '../../../src/language/understanding/features.ts';
import { createHints } from '../../../src/language/understanding/hints.ts';
import type { Worth } from './ablation.ts';
import type { Variant } from './variants.ts';

/** Trains a variant from the corpus and reads the held-out lines with it. */
export async function measureOnCorpus(corpus: string, { recipe, without }: Variant): Promise<Worth> {
  const runtime = await loadRuntime();
  const started = performance.now();
  const { model } = await trainFromCorpus(runtime, {
    corpus,
    recipe,
    without,
    hooks: { now: () => performance.now() },
  });
  const trainingSeconds = (performance.now() - started) / 1_000;
  const { read, close } = await openModelReader(runtime, asStored(model), {
    threads: 1,
    furtherFeatures: without.includes('concepts') ? undefined : conceptFeatures,
    findHints: without.includes('hints') ? undefined : createHints(loadGrammar(join(corpus, 'grammar'))),
  });
  const rows = loadHeldOut(corpus).map(rowOf);
  const { top1, slotF1 } = figuresOf(
    await readRows(read, without.includes('context') ? rows.map(withoutContext) : rows),
  );
  await close();
  return { accuracy: top1, slotF1, auroc: null, trainingSeconds, bytes: storedBytes(model) };
}
