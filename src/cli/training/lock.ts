import { systemClock, systemRandom } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { shopModels } from '../../shop-model.ts';
import { type FolderLock, folderHolder, lockFolder } from '../../store/lock.ts';
import { failure } from '../exit.ts';

/**
 * Takes the folder of a shop's models for one training: a server may hold the data folder meanwhile.
 * @throws AppError `train.locked` saying who trains there
 */
export function lockModels(dataDir: string): FolderLock {
  const models = shopModels(dataDir);
  try {
    return lockFolder(models, systemClock, systemRandom());
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'store.locked')) throw error;
    const holder = folderHolder(models, systemClock);
    const [zh, en] = holder
      ? [
          `（进程 ${holder.pid}，主机 ${holder.host}，自 ${holder.started} 起）`,
          ` (process ${holder.pid} on ${holder.host}, since ${holder.started})`,
        ]
      : ['', ''];
    throw failure(
      'train.locked',
      {
        zh: `这家店铺的模型正在被另一个训练占用${zh}。请等它结束。`,
        en: `Another training of this shop’s model is under way${en}. Wait for it to end.`,
      },
      error,
    );
  }
}
