import { spawn } from 'node:child_process';

/** Runs a command with this terminal; resolves with its exit code. */
export function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** The path of a package's command in this checkout. */
export function bin(name: string): string {
  return new URL(`../node_modules/.bin/${name}`, import.meta.url).pathname;
}
