import type { GoodsRule } from './inputs.ts';
import type { Words } from './words/names.ts';

/** What a rule about goods is called in a sentence. */
export const WISHES: Record<GoodsRule, Words> = {
  return: { zh: '退货', en: 'A return' },
  exchange: { zh: '换货', en: 'An exchange' },
  'refund-only': { zh: '仅退款', en: 'A refund without a return' },
  'price-protection': { zh: '价保退差', en: 'Price protection' },
};
