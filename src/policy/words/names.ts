import type { GoodsKind, OrderStatus } from '../../core/order.ts';
import type { ReasonKind } from '../inputs.ts';

/** A text in both languages. */
export interface Words {
  zh: string;
  en: string;
}

export const STATUS_WORDS: Record<OrderStatus, Words> = {
  'awaiting-payment': { zh: '待付款', en: 'awaiting payment' },
  paid: { zh: '已付款待发货', en: 'paid but not sent' },
  processing: { zh: '配货中', en: 'being packed' },
  'partially-shipped': { zh: '部分发货', en: 'partly sent' },
  shipped: { zh: '运输中', en: 'on the way' },
  delivered: { zh: '已签收', en: 'delivered' },
  completed: { zh: '已完成', en: 'completed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

export const GOODS_WORDS: Record<GoodsKind, Words> = {
  ordinary: { zh: '普通商品', en: 'ordinary goods' },
  'custom-made': { zh: '定制商品', en: 'goods made to order' },
  perishable: { zh: '鲜活易腐商品', en: 'perishable goods' },
  digital: { zh: '在线下载的数字商品', en: 'digital content that is downloaded' },
  periodical: { zh: '报纸、期刊', en: 'newspapers and periodicals' },
  hygiene: { zh: '贴身、卫生类商品', en: 'goods sealed for hygiene' },
  'opened-seal': { zh: '密封的音像制品和软件', en: 'sealed recordings and software' },
};

export const REASON_WORDS: Record<ReasonKind, Words> = {
  'no-reason': { zh: '不想要了', en: 'a change of mind' },
  faulty: { zh: '质量问题', en: 'a fault' },
  wrong: { zh: '发错货', en: 'the wrong item' },
  'damaged-in-transit': { zh: '运输破损', en: 'damage on the way' },
  missing: { zh: '少件', en: 'missing pieces' },
  'not-as-described': { zh: '与描述不符', en: 'goods not as described' },
  'not-arrived': { zh: '没收到', en: 'goods that did not arrive' },
  other: { zh: '其他原因', en: 'another reason' },
};

export function listed(words: readonly Words[], conjunction: 'and' | 'or' = 'and'): Words {
  const english = words.map(({ en }) => en);
  const last = english.at(-1) ?? '';
  return {
    zh: words.map(({ zh }) => zh).join('、'),
    en: english.length > 1 ? `${english.slice(0, -1).join(', ')} ${conjunction} ${last}` : last,
  };
}
