import { AppError } from '../core/errors.ts';

/** Forces a file's content to the disk. */
export type SyncFile = (path: string) => Promise<void>;

/** Files that hold committed rows which the disk may not have yet. */
export interface Flusher {
  /** The file was written to. A flush starts soon, whether or not anybody waits for it. */
  note(path: string): void;
  /** Resolves when everything noted before the call is on the disk. */
  flush(): Promise<void>;
  /** Forces what is noted and not yet on the disk, here and now. Throws where that fails, and ever after a flush that failed. */
  flushNow(syncNow: (path: string) => void): void;
}

export function notDurable(cause: unknown): AppError {
  return new AppError('store.not-durable', {
    cause,
    status: 503,
    publicMessage: {
      zh: '数据未能写入磁盘，请检查磁盘后重新启动。',
      en: 'Data could not be written to the disk. Check the disk, then start again.',
    },
  });
}

/**
 * Groups flushes: those who ask while one runs share the next one.
 * A failed flush is final: the kernel may have dropped the pages it could not write, so a later success would prove nothing.
 */
export function makeFlusher(syncFile: SyncFile): Flusher {
  let noted = new Set<string>();
  let flushing = new Set<string>();
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let failure: AppError | null = null;

  async function run(): Promise<void> {
    flushing = noted;
    noted = new Set();
    try {
      for (const path of flushing) await syncFile(path);
      flushing = new Set();
    } catch (cause) {
      failure ??= notDurable(cause);
    }
    if (failure) throw failure;
  }

  function start(): Promise<void> {
    if (running === null) {
      running = run().finally(() => {
        running = null;
      });
      return running;
    }
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return start();
      });
    return next;
  }

  return {
    note(path) {
      noted.add(path);
      // Nobody waits here: who needs the answer asks flush(), which reports the same failure.
      queueMicrotask(() => void start().catch(() => undefined));
    },
    async flush() {
      if (failure) throw failure;
      await (noted.size > 0 ? start() : running);
      if (failure) throw failure;
    },
    flushNow(syncNow) {
      if (failure) throw failure;
      try {
        for (const files of [flushing, noted]) {
          for (const path of files) {
            syncNow(path);
            files.delete(path);
          }
        }
      } catch (cause) {
        failure = notDurable(cause);
        throw failure;
      }
    },
  };
}
