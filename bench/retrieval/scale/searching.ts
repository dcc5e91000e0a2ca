import { openDocumentIndex } from '../../../src/cli/evaluation/retrieval/document-index.ts';
import { createReader } from '../../../src/reader.ts';
import { percentile, residentMiB } from '../../support.ts';
import { heldOut } from '../questions.ts';
import { openAt } from './open-at.ts';

/** What a process of its own measures, which has opened nothing before. */
export interface Searched {
  /** From the process's start. */
  firstAnswerMilliseconds: number;
  p50: number;
  p95: number;
  questions: number;
  residentMiB: number;
}

/** Of the held-out questions every so manieth is asked. */
const EVERY = 4;

const [target = ''] = process.argv.slice(2);
const reader = createReader({ warn: (error) => console.error(error) });
const database = await openAt(target);
const index = await openDocumentIndex({
  database,
  topicsOf: async (text) =>
    new Map((await reader.understand(text)).intents.map(({ name, probability }) => [name, probability])),
});
const questions = (['zh', 'en'] as const).flatMap((locale) =>
  heldOut(locale)
    .filter((_, at) => at % EVERY === 0)
    .map(({ text }) => ({ text, locale, limit: 3 })),
);
const [first] = questions;
if (first) await index.search(first);
const firstAnswerMilliseconds = performance.now();
const figures: number[] = [];
for (const question of questions) {
  const begun = performance.now();
  await index.search(question);
  figures.push(performance.now() - begun);
}
const searched: Searched = {
  ...{ firstAnswerMilliseconds, p50: percentile(figures, 0.5), p95: percentile(figures, 0.95) },
  ...{ questions: figures.length, residentMiB: residentMiB(process.pid) },
};
console.log(JSON.stringify(searched));
await database.close();
await reader.close();
