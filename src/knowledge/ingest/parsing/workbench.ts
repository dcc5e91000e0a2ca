import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReadLimits } from '../limits.ts';
import type { Outcome, Task, Tasks } from './tasks.ts';

/**
 * The process in which foreign files are parsed, one after the other: a parser that hangs or swells is stopped and takes nothing with it.
 * The next file gets a new one. A thread is not enough: one that comes to the limit of its heap too fast ends the whole process.
 */
export interface Workbench {
  /** Never rejects: whatever goes wrong is an outcome of this file, and the next one is read. */
  ask<Name extends keyof Tasks>(name: Name, asked: Tasks[Name]['asked']): Promise<Outcome<Tasks[Name]['answer']>>;
  /** For good: what is being read is broken off, and what waits is not begun. */
  close(): Promise<void>;
}

export function createWorkbench(limits: ReadLimits, start = (make: () => ChildProcess) => make()): Workbench {
  let worker: ChildProcess | null = null;
  let before: Promise<unknown> = Promise.resolve();
  let closed = false;
  const drop = async () => {
    const gone = worker;
    worker = null;
    if (gone) await ended(gone);
  };
  async function asked<Answer>(task: Task): Promise<Outcome<Answer>> {
    if (closed) return INTERRUPTED;
    try {
      const own = worker?.connected ? worker : start(() => started(limits));
      worker = own;
      // One that is idle keeps this process from nothing.
      own.ref();
      own.channel?.ref();
      const outcome = await settled<Answer>(own, task, limits.parseMs);
      own.unref();
      own.channel?.unref();
      if (!outcome.ok) await drop();
      return !outcome.ok && closed ? INTERRUPTED : outcome;
    } catch {
      // None could be had, or none could be handed the file.
      await drop().catch(() => {});
      return INTERRUPTED;
    }
  }
  return {
    ask<Name extends keyof Tasks>(name: Name, question: Tasks[Name]['asked']) {
      const answer = before.then(() => asked<Tasks[Name]['answer']>({ name, asked: question } as Task));
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

function started(limits: ReadLimits): ChildProcess {
  const megabytes = limits.parseMegabytes;
  const worker = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), [String(2 * megabytes)], {
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    // Nothing of this process's settings is for a foreign file, and nothing of the file for this process's output.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // One that is idle or being stopped may still fail; who waits for an answer hears of it besides.
  worker.on('error', () => {});
  return worker;
}

function ended(worker: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    if (worker.pid === undefined || worker.exitCode !== null || worker.signalCode !== null) return settle();
    worker.ref();
    worker.once('exit', () => settle());
    worker.kill('SIGKILL');
  });
}

/** What a process ends with that aborts, as it does at the limit of its heap, where the system knows no signals. */
const ABORTED = 134;

function settled<Answer>(worker: ChildProcess, task: Task, limitMs: number): Promise<Outcome<Answer>> {
  return new Promise((settle) => {
    const end = (outcome: Outcome<Answer>) => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', failed).off('exit', gone);
      settle(outcome);
    };
    // Nothing else is ever sent by the parsers' process.
    const answered = (message: unknown) => end(message as Outcome<Answer>);
    const failed = () => end(INTERRUPTED);
    const gone = (code: number | null, signal: string | null) =>
      end({ ok: false, reason: signal !== null || code === ABORTED ? 'heavy' : 'broken' });
    const timer = setTimeout(() => end({ ok: false, reason: 'slow' }), limitMs);
    worker.on('message', answered).on('error', failed).on('exit', gone);
    try {
      worker.send(task, (error) => error && failed());
    } catch {
      failed();
    }
  });
}
