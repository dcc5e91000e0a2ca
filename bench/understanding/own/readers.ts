import { loadExamples } from '../../../src/language/corpus/examples.ts';
import { rowOf } from '../../../src/language/corpus/rows.ts';
import type { ReadMessages } from '../../../src/language/inference/reader.ts';
import { openReader } from '../../../src/language/understanding/open-reader.ts';
import type { Contestant } from '../contestant.ts';
import { linearLogistic, linearSvm } from '../linear.ts';
import type { UnderstandingOptions } from '../options.ts';
import { trainOnCorpus } from './linear-reader.ts';

/** Who reads the project's own held-out lines. */
export interface OwnReader {
  name: string;
  open(): Promise<ReadMessages>;
}

/** The codes of what may be amiss with a model's folder. */
export const MODEL_ABSENT = ['model.missing', 'model.damaged'];

export function shippedReader({ model, corpus }: Pick<UnderstandingOptions, 'model' | 'corpus'>): OwnReader {
  return { name: 'shipped model', open: async () => (await openReader({ model, corpus })).read };
}

export function linearReaders({ corpus }: Pick<UnderstandingOptions, 'corpus'>): [OwnReader, OwnReader] {
  return [linearReader(linearLogistic, corpus), linearReader(linearSvm, corpus)];
}

const trained = new Map<string, Promise<ReadMessages>>();

/** Trained once a run, on all of the corpus: the model that is shipped has learned from nine tenths of it. */
function linearReader(contestant: Contestant, corpus: string): OwnReader {
  const key = `${contestant.name}\n${corpus}`;
  const open = () => {
    const reader = trained.get(key) ?? trainOnCorpus(contestant, loadExamples(corpus).map(rowOf));
    trained.set(key, reader);
    return reader;
  };
  return { name: contestant.name, open };
}
