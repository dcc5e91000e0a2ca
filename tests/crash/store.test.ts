import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../../src/core/clock.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { openStore } from '../../src/store/store.ts';
import { postgresSchema, TEST_DATABASE_URL } from '../support/database.ts';

const WRITER = fileURLToPath(new URL('../support/store-writer.ts', import.meta.url));
const ROUNDS = 4;

describe('kill -9', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoer-crash-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Lets the writer go on from `first`, kills it after `rows` acknowledgements, and returns the last one. */
  function writeAndKill(first: number, rows: number, env: Record<string, string>): Promise<number> {
    const child = spawn(process.execPath, [WRITER, folder, String(first)], { env: { ...process.env, ...env } });
    return new Promise((resolve, reject) => {
      let output = '';
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => {
        errors += chunk.toString();
      });
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.split('\n').length > rows) child.kill('SIGKILL');
      });
      child.on('exit', (_code, signal) => {
        const last = Number(output.trim().split('\n').at(-1));
        if (signal === 'SIGKILL' && last > 0) resolve(last);
        else reject(new Error(`the writer ended by itself: ${errors}`));
      });
    });
  }

  async function texts(env: Record<string, string>): Promise<string[]> {
    const config = loadConfig({ dataDir: folder, env });
    const store = await openStore({ config, clock: systemClock, random: systemRandom() });
    try {
      const events = await store.conversations.events('c', 0, 1_000_000);
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
      return events.flatMap((event) => (event.kind === 'message-received' ? [event.payload.text] : []));
    } finally {
      await store.close();
    }
  }

  async function acknowledgedSurvive(env: Record<string, string>): Promise<void> {
    const acknowledged: string[] = [];
    let next = 1;
    for (let round = 1; round <= ROUNDS; round++) {
      const last = await writeAndKill(next, 7 * round, env);
      for (; next <= last; next++) acknowledged.push(`第 ${next} 句`);
      // The one under way when it was killed may be there or not.
      const stored = await texts(env);
      expect(stored.filter((text) => text !== `第 ${last + 1} 句`)).toEqual(acknowledged);
      if (stored.length > acknowledged.length) acknowledged.push(`第 ${next++} 句`);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(70);
  }

  it('[STORE-15] every acknowledged message is there after each of several kills, on the embedded database', async () => {
    await acknowledgedSurvive({});
  });

  it.runIf(TEST_DATABASE_URL)('[STORE-15] … and on PostgreSQL', async () => {
    const schema = await postgresSchema(TEST_DATABASE_URL ?? '');
    try {
      await acknowledgedSurvive({ DATABASE_URL: schema.url });
    } finally {
      await schema.drop();
    }
  });
});
