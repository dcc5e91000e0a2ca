import { cpSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RecordedTurn } from '../../src/agent/ports.ts';
import type { Replay } from '../../src/agent/replay.ts';
import { findSecret } from '../../src/identity/secrets.ts';
import { type Running, startServer, temporaryFolder } from '../support/server.ts';
import { visit } from '../support/visitor.ts';

const ENVIRONMENT = { XIAOER_BURST_WINDOW_MS: '50', XIAOER_TRUSTED_PROXIES: '127.0.0.1', XIAOER_LOG_LEVEL: 'error' };
const cleanup: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

async function start(folder: string, failpoint?: string): Promise<Running> {
  const server = await startServer(folder, { ...ENVIRONMENT, ...(failpoint && { XIAOER_FAILPOINT: failpoint }) });
  cleanup.push(() => server.stop());
  return server;
}

async function local<T>(server: Running, folder: string, path: string): Promise<T> {
  const authorization = `Bearer ${findSecret(folder, 'local')}`;
  const answer = await fetch(`${server.url}/local${path}`, { headers: { authorization } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function repliesOf(visitor: Awaited<ReturnType<typeof visit>>) {
  for (let tries = 0; tries < 300; tries++) {
    const { events } = await visitor.events(0);
    const replies = events.flatMap((event) => (event.kind === 'reply' ? [event.reply] : []));
    if (replies.length > 0) return replies;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no reply');
}

describe('a turn of a killed process', () => {
  const prepared = temporaryFolder();
  beforeAll(async () => (await startServer(prepared.path, ENVIRONMENT)).stop());
  afterAll(() => prepared.remove());

  it.each(['turn.journalled:1', 'turn.journalled:4', 'turn.before-commit'])(
    '[TURN-43] killed at %s and gone on with by the next process, runs again byte for byte',
    async (failpoint) => {
      const folder = temporaryFolder();
      cleanup.push(() => folder.remove());
      cpSync(prepared.path, folder.path, { recursive: true });
      const doomed = await start(folder.path, failpoint);
      const shopper = await visit(doomed.url);
      await shopper.say('想买双两百左右的跑鞋，42码，送爸爸');
      await doomed.exited;

      const again = await start(folder.path);
      const [reply, ...more] = await repliesOf(shopper.at(again.url));
      expect(more).toEqual([]);
      const { turns } = await local<{ turns: RecordedTurn[] }>(again, folder.path, '/turns');
      expect(turns).toHaveLength(1);
      const replayed = await local<Replay>(again, folder.path, `/turns/${turns[0]?.turnId}/replay`);
      expect(replayed).toMatchObject({ outcome: 'equal', differences: [], notes: [], reply: { now: reply } });
    },
  );
});
