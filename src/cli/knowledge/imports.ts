import { openAsBlob } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import { AppError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import { READ_LIMITS } from '../../knowledge/ingest/limits.ts';
import { problems } from '../../knowledge/ingest/problems.ts';
import type { Audience, Import, ImportFile, ImportProblem, LibrarySource } from '../../knowledge/ports.ts';
import { readTime } from '../../shops/importers/local-time.ts';
import { type CliContext, type CommonOptions, throughDoor, voice } from '../context.ts';
import { type Door, read } from '../door.ts';
import { EXIT, failure } from '../exit.ts';
import { noteNext, type Paging, pageQuery } from '../paging.ts';
import { type FoundFile, filesAt } from './files.ts';
import { importLine, outcomeLines, sourceLine, WORDS } from './words.ts';

export interface ImportOptions extends CommonOptions, Paging {
  json?: boolean;
  audience?: Audience;
  topic?: string[];
  language?: Locale;
  from?: string;
  until?: string;
  draft?: boolean;
  site?: string[];
  wait?: boolean;
}

type WithFiles = Import & { files: ImportFile[] };

/** Milliseconds between two looks at an import. */
const PERIOD = 300;

const at = (id: string, rest = '') => `/local/knowledge/imports/${encodeURIComponent(id)}${rest}`;

export async function bringFiles(context: CliContext, paths: string[], options: ImportOptions): Promise<void> {
  const files = filesAt(paths);
  const tooLarge = files.filter(({ bytes }) => bytes > READ_LIMITS.fileBytes);
  const refused = tooLarge.map(({ name, bytes }) => problems.fileTooLarge(name, bytes, READ_LIMITS.fileBytes));
  await throughDoor(context, options, async (door) => {
    const begun = await begin(door, { kind: 'file' }, options);
    for (const file of files) if (!tooLarge.includes(file)) await send(door, begun.id, file, refused);
    await read<Import>(await door.request('POST', at(begun.id, '/start')));
    await follow(context, door, begun.id, options, refused);
  });
}

/** What the server does not take is told with the rest. */
async function send(door: Door, id: string, { name, path }: FoundFile, refused: ImportProblem[]): Promise<void> {
  const query = new URLSearchParams({ name });
  const bytes = await openAsBlob(path).catch((cause) => {
    throw failure('cli.unreadable', { zh: `读不了 ${path}。`, en: `${path} cannot be read.` }, cause);
  });
  try {
    await read(await door.request('POST', at(id, `/files?${query}`), bytes));
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 413) throw error;
    refused.push(problems.fileTooLarge(name, bytes.size, READ_LIMITS.fileBytes));
  }
}

export async function bringPages(
  context: CliContext,
  kind: 'page' | 'sitemap',
  url: string,
  options: ImportOptions,
): Promise<void> {
  const sites = options.site ?? [];
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw failure('cli.not-an-address', { zh: `「${url}」不是网址。`, en: `“${url}” is no web address.` });
  await throughDoor(context, options, async (door) => {
    const begun = await begin(door, { kind, url, sites }, options);
    await follow(context, door, begun.id, options, []);
  });
}

export async function syncSource(context: CliContext, source: string, options: ImportOptions): Promise<void> {
  await throughDoor(context, options, async (door) => {
    const path = `/local/knowledge/sources/${encodeURIComponent(source)}/sync`;
    const begun = await read<Import>(await door.request('POST', path));
    await follow(context, door, begun.id, options, []);
  });
}

async function begin(door: Door, what: Record<string, unknown>, options: ImportOptions): Promise<Import> {
  const { audience = 'public', topic = [], language, draft = false } = options;
  const [validFrom, validUntil] = await moments(door, [options.from, options.until]);
  const body = { ...what, audience, topics: topic, language: language ?? null, draft, validFrom, validUntil };
  return read<Import>(await door.request('POST', '/local/knowledge/imports', body));
}

/** On the shop's clock. */
async function moments(door: Door, texts: readonly (string | undefined)[]): Promise<(string | null)[]> {
  if (texts.every((text) => text === undefined)) return texts.map(() => null);
  const { timeZone } = await read<{ timeZone: string }>(await door.request('GET', '/local/knowledge/sources'));
  return texts.map((text) => {
    if (text === undefined) return null;
    const moment = readTime(text, timeZone);
    if (moment !== null) return moment;
    throw failure('cli.not-a-time', {
      zh: `「${text}」不是时间，请写成 2026-12-01 或 2026-12-01 08:00。`,
      en: `“${text}” is no time; write it like 2026-12-01 or 2026-12-01 08:00.`,
    });
  });
}

/** Until it has ended, with a bar where somebody looks; in this process it is worked on meanwhile. */
async function follow(
  context: CliContext,
  door: Door,
  id: string,
  options: ImportOptions,
  refused: ImportProblem[],
): Promise<void> {
  const { terminal } = context;
  const look = async () => read<WithFiles>(await door.request('GET', at(id)));
  let found = await look();
  const bar =
    terminal.interactive && !options.json ? new SingleBar({ clearOnComplete: true, stream: process.stderr }) : null;
  bar?.start(found.found, 0);
  try {
    while (options.wait !== false && (found.state === 'queued' || found.state === 'running')) {
      await pause(PERIOD);
      found = await look();
      bar?.setTotal(found.found);
      bar?.update(found.counts.read + found.counts.unchanged + found.counts.failed);
    }
  } finally {
    bar?.stop();
  }
  show(context, found, options, refused);
}

function show(context: CliContext, found: WithFiles, options: ImportOptions, refused: ImportProblem[]): void {
  if (found.counts.failed > 0 || refused.length > 0 || found.state === 'cancelled') context.end(EXIT.failed);
  const lines = options.json
    ? [JSON.stringify({ ...found, refused })]
    : outcomeLines(found, refused, voice(context, options));
  for (const line of lines) context.terminal.out(line);
}

export async function listImports(context: CliContext, id: string | undefined, options: ImportOptions): Promise<void> {
  const speaking = voice(context, options);
  if (id !== undefined) {
    const found = await throughDoor(context, options, async (door) =>
      read<WithFiles>(await door.request('GET', at(id))),
    );
    if (options.json) return context.terminal.out(JSON.stringify(found));
    for (const line of outcomeLines(found, [], speaking)) context.terminal.out(line);
    return;
  }
  const query = pageQuery(options);
  const answer = await throughDoor(context, options, async (door) =>
    read<{ timeZone: string; imports: Import[]; next: string | null }>(
      await door.request('GET', `/local/knowledge/imports?${query}`),
    ),
  );
  if (options.json) return context.terminal.out(JSON.stringify(answer));
  if (answer.imports.length === 0) return context.terminal.note(speaking.say(WORDS.noImports));
  for (const each of answer.imports) context.terminal.out(importLine(each, answer.timeZone, speaking));
  noteNext(context, answer.next, speaking);
}

export async function cancelImport(context: CliContext, id: string, options: ImportOptions): Promise<void> {
  const ended = await throughDoor(context, options, async (door) =>
    read<Import>(await door.request('POST', at(id, '/cancel'))),
  );
  if (options.json) return context.terminal.out(JSON.stringify(ended));
  context.terminal.out(voice(context, options).say(WORDS.cancelled));
}

export async function listSources(context: CliContext, options: ImportOptions): Promise<void> {
  const answer = await throughDoor(context, options, async (door) =>
    read<{ timeZone: string; sources: LibrarySource[] }>(await door.request('GET', '/local/knowledge/sources')),
  );
  if (options.json) return context.terminal.out(JSON.stringify(answer));
  const speaking = voice(context, options);
  if (answer.sources.length === 0) return context.terminal.note(speaking.say(WORDS.noSources));
  for (const source of answer.sources) context.terminal.out(sourceLine(source, answer.timeZone, speaking));
}
