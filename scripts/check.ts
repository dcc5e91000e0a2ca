import { type ChildProcess, spawn } from 'node:child_process';
import { bin } from './run.ts';

/**
 * `npm run check`: types, lint and format, and unused code one after the other, and beside them the architecture and unit tests.
 * Ends with the first that fails, and with it what still runs.
 */
const reading: [string, string, string[]][] = [
  ['types', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types of the web', bin('tsc'), ['-p', 'tsconfig.web.json']],
  ['lint and format', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['unused', bin('knip'), []],
];
const testing = ['run', '--project', 'unit', '--reporter', 'default', '--silent', 'passed-only'];

const running = new Set<ChildProcess>();

/** What a quiet step says is shown when it fails, whole: the tests write to the same terminal meanwhile. */
function step(name: string, command: string, args: readonly string[], isQuiet: boolean): Promise<void> {
  const started = performance.now();
  const child = spawn(command, args, { stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  running.add(child);
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      const outcome = code === 0 ? 'ok' : child.killed ? 'stopped' : 'FAILED';
      if (outcome === 'FAILED') process.stdout.write(Buffer.concat(said));
      console.log(`${outcome}  ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
      if (code === 0) resolve();
      else reject(new Error(name));
    });
  });
}

async function readAll(): Promise<void> {
  for (const [name, command, args] of reading) await step(name, command, args, true);
}

try {
  await Promise.all([readAll(), step('architecture and unit', bin('vitest'), testing, false)]);
} catch {
  for (const child of running) child.kill();
  process.exitCode = 1;
}
