import { corpusDigest } from '../../language/corpus/split.ts';
import { loadModel } from '../../language/storage/model-folder.ts';
import { CORPUS, modelInUse, SHIPPED_MODEL } from '../../reading-model.ts';
import { modelFault } from '../model-words.ts';
import { broken, type Finding, ok, warning } from './finding.ts';

export interface ModelPlaces {
  /** In place of the shipped ones. */
  model?: string;
  corpus?: string;
}

const AGAIN = {
  zh: '重新安装，或运行 xiaoer train 重新训练',
  en: 'Install again, or train it anew with xiaoer train',
};
const SHOP_AGAIN = { zh: '运行 xiaoer train --shop 重新训练', en: 'Train it again: xiaoer train --shop' };

/** The shipped model first: without it nothing reads. Then the shop's own, which is passed over where something is wrong with it. */
export function checkModel(dataDir: string, { model: shipped = SHIPPED_MODEL, corpus = CORPUS }: ModelPlaces): Finding {
  let digest: string;
  try {
    digest = loadModel(shipped).description.digests.corpus;
  } catch (error) {
    return broken('model', modelFault(error), AGAIN);
  }
  let why: unknown;
  const own = modelInUse(dataDir, (error) => (why = error), shipped);
  try {
    if (own !== shipped) loadModel(own);
  } catch (error) {
    why = error;
  }
  if (why !== undefined) {
    const { zh, en } = modelFault(why);
    const told = { zh: `店铺自己的模型没有用上：${zh}`, en: `The shop’s own model is passed over: ${en}` };
    return warning('model', told, SHOP_AGAIN);
  }
  if (digestNow(corpus) !== digest)
    return warning(
      'model',
      {
        zh: `模型不是从现在的语料 ${corpus} 训练的`,
        en: `The model was not made from the corpus as it is now: ${corpus}`,
      },
      { zh: '运行 xiaoer train', en: 'Run xiaoer train' },
    );
  return ok('model', { zh: `看懂消息的模型：${own}`, en: `The model that reads messages: ${own}` });
}

function digestNow(corpus: string): string | null {
  try {
    return corpusDigest(corpus);
  } catch {
    return null;
  }
}
