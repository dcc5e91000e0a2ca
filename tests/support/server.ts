import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

export interface Running {
  url: string;
  pid: number;
  /** From the start of the process to the first 200 of /ready, milliseconds. */
  readyAfter: number;
  /** Resolves when the process is gone, by whatever cause. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'xiaoer-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the real server as its own process, as a shop owner would. */
export async function startServer(dataDir: string, environment: Record<string, string> = {}): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child: ChildProcess = spawn(process.execPath, ['src/cli/main.ts', 'start', '--data-dir', dataDir], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: String(port), ...environment },
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (child.exitCode === null) {
    const ready = await fetch(`${url}/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) break;
    await sleep(10);
  }
  if (child.exitCode !== null) throw new Error(`the server stopped with ${child.exitCode}`);
  return {
    url,
    pid: child.pid ?? 0,
    readyAfter: performance.now() - started,
    exited,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
