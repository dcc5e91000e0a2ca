import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../src/core/errors.ts';
import { benchAfterSales } from './after-sales.ts';
import { benchEndpoint } from './endpoint.ts';
import { benchGate } from './gate.ts';
import { benchRetrieval } from './retrieval/suite.ts';
import { benchService } from './service.ts';
import type { UnderstandingOptions } from './understanding/options.ts';
import { benchUnderstanding } from './understanding/suite.ts';

const SUITES: Record<string, (options: UnderstandingOptions) => Promise<void>> = {
  service: benchService,
  endpoint: benchEndpoint,
  'after-sales': benchAfterSales,
  gate: benchGate,
  understanding: benchUnderstanding,
  retrieval: benchRetrieval,
};

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      set: { type: 'string' },
      contestants: { type: 'string' },
      part: { type: 'string' },
      model: { type: 'string' },
      corpus: { type: 'string' },
      epochs: { type: 'string' },
      rows: { type: 'string' },
    },
  });
}

const ROOT = join(import.meta.dirname, '..');

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

const list = (text: string | undefined): string[] => text?.split(',').filter((name) => name !== '') ?? [];

function count(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d*$/.test(text)) refuse(`--${name} ${text} is no number above 0`);
  return Number(text);
}

try {
  const { values, positionals: wanted } = readArguments();
  const unknown = wanted.filter((name) => !(name in SUITES));
  if (unknown.length > 0) refuse(`no suite ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}`);
  const options: UnderstandingOptions = {
    data: values.data ?? null,
    sets: list(values.set),
    contestants: list(values.contestants),
    parts: list(values.part),
    model: values.model ?? join(ROOT, 'models/understanding'),
    corpus: values.corpus ?? join(ROOT, 'corpus'),
    epochs: count('epochs', values.epochs),
    rows: count('rows', values.rows),
  };
  for (const [name, suite] of Object.entries(SUITES))
    if (wanted.length === 0 || wanted.includes(name)) await suite(options);
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!isUsage && !(error instanceof AppError)) throw error;
  refuse(error.message);
}
