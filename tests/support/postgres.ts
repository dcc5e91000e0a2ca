import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';

export interface TestPostgres {
  url: string;
  stop(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';

/** Debian's newest server binaries; null when the package is not installed. */
export function postgresBinaries(): string | null {
  if (!existsSync(DEBIAN)) return null;
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  const folders = versions.map((version) => join(DEBIAN, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** The server refuses to run as root: then it runs as somebody who may do little. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  await new Promise((resolve) => server.once('exit', resolve));
}

/**
 * A throw-away cluster on a free loopback port, with fsync on, as it would run in earnest. Its folder is deleted by `stop`.
 * @throws when the binaries are absent (see `postgresBinaries`) or the server does not come up
 */
export async function startPostgres(): Promise<TestPostgres> {
  const bin = postgresBinaries();
  if (bin === null) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const options = { cwd: folder, env: { PATH: bin, LC_ALL: 'C.UTF-8' }, ...user };
  const initialise = ['-D', data, '-U', 'xiaoer', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'];
  await promisify(execFile)(join(bin, 'initdb'), initialise, options);

  const port = await freePort();
  const settings = [
    '-c',
    `port=${port}`,
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
  ];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const killNow = () => void server.kill('SIGQUIT');
  process.once('exit', killNow);

  for (let attempt = 0; !output.includes('ready to accept connections'); attempt++) {
    if (server.exitCode !== null || attempt === 300) {
      killNow();
      throw new Error(`PostgreSQL did not start: ${output}`);
    }
    await sleep(100);
  }
  return {
    url: `postgres://xiaoer@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', killNow);
      server.kill('SIGINT');
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
