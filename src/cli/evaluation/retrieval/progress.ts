import { SingleBar } from 'cli-progress';
import type { CliContext } from '../../context.ts';

export interface WorkDisplay {
  update(done: number, total: number): void;
  stop(): void;
}

/** A bar where somebody looks on, and nothing for a program. */
export function showWork({ terminal }: CliContext, name: string, isSilent: boolean): WorkDisplay {
  if (isSilent || !terminal.interactive) return { update: () => {}, stop: () => {} };
  const format = `${name} {bar} {value}/{total}`;
  const bar = new SingleBar({ format, barsize: 24, hideCursor: true, clearOnComplete: true, stream: process.stderr });
  let isShown = false;
  return {
    update(done, total) {
      if (isShown) bar.update(done);
      else bar.start(total, done);
      isShown = true;
    },
    stop: () => bar.stop(),
  };
}
