import type { Runtime } from '../../../src/language/network/runtime.ts';
import { train } from '../../../src/language/training/trainer.ts';
import { percentile } from '../../support.ts';
import type { Task } from './task.ts';

/** What an engine makes of a task. */
export interface Steps {
  /** Of the same batch again and again, without dropout: each step's loss before its update. */
  losses: number[];
  /** Median of a step with dropout, after a warm-up. */
  milliseconds: number;
}

export const COMPARED = 5;
const WARM_UP = 5;
export const TIMED = 30;

/** The project's own trainer, with all that a real training does but writing the messages. */
export async function ownSteps(runtime: Runtime, { shape, labels, options, start, batch }: Task): Promise<Steps> {
  const now = () => performance.now();
  const one = { labels, messages: () => batch };
  const still = await train(runtime, shape, one, { ...options, epochs: COMPARED, dropout: 0 }, { now, start });
  const many = { labels, messages: () => Array.from({ length: WARM_UP + TIMED }, () => batch).flat() };
  const ends: number[] = [];
  const onStep = () => {
    ends.push(now());
  };
  await train(runtime, shape, many, { ...options, epochs: 1 }, { now, start, onStep });
  const taken = ends.slice(1).map((end, at) => end - (ends[at] ?? end));
  return { losses: still.curve.map(({ loss }) => loss), milliseconds: percentile(taken.slice(WARM_UP - 1), 0.5) };
}
