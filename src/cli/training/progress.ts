import { SingleBar } from 'cli-progress';
import type { EpochRecord, Progress } from '../../language/training/options.ts';
import type { CliContext } from '../context.ts';
import type { Voice } from '../terminal.ts';

/** How a training tells how far it is: a bar where somebody looks on, else a line an epoch, and nothing for a program. */
export interface ProgressDisplay {
  step(progress: Progress): void;
  epoch(record: EpochRecord, epochs: number): void;
  stop(): void;
}

export function showProgress({ terminal }: CliContext, { say, style }: Voice, isSilent: boolean): ProgressDisplay {
  if (isSilent) return { step: () => {}, epoch: () => {}, stop: () => {} };
  if (terminal.interactive) return bar(say({ zh: '训练', en: 'training' }), say({ zh: '还剩', en: 'left' }));
  const secondsLeft = stopwatch();
  let tokensPerSecond = 0;
  let left = 0;
  return {
    step({ epoch, epochs, step, steps, ...progress }) {
      tokensPerSecond = progress.tokensPerSecond;
      left = secondsLeft(epoch * steps + step, epochs * steps);
    },
    epoch({ epoch, loss, score, seconds }, epochs) {
      const figures = [
        say({ zh: `第 ${epoch}/${epochs} 轮`, en: `epoch ${epoch}/${epochs}` }),
        say({ zh: `损失 ${loss.toFixed(3)}`, en: `loss ${loss.toFixed(3)}` }),
        ...(score === null ? [] : [say({ zh: `得分 ${score.toFixed(3)}`, en: `score ${score.toFixed(3)}` })]),
        ...(tokensPerSecond > 0
          ? [say({ zh: `每秒 ${thousands(tokensPerSecond)} 词元`, en: `${thousands(tokensPerSecond)} tokens/s` })]
          : []),
        clock(seconds),
        say({ zh: `还剩约 ${clock(left)}`, en: `about ${clock(left)} left` }),
      ];
      terminal.note(style('dim', figures.join('  ')));
    },
    stop() {},
  };
}

function bar(training: string, left: string): ProgressDisplay {
  const shown = new SingleBar({
    format: `${training} {bar} {percentage}%  {epoch}/{epochs}  loss {loss}  {score}{pace} tokens/s  ${left} {left}`,
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  const secondsLeft = stopwatch();
  let isShown = false;
  return {
    step({ epoch, epochs, step, steps, loss, score, tokensPerSecond }) {
      const [done, total] = [epoch * steps + step, epochs * steps];
      const figures = {
        epoch: epoch + 1,
        epochs,
        loss: loss.toFixed(3),
        score: score === null ? '' : `score ${score.toFixed(3)}  `,
        pace: thousands(tokensPerSecond),
        left: clock(secondsLeft(done, total)),
      };
      if (isShown) {
        shown.setTotal(total);
        shown.update(done, figures);
      } else shown.start(total, done, figures);
      isShown = true;
    },
    epoch() {},
    stop: () => shown.stop(),
  };
}

/** Seconds that the rest will take at the pace so far, counted from where this process took up the work. */
function stopwatch(): (done: number, total: number) => number {
  let first: { done: number; at: number } | undefined;
  return (done, total) => {
    const now = performance.now() / 1_000;
    first ??= { done, at: now };
    return ((now - first.at) / Math.max(1, done - first.done)) * (total - done);
  };
}

const thousands = (value: number): string => Math.round(value).toLocaleString('en');

/** `1:05`, minutes and seconds. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
