import { Worker } from 'node:worker_threads';
import type { ReadLimits } from '../limits.ts';
import type { Outcome, Tasks } from './tasks.ts';

/**
 * The thread in which foreign files are parsed, one after the other: a parser that hangs or swells is stopped and takes nothing with it.
 * The next file gets a new one.
 */
export interface Workbench {
  /** Never rejects: whatever goes wrong is an outcome of this file, and the next one is read. */
  ask<Name extends keyof Tasks>(name: Name, asked: Tasks[Name]['asked']): Promise<Outcome<Tasks[Name]['answer']>>;
  /** For good: what is being read is broken off, and what waits is not begun. */
  close(): Promise<void>;
}

export function createWorkbench(limits: ReadLimits, start = (make: () => Worker) => make()): Workbench {
  let worker: Worker | null = null;
  let before: Promise<unknown> = Promise.resolve();
  let closed = false;
  const drop = async () => {
    const gone = worker;
    worker = null;
    await gone?.terminate();
  };
  async function asked<Answer>(task: unknown): Promise<Outcome<Answer>> {
    if (closed) return INTERRUPTED;
    try {
      const own = worker ?? start(() => started(limits));
      worker = own;
      // An idle thread keeps no process alive.
      own.ref();
      const outcome = await settled<Answer>(own, task, limits.parseMs);
      own.unref();
      if (!outcome.ok) await drop();
      return !outcome.ok && closed ? INTERRUPTED : outcome;
    } catch {
      // No thread could be had, or none could be handed the file.
      await drop().catch(() => {});
      return INTERRUPTED;
    }
  }
  return {
    ask<Name extends keyof Tasks>(name: Name, question: Tasks[Name]['asked']) {
      const answer = before.then(() => asked<Tasks[Name]['answer']>({ name, asked: question }));
      before = answer;
      return answer;
    },
    close() {
      closed = true;
      return drop();
    },
  };
}

const INTERRUPTED = { ok: false, reason: 'interrupted' } as const;

function started(limits: ReadLimits): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.parseMegabytes },
    // Nothing of this process's settings is for a foreign file, and nothing of the file for this process's output.
    env: {},
    stdout: true,
    stderr: true,
  });
  // A thread that is idle or being stopped may still fail; who waits for an answer hears of it besides.
  worker.on('error', () => {});
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

function settled<Answer>(worker: Worker, task: unknown, limitMs: number): Promise<Outcome<Answer>> {
  return new Promise((settle, reject) => {
    const leave = () => {
      clearTimeout(timer);
      worker.off('message', end).off('error', failed).off('exit', gone);
    };
    const end = (outcome: Outcome<Answer>) => {
      leave();
      settle(outcome);
    };
    const failed = (error: Error) => {
      const heavy = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end({ ok: false, reason: heavy ? 'heavy' : 'broken' });
    };
    const gone = () => end({ ok: false, reason: 'broken' });
    const timer = setTimeout(() => end({ ok: false, reason: 'slow' }), limitMs);
    worker.on('message', end).on('error', failed).on('exit', gone);
    try {
      worker.postMessage(task);
    } catch (error) {
      leave();
      reject(error);
    }
  });
}
