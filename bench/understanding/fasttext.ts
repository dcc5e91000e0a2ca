import { AppError } from '../../src/core/errors.ts';
import type { Row } from '../../src/language/evaluation/rows.ts';
import type { Contest, Contestant, Reader } from './contestant.ts';

/** The package is for this bench alone and may be absent: its name is no literal, so that the types do not need it. */
const PACKAGE: string = 'fasttext.wasm.js';

/** What is used of it. */
interface FastTextPackage {
  getFastTextModule: unknown;
  getFastTextClass(options: { getFastTextModule: unknown }): Promise<new () => FastText>;
}

interface FastText {
  trainSupervised(url: string, settings: typeof SETTINGS, callback: () => void): Promise<FastTextModel>;
}

interface FastTextModel {
  predict(text: string, most: number, threshold: number): Guesses;
  saveModel(): Blob;
}

/** Held in the memory of the WebAssembly module until deleted. */
interface Guesses {
  size(): number;
  get(at: number): [probability: number, label: string];
  delete(): void;
}

/** The best of nine settings on a tenth of banking77's training half; `ova` also gives several labels. */
const SETTINGS = {
  ...{ loss: 'ova', lr: 0.5, epoch: 50, dim: 50, bucket: 200_000, minCount: 1 },
  ...{ wordNgrams: 3, minn: 3, maxn: 5, verbose: 0 },
};
const PREFIX = '__label__';
const MOST_GUESSES = 10;

/** Words and their pieces averaged into one vector (Joulin et al. 2017). Intents alone. */
export const fastText: Contestant = { name: 'fastText', train };

async function train(rows: readonly Row[], { outOfScope }: Contest): Promise<Reader> {
  const { getFastTextClass, getFastTextModule } = await load();
  const labels = [...new Set(rows.flatMap(({ intents }) => intents))];
  const place = new Map(labels.map((label, at) => [label, at]));
  const lines = rows.map(({ text, intents }) =>
    [...intents.map((intent) => `${PREFIX}${place.get(intent)}`), spaced(text)].join(' '),
  );
  const url = `data:text/plain;base64,${Buffer.from(`${lines.join('\n')}\n`).toString('base64')}`;
  const trainer = new (await getFastTextClass({ getFastTextModule }))();
  const model = await trainer.trainSupervised(url, SETTINGS, () => {});
  const read = ({ text }: Row) => {
    const guesses = model.predict(`${spaced(text)}\n`, MOST_GUESSES, 0);
    const intents = Array.from({ length: guesses.size() }, (_, at) => {
      const [probability, label] = guesses.get(at);
      return { name: labels[Number(label.slice(PREFIX.length))] ?? '', probability };
    });
    guesses.delete();
    const nothing = intents.find(({ name }) => name === outOfScope)?.probability ?? 0;
    const best = intents.find(({ name }) => name !== outOfScope)?.probability ?? 0;
    return { intents, slots: null, outOfScope: nothing - best };
  };
  return { read, bytes: model.saveModel().size };
}

async function load(): Promise<FastTextPackage> {
  try {
    return (await import(PACKAGE)) as FastTextPackage;
  } catch (cause) {
    throw new AppError('bench.not-installed', { cause, detail: `npm install --no-save ${PACKAGE}` });
  }
}

/** Lower case, no punctuation, every Chinese character a word. */
function spaced(text: string): string {
  const words = text.normalize('NFKC').toLowerCase();
  return words
    .replace(/\p{Script=Han}/gu, ' $& ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
