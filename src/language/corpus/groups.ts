import type { Localized } from '../../core/locale.ts';

/** What the groups of corpus/intents.json are called. */
const GROUPS: Record<string, Localized> = {
  presales: { zh: '售前', en: 'pre-sales' },
  order: { zh: '订单', en: 'order' },
  delivery: { zh: '配送', en: 'delivery' },
  aftersales: { zh: '售后', en: 'after-sales' },
  payment: { zh: '支付', en: 'payment' },
  invoice: { zh: '发票', en: 'invoice' },
  coupon: { zh: '优惠', en: 'coupon' },
  account: { zh: '账号', en: 'account' },
  service: { zh: '服务', en: 'service' },
  complaint: { zh: '投诉', en: 'complaint' },
  smalltalk: { zh: '闲聊', en: 'small talk' },
  act: { zh: '应答', en: 'acts' },
  reject: { zh: '拒答', en: 'reject' },
  other: { zh: '其他', en: 'other' },
};

export function groupName(group: string): Localized {
  return GROUPS[group] ?? { zh: group, en: group };
}
