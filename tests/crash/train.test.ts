import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadModel } from '../../src/language/storage/model-folder.ts';
import { writeTinyCorpus } from '../../src/language/training/testing/tiny-corpus.ts';
import { TINY } from '../../src/language/training/testing/tiny-recipe.ts';
import { temporaryFolder } from '../support/server.ts';

const EPOCHS = 10;

describe('a training that is cut off', () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  beforeAll(() => {
    writeTinyCorpus(at('corpus'));
    writeFileSync(at('recipe.json'), JSON.stringify(TINY));
  });
  afterAll(() => folder.remove());

  function start(out: string): ChildProcess {
    const options = ['--corpus', at('corpus'), '--recipe', at('recipe.json'), '--epochs', String(EPOCHS)];
    return spawn(process.execPath, ['src/cli/main.ts', 'train', '--out', at(out), '--locale', 'en', ...options]);
  }

  /** Runs to the end, or until an epoch has been kept that was not there before; then the signal is sent. */
  function run(out: string, signal?: 'SIGKILL' | 'SIGINT') {
    const child = start(out);
    return new Promise<{ code: number | null; told: string }>((resolve) => {
      let told = '';
      child.stderr?.on('data', (chunk: Buffer) => {
        told += chunk.toString();
        // A second Ctrl-C would end it at once.
        if (signal && !child.killed && /epoch \d+\//.test(told)) child.kill(signal);
      });
      child.on('close', (code) => resolve({ code, told }));
    });
  }

  const weights = (out: string) => readFileSync(join(at(out), 'weights.safetensors'));
  const goneOnFrom = (told: string) => Number(/Going on: (\d+) of/.exec(told)?.[1] ?? 0);

  it('[LANG-71] by kill -9, twice: it goes on from the last whole epoch, to the same weights', async () => {
    expect((await run('whole')).code).toBe(0);
    expect(await run('killed', 'SIGKILL')).toMatchObject({ code: null });
    expect(existsSync(join(at('killed'), 'model.json'))).toBe(false);
    const again = await run('killed', 'SIGKILL');
    expect(goneOnFrom(again.told)).toBeGreaterThanOrEqual(1);
    const last = await run('killed');
    expect(last.code).toBe(0);
    expect(goneOnFrom(last.told)).toBeGreaterThan(goneOnFrom(again.told));
    expect(weights('killed').equals(weights('whole'))).toBe(true);
    expect(loadModel(at('killed')).labels.intents).toHaveLength(3);
    expect(readdirSync(at('killed')).sort()).toEqual(readdirSync(at('whole')).sort());
  });

  it('[LANG-71] by Ctrl-C: it says what is kept and how to go on', async () => {
    const stopped = await run('stopped', 'SIGINT');
    expect(stopped.code).toBe(130);
    expect(stopped.told).toMatch(/Stopped\. \d+ whole epochs are kept: the same command goes on/);
    const last = await run('stopped');
    expect(last.code).toBe(0);
    expect(goneOnFrom(last.told)).toBeGreaterThanOrEqual(1);
    expect(weights('stopped').equals(weights('whole'))).toBe(true);
  });
});
