import { Worker } from 'node:worker_threads';
import type { ReadResult } from '../documents.ts';
import type { Kind } from '../kind.ts';
import type { Piece } from './piece.ts';
import type { Outcome, Task, Tasks } from './tasks.ts';

/** Loaded when the first file of a kind comes: the PDF reader alone is megabytes. */
const PARSERS: Record<Kind, () => Promise<(piece: Piece) => ReadResult | Promise<ReadResult>>> = {
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  text: async () => (await import('./text.ts')).readText,
  html: async () => (await import('./html.ts')).readHtml,
  csv: async () => (await import('./csv.ts')).readCsv,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  docx: async () => (await import('./docx.ts')).readDocx,
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
};

async function answerTo(task: Task): Promise<Tasks[keyof Tasks]['answer']> {
  if (task.name === 'sitemap') return (await import('./sitemap.ts')).readLinks(task.asked.bytes);
  const parser = await PARSERS[task.asked.kind]();
  return parser(task.asked.piece);
}

// What may be held is said when the process is started.
new Worker(new URL('./watch.ts', import.meta.url), { workerData: process.argv[2] }).unref();

process.on('message', async (task: Task) => {
  let outcome: Outcome<Tasks[keyof Tasks]['answer']>;
  try {
    outcome = { ok: true, answer: await answerTo(task) };
  } catch {
    // Parsers say in a hundred ways that a file is not what it should be.
    outcome = { ok: false, reason: 'broken' };
  }
  process.send?.(outcome);
});
