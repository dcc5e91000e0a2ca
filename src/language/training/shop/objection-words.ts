import type { Localized } from '../../../core/locale.ts';
import type { Objection } from './comparison.ts';

const PARTS = {
  general: { zh: '通用语句', en: 'general' },
  shop: { zh: '店铺语句', en: 'shop’s' },
};
const SIDES = {
  old: { zh: '现在用的模型', en: 'the model in use' },
  shipped: { zh: '自带的模型', en: 'the shipped model' },
};
const MEASURES = {
  top1: { zh: '意图', en: 'intents' },
  slotF1: { zh: '槽位', en: 'slots' },
  calibrationError: { zh: '校准误差', en: 'calibration error' },
};

const points = (share: number): string => (share * 100).toFixed(1);

/** Why the new model does not take over, in words. */
export function objectionWords(objection: Objection): Localized {
  switch (objection.kind) {
    case 'too-few-messages': {
      const { messages, needed } = objection;
      return {
        zh: `店铺留出的语句只有 ${messages} 条，至少要 ${needed} 条才看得出好坏`,
        en: `only ${messages} of the shop’s messages are held out; it takes ${needed} to tell`,
      };
    }
    case 'no-gain': {
      const [gain, needed] = [points(objection.gain), points(objection.needed)];
      return {
        zh: `店铺语句的意图与槽位平均变化 ${gain} 个百分点，至少要高 ${needed}`,
        en: `on the shop’s messages the mean of intents and slots changes by ${gain} points; it takes ${needed} more`,
      };
    }
    case 'worse': {
      const [part, side, measure] = [PARTS[objection.part], SIDES[objection.than], MEASURES[objection.measure]];
      const [by, allowed] = [points(objection.by), points(objection.allowed)];
      return {
        zh: `${part.zh}的${measure.zh}比${side.zh}差 ${by} 个百分点（最多 ${allowed}）`,
        en: `on the ${part.en} messages, ${measure.en}: ${by} points worse than ${side.en} (${allowed} at most)`,
      };
    }
  }
}
