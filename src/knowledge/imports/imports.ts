import type { Clock, Random } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { READ_LIMITS } from '../ingest/limits.ts';
import type { Import, ImportFile, ImportSettings, ImportStore, LibraryStore } from '../ports.ts';
import type { ImportRunner } from './run-imports.ts';

/** What the shop brings in: opened, given its files, started; then it is worked on, also after a restart. */
export interface Imports {
  /** An import of a page or a sitemap is started at once. */
  open(settings: ImportSettings, by: string): Promise<Import>;
  /** @throws AppError `knowledge.no-import`, `knowledge.import-closed`, `knowledge.same-name`, `knowledge.file-too-large` */
  receive(id: string, name: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  start(id: string): Promise<Import>;
  /** @throws AppError `knowledge.no-import`, `knowledge.import-closed` */
  cancel(id: string): Promise<Import>;
  find(id: string): Promise<Import & { files: ImportFile[] }>;
  list(query: { limit: number; before?: string | undefined }): Promise<{ imports: Import[]; next: string | null }>;
  /** Reads a page or a sitemap anew, as it was read last. @throws AppError `knowledge.unknown`, `knowledge.not-read-from-web` */
  sync(sourceId: string, by: string): Promise<Import>;
}

interface ImportsDeps {
  store: ImportStore;
  library: Pick<LibraryStore, 'sources'>;
  runner: Pick<ImportRunner, 'run'>;
  clock: Pick<Clock, 'now'>;
  random: Pick<Random, 'id'>;
  /** Of one file. */
  maxBytes?: number;
}

const CODES = {
  unknown: { code: 'knowledge.no-import', status: 404 },
  closed: { code: 'knowledge.import-closed', status: 409 },
  repeated: { code: 'knowledge.same-name', status: 409 },
} as const;

function refusal(reason: keyof typeof CODES): AppError {
  const { code, status } = CODES[reason];
  return new AppError(code, { status });
}

export function createImports({
  store,
  library,
  runner,
  clock,
  random,
  maxBytes = READ_LIMITS.fileBytes,
}: ImportsDeps): Imports {
  async function find(id: string) {
    const found = await store.find(id);
    if (!found) throw refusal('unknown');
    return found;
  }

  async function start(id: string): Promise<Import> {
    if (!(await store.start(id))) {
      await find(id);
      throw refusal('closed');
    }
    void runner.run();
    return summary(await find(id));
  }

  async function open(settings: ImportSettings, by: string): Promise<Import> {
    const id = random.id();
    await store.open({ id, settings, by, at: clock.now() });
    return settings.kind === 'file' ? summary(await find(id)) : start(id);
  }

  return {
    open,
    find,
    start,

    async receive(id, name, content) {
      const outcome = await store.receive(id, name, bounded(content, maxBytes));
      if (outcome !== 'received') throw refusal(outcome);
    },

    async cancel(id) {
      if (await store.cancel(id, clock.now())) return summary(await find(id));
      await find(id);
      throw refusal('closed');
    },

    async list({ limit, before }) {
      const found = await store.list({ limit: limit + 1, before });
      const imports = found.slice(0, limit);
      return { imports, next: found.length > limit ? (imports.at(-1)?.id ?? null) : null };
    },

    async sync(sourceId, by) {
      const source = (await library.sources()).find(({ id }) => id === sourceId);
      if (!source) throw new AppError('knowledge.unknown', { status: 404 });
      if (!source.settings || source.settings.url === null)
        throw new AppError('knowledge.not-read-from-web', { status: 409 });
      return open(source.settings, by);
    },
  };
}

function summary({ files: _, ...found }: Import & { files: ImportFile[] }): Import {
  return found;
}

async function* bounded(content: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AppError('knowledge.file-too-large', { status: 413 });
    yield chunk;
  }
}
