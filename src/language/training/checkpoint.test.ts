import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/clock.ts';
import { writeTensors } from '../storage/safetensors.ts';
import { loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import type { TrainingState } from './options.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-checkpoint-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const { next } = seededRandom(7);
const numbers = (length: number) => Float32Array.from({ length }, () => next() - 0.5);

describe('a checkpoint', () => {
  const state = (): TrainingState => ({
    epoch: 2,
    step: 40,
    random: 123,
    parameters: new Map([['a', numbers(6)]]),
    moments: new Map([['m:a', numbers(6)]]),
    average: new Map(),
    best: { epoch: 1, score: 0.5, parameters: new Map([['a', numbers(6)]]) },
    curve: [{ epoch: 1, loss: 2, score: 0.5, seconds: 3 }],
  });

  it('[LANG-64] holds all that a training needs to go on', () => {
    const path = join(folder, 'checkpoint');
    const before = state();
    saveCheckpoint(path, before, 'recipe');
    expect(loadCheckpoint(path, 'recipe')).toEqual(before);
    expect(loadCheckpoint(path, 'another recipe')).toBeNull();
    expect(loadCheckpoint(join(folder, 'none'), 'recipe')).toBeNull();
  });

  it('[LANG-64] is the old one or the new one: what was being written when the process died is not looked at', () => {
    const path = join(folder, 'checkpoint');
    const before = state();
    saveCheckpoint(path, before, 'recipe');
    writeFileSync(`${path}.part`, 'half of the n');
    expect(loadCheckpoint(path, 'recipe')).toEqual(before);
    writeFileSync(path, readFileSync(path).subarray(0, 100));
    expect(() => loadCheckpoint(path, 'recipe')).toThrow(/model\.damaged/);
  });

  it.each(['', '{', '{}', '{"epoch": 1.5}'])('[LANG-71] one whose state is damaged is told: %j', (kept) => {
    const path = join(folder, 'checkpoint');
    writeFileSync(path, writeTensors({ tensors: new Map(), notes: { recipe: 'recipe', state: kept } }));
    expect(() => loadCheckpoint(path, 'recipe')).toThrow(/model\.damaged: .*checkpoint: its state cannot be read/);
  });
});
