import type { Localized } from '../core/locale.ts';
import { formatMoney } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import type { Refund } from '../core/quote.ts';
import type { Policy } from '../policy/policy.ts';
import { methodText, refundSplit } from '../policy/refund-split.ts';

/** Where the money goes and when it is there; `after` says what it waits for. */
export function refundSentence(order: Order, refund: Refund, after: { zh: string; en: string }): Localized {
  const split = refundSplit(order, refund.amount);
  const days = refund.withinDays;
  if (split.length > 1) {
    const zh = split.map((share) => `${methodText(share.method).zh} ${formatMoney(share.amount, 'zh')}`).join('、');
    const en = split
      .map((share) => `${formatMoney(share.amount, 'en')} to your ${methodText(share.method).en}`)
      .join(' and ');
    return {
      zh: `${after.zh}退款 ${formatMoney(refund.amount, 'zh')}，原路退回：${zh}，${days} 个工作日内到账。`,
      en: `${after.en}${formatMoney(refund.amount, 'en')} is refunded within ${days} working days: ${en}.`,
    };
  }
  const method = methodText(refund.method);
  return {
    zh: `${after.zh}退款 ${formatMoney(refund.amount, 'zh')}，原路退回${refund.method === 'original' ? '' : method.zh}，${days} 个工作日内到账。`,
    en: `${after.en}${formatMoney(refund.amount, 'en')} is refunded to your ${method.en} within ${days} working days.`,
  };
}

export const AT_ONCE = { zh: '', en: '' };
export const AFTER_INSPECTION = { zh: '我们收到并验收后，', en: 'Once we have received and checked the goods, ' };

export function sendBackSentence(policy: Policy): Localized {
  return {
    zh: `申请提交后，请在 ${policy.sendBackWithinDays} 天内把商品寄回。`,
    en: `Please send the goods back within ${policy.sendBackWithinDays} days of the request.`,
  };
}

export function wayBackSentence(policy: Policy): Localized {
  return policy.wayBackPaidBy === 'shop'
    ? { zh: '寄回的运费由我们承担。', en: 'We pay for sending them back.' }
    : {
        zh: '寄回的运费由您承担；核实是质量问题或者发错货的，运费由我们承担。',
        en: 'You pay for sending them back; if they turn out to be faulty or not what you ordered, we pay.',
      };
}
