import { failure } from '../exit.ts';

/** Heard while it trains; a second signal ends the process at once. */
export interface StopSignal {
  /** @throws AppError `train.stopped` once it was asked for */
  check(keptEpochs: number): void;
  close(): void;
}

export function listenForStop(): StopSignal {
  let isAsked = false;
  const ask = () => {
    isAsked = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, ask);
  return {
    check(keptEpochs) {
      if (!isAsked) return;
      throw failure('train.stopped', {
        zh: `已停止，做完的 ${keptEpochs} 轮保存着；再运行同一条命令就接着训练（从头来过加 --fresh）。`,
        en: `Stopped. ${keptEpochs} whole epochs are kept: the same command goes on from there (--fresh begins anew).`,
      });
    },
    close() {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, ask);
    },
  };
}
