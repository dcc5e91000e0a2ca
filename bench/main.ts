import { parseArgs } from 'node:util';
import { AppError } from '../src/core/errors.ts';
import { benchEndpoint } from './endpoint.ts';
import { benchService } from './service.ts';
import type { UnderstandingOptions } from './understanding/suite.ts';
import { benchUnderstanding } from './understanding/suite.ts';

const SUITES: Record<string, (options: UnderstandingOptions) => Promise<void>> = {
  service: benchService,
  endpoint: benchEndpoint,
  understanding: benchUnderstanding,
};

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, set: { type: 'string' }, contestants: { type: 'string' } },
  });
}

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

const list = (text: string | undefined): string[] => text?.split(',').filter((name) => name !== '') ?? [];

try {
  const { values, positionals: wanted } = readArguments();
  const unknown = wanted.filter((name) => !(name in SUITES));
  if (unknown.length > 0) refuse(`no suite ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}`);
  const options = { data: values.data ?? null, sets: list(values.set), contestants: list(values.contestants) };
  for (const [name, suite] of Object.entries(SUITES))
    if (wanted.length === 0 || wanted.includes(name)) await suite(options);
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!isUsage && !(error instanceof AppError)) throw error;
  refuse(error.message);
}
