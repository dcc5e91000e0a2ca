import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { loadCheckpoint, saveCheckpoint } from '../../language/training/checkpoint.ts';
import type { TrainingHooks, TrainingState } from '../../language/training/options.ts';
import { makeFolder } from '../../platform/folder.ts';
import type { CliContext } from '../context.ts';
import type { Voice } from '../terminal.ts';
import { showProgress } from './progress.ts';
import { listenForStop } from './stop.ts';

export interface Resumable {
  hooks: TrainingHooks;
  /** After the end, by whatever cause. */
  close(): void;
  /** The checkpoint is of no use any more. */
  forget(): void;
}

interface ResumableOptions {
  /** Where the checkpoint lies. */
  folder: string;
  /** What is being trained. */
  key: string;
  epochs: number;
  isFresh: boolean;
  isSilent: boolean;
}

/** Hooks of a training that shows how far it is, keeps every epoch, goes on where it was cut off, and stops when it is told to. */
export function resumable(context: CliContext, voice: Voice, options: ResumableOptions): Resumable {
  const { folder, key, epochs, isFresh, isSilent } = options;
  const file = join(folder, '.checkpoint.safetensors');
  const from = isFresh ? null : checkpointOf(context, voice, file, key);
  const display = showProgress(context, voice, isSilent);
  const stop = listenForStop();
  let kept = 0;
  return {
    hooks: {
      from,
      onBegin(done) {
        kept = done;
        if (done > 0 && !isSilent)
          context.terminal.note(
            voice.say({
              zh: `接着上次：已有 ${done}/${epochs} 轮。`,
              en: `Going on: ${done} of ${epochs} epochs are there.`,
            }),
          );
      },
      now: () => performance.now(),
      onStep(progress) {
        stop.check(kept);
        display.step(progress);
      },
      onEpoch(state) {
        makeFolder(dirname(file));
        saveCheckpoint(file, state, key);
        kept = state.epoch;
        const last = state.curve.at(-1);
        if (last) display.epoch(last, epochs);
      },
    },
    close() {
      display.stop();
      stop.close();
    },
    forget: () => rmSync(file, { force: true }),
  };
}

/** One that cannot be read is no reason not to train. */
function checkpointOf({ terminal }: CliContext, { say }: Voice, file: string, key: string): TrainingState | null {
  try {
    return loadCheckpoint(file, key);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    terminal.note(
      say({ zh: `检查点 ${file} 已损坏，从头训练。`, en: `The checkpoint ${file} is damaged: training begins anew.` }),
    );
    return null;
  }
}
