import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { messageFeeds } from '../../../src/language/model/feeds.ts';
import type { Feeds, Runtime } from '../../../src/language/network/runtime.ts';
import { type StoredTensor, writeTensors } from '../../../src/language/storage/safetensors.ts';
import { trainingGraph } from '../../../src/language/training/objective.ts';
import { targetFeeds } from '../../../src/language/training/targets.ts';
import { COMPARED, type Steps, TIMED } from './steps.ts';
import type { Task } from './task.ts';

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, '../pytorch/steps.py');
const PATIENCE = { timeout: 300_000 };

const Told = z.object({ losses: z.array(z.number()), milliseconds: z.number() });

/** The same model, batch and updates in PyTorch; what Python said at last where it failed. */
export async function pytorchSteps(runtime: Runtime, python: string, task: Task): Promise<Steps | { failure: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'));
  try {
    writeFileSync(join(folder, 'tensors.safetensors'), tensorsOf(runtime, task));
    writeFileSync(
      join(folder, 'task.json'),
      JSON.stringify({ shape: task.shape, options: task.options, compared: COMPARED, timed: TIMED }),
    );
    const { stdout } = await run(python, [SCRIPT, folder], { env: untunedEnvironment(), ...PATIENCE });
    return Told.parse(JSON.parse(stdout));
  } catch (error) {
    return { failure: lastLineOf(error) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lastLineOf(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return (said || String(error)).split('\n').at(-1) ?? '';
}

/** Without what was set for another OpenBLAS than the one that PyTorch loads. */
export function untunedEnvironment(): NodeJS.ProcessEnv {
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...rest } = process.env;
  return rest;
}

/** Weights and batch under their own names; whole numbers as float32, which holds them exactly up to 2^24. */
function tensorsOf(runtime: Runtime, { shape, labels, options, start, batch }: Task): Uint8Array {
  const tensors = new Map<string, StoredTensor>();
  for (const { name, shape: size } of trainingGraph(shape, options).parameters)
    tensors.set(name, { shape: size, data: start.get(name) ?? new Float32Array(0) });
  const { feeds, tokens } = messageFeeds(runtime, batch, shape);
  const all: Feeds = { ...feeds, ...targetFeeds(runtime, batch, tokens, { labels, ...options }) };
  for (const [name, { dims, data }] of Object.entries(all))
    tensors.set(`feed:${name}`, { shape: dims, data: Float32Array.from(data as Float32Array) });
  return writeTensors({ tensors, notes: {} });
}
