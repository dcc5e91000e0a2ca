import type { Clock } from '../../core/clock.ts';
import { DAY, MINUTE, plus, SECOND } from '../../core/instant.ts';
import { failpoint } from '../../platform/failpoints.ts';
import { indexed } from '../indexed.ts';
import type { ReadResult } from '../ingest/documents.ts';
import type { Reader } from '../ingest/reader.ts';
import type { Import, ImportProblem, ImportStore, QueuedFile, TakenFile } from '../ports.ts';
import { fileState, sourcedArticle, sourceIdOf } from './sourced-article.ts';

interface ImportRunnerDeps {
  store: ImportStore;
  reader: Reader;
  clock: Clock;
  /** This process, among those that may work on imports. */
  owner: string;
  /** Told when articles were written. */
  changed: () => void;
  /** Told what went wrong beside the files themselves: the import is gone on with later. */
  warn: (error: unknown) => void;
}

export interface ImportRunner {
  /** Works on imports until none waits. Calls during one join it, and what was queued since is done as well. */
  run(): Promise<void>;
  /** Ends without the file that is being read; it is read anew later. */
  stop(): Promise<void>;
}

/** How long others leave an import alone after its owner was last heard of. */
const LEASE = MINUTE;
const RENEWAL = 15 * SECOND;
/** A file whose reading has ended the program so often is not read again. */
const ATTEMPTS = 3;

export function createImportRunner({ store, reader, clock, owner, changed, warn }: ImportRunnerDeps): ImportRunner {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const until = () => plus(clock.now(), LEASE);

  async function all(): Promise<void> {
    do {
      again = false;
      await store.abandon(plus(clock.now(), -DAY), clock.now());
      while (!stopped) {
        const job = await store.claim(owner, clock.now(), until());
        if (!job) break;
        await one(job);
      }
    } while (again && !stopped);
  }

  async function one(job: Import): Promise<void> {
    let isOwn = true;
    const timer = setInterval(() => {
      store.renew(job.id, owner, until()).then((still) => {
        isOwn = still;
      }, warn);
    }, RENEWAL);
    timer.unref();
    const goesOn = () => isOwn && !stopped;
    try {
      if (job.settings.kind === 'sitemap') await readSitemap(job, goesOn);
      else await readFiles(job, goesOn);
    } finally {
      clearInterval(timer);
      await store.release(job.id, owner);
      changed();
    }
  }

  const take = (job: Import, file: TakenFile) => store.take(job.id, owner, file, indexed, clock.now());

  async function readFiles(job: Import, goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      const file = await store.nextFile(job.id, owner);
      if (!file) return store.finish(job.id, owner, clock.now(), null);
      const taken = await readFile(job, file);
      failpoint('import.file-read');
      // A reader that is being closed says of every file that it was interrupted.
      if (!goesOn() || !(await take(job, taken))) return;
    }
  }

  async function readFile({ settings }: Import, { name, attempts, bytes }: QueuedFile): Promise<TakenFile> {
    const isPage = settings.kind === 'page';
    const source = { id: sourceIdOf(settings.kind, name), name, state: null as string | null };
    if (attempts >= ATTEMPTS) return { name, source, articles: null, problems: [ended(name)], found: null };
    if (isPage || !bytes) return takenOf(name, source, await reader.page(name), settings, null);
    const state = fileState(bytes, settings);
    if ((await store.sourceState(source.id)) === state)
      return { name, source: { ...source, state }, articles: 'same', problems: [], found: null };
    return takenOf(name, { ...source, state }, await reader.file(name, bytes), settings, null);
  }

  async function readSitemap(job: Import, goesOn: () => boolean): Promise<void> {
    const { url, sites } = job.settings;
    const name = url ?? '';
    const source = { id: sourceIdOf('sitemap', name), name, state: null };
    const done = await store.finished(job.id);
    let isWhole = true;
    for await (const step of reader.sitemap(name, { sites, skip: (key) => done.has(key) })) {
      failpoint('import.file-read');
      if (!goesOn()) return;
      // Before the first page come the problems of the sitemaps themselves: then some page may be missing that is still there.
      if (step.done === 0) isWhole &&= step.result.problems.every(({ code }) => HARMLESS.has(code));
      if (done.has(step.key)) continue;
      if (!(await take(job, takenOf(step.key, source, step.result, job.settings, step.found)))) return;
    }
    if (goesOn()) await store.finish(job.id, owner, clock.now(), isWhole ? source.id : null);
  }

  return {
    run() {
      again = true;
      running ??= all()
        .catch(warn)
        .finally(() => {
          running = null;
        });
      return running;
    },
    async stop() {
      stopped = true;
      await reader.close();
      await running;
    },
  };
}

/** Pages that lie elsewhere or are listed twice are no pages that are missing. */
const HARMLESS = new Set<string>(['elsewhere', 'repeated']);

function takenOf(
  name: string,
  source: TakenFile['source'],
  { documents, problems }: ReadResult,
  settings: Import['settings'],
  found: number | null,
): TakenFile {
  // What is only said twice is read where it is said first.
  const isRead = documents.length > 0 || (problems.length > 0 && problems.every(({ code }) => code === 'repeated'));
  return {
    ...{ name, source, problems, found },
    articles: isRead ? documents.map((document) => sourcedArticle(document, source.id, settings)) : null,
  };
}

function ended(key: string): ImportProblem {
  return {
    key,
    code: 'ended-the-program',
    detail: {
      zh: `读这个文件时程序中断了 ${ATTEMPTS} 次，不再读取。请拆小或另存后再试。`,
      en: `The program ended ${ATTEMPTS} times while it read this file; it is not read again. Split it, or save it anew and try again.`,
    },
  };
}
