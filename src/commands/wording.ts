import type { PaymentMethod } from '../core/customer.ts';
import type { Localized } from '../core/locale.ts';
import { formatMoney, type Money } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import type { Refund } from '../core/quote.ts';
import { arrivalDays } from '../policy/arrival.ts';
import type { Claims } from '../policy/claims.ts';
import type { Policy } from '../policy/policy.ts';
import { methodText, refundSplit } from '../policy/refund-split.ts';
import type { GoodsTerms } from '../policy/terms.ts';
import { listed, REASON_WORDS } from '../policy/words/names.ts';
import { meansName, spaced } from './means.ts';

export interface Said {
  zh: string;
  en: string;
}

/** Where the money goes and when it is there; `after` says what it waits for. @param to in place of the way it was paid */
export function refundSentence(
  order: Order,
  refund: Pick<Refund, 'amount' | 'method'>,
  policy: Policy,
  after: Said,
  to: PaymentMethod | null = null,
): Localized {
  const sum = said(refund.amount);
  if (to) {
    const arrives = arrivalText(policy, to.method);
    const name = nameFor(order, to);
    return {
      zh: `${after.zh}退款 ${sum.zh}，退到您的${spaced(name.zh).trimEnd()}，${arrives.zh}。`,
      en: `${after.en}${sum.en} is refunded to your ${name.en} and arrives ${arrives.en}.`,
    };
  }
  const split = refundSplit(order, refund.amount);
  if (split.length > 1) {
    const zh = split.map(
      ({ method, amount }) => `${methodText(method).zh} ${said(amount).zh}（${arrivalText(policy, method).zh}）`,
    );
    const en = split.map(
      ({ method, amount }) => `${said(amount).en} to your ${methodText(method).en} (${arrivalText(policy, method).en})`,
    );
    return {
      zh: `${after.zh}退款 ${sum.zh}，原路退回：${zh.join('、')}。`,
      en: `${after.en}${sum.en} is refunded the way it was paid: ${en.join(' and ')}.`,
    };
  }
  const method = methodText(refund.method);
  const arrives = arrivalText(policy, refund.method);
  return {
    zh: `${after.zh}退款 ${sum.zh}，原路退回${refund.method === 'original' ? '' : method.zh}，${arrives.zh}。`,
    en: `${after.en}${sum.en} is refunded to your ${method.en} and arrives ${arrives.en}.`,
  };
}

/** A means of payment by its name, and whether it is the one that the order was paid with. */
function nameFor({ payments }: Order, means: PaymentMethod): Said {
  const name = meansName(means);
  const paid = payments.filter(({ kind }) => kind === 'payment');
  const isOriginal = paid.length > 0 && paid.every(({ paymentMethodId }) => paymentMethodId === means.id);
  const original = methodText('original');
  return isOriginal ? { zh: `${name.zh}（${original.zh}）`, en: `${name.en} (the ${original.en})` } : name;
}

/** When money that the shop has sent is there. */
export function arrivalText(policy: Policy, method: string): Said {
  const { from, to } = arrivalDays(policy, method);
  if (to === 0) return { zh: '即时到账', en: 'at once' };
  if (from === 0 || from === to) return { zh: `${to} 个工作日内到账`, en: `within ${workingDays(to)}` };
  return { zh: `${from}–${to} 个工作日到账`, en: `in ${from} to ${workingDays(to)}` };
}

const workingDays = (count: number) => (count === 1 ? '1 working day' : `${count} working days`);

export const AT_ONCE: Said = { zh: '', en: '' };

/** Money for goods that come back waits for them. */
export function afterInspection({ refundWithin }: GoodsTerms): Said {
  return refundWithin === null || refundWithin === 0
    ? { zh: '我们收到并验收后，', en: 'Once we have received and checked the goods, ' }
    : {
        zh: `我们收到并验收后，${refundWithin} 天内`,
        en: `Within ${refundWithin} ${refundWithin === 1 ? 'day' : 'days'} after we have received and checked the goods, `,
      };
}

export function sendBackSentence(policy: Policy): Localized {
  return {
    zh: `申请提交后，请在 ${policy.sendBackWithinDays} 天内把商品寄回。`,
    en: `Please send the goods back within ${policy.sendBackWithinDays} days of the request.`,
  };
}

export function wayBackSentence({ wayBack }: GoodsTerms): Localized[] {
  if (wayBack === null) return [];
  return wayBack === 'shop'
    ? [{ zh: '寄回的运费由我们承担。', en: 'We pay for sending them back.' }]
    : [
        {
          zh: '寄回的运费由您承担；核实是质量问题或者发错货的，运费由我们承担。',
          en: 'You pay for sending them back; if they turn out to be faulty or not what you ordered, we pay.',
        },
      ];
}

/** What the customer's word alone decides is said, so that he confirms it too. */
export function claimSentences({ reasons, unopened, unused }: Claims): Localized[] {
  const said = listed(reasons.map((reason) => REASON_WORDS[reason]));
  return [
    ...(reasons.length > 0
      ? [{ zh: `按您说的情况办理：${said.zh}。`, en: `This goes by what you told us: ${said.en}.` }]
      : []),
    ...(unopened
      ? [
          {
            zh: '前提是商品没有拆封、没有使用过，收到后会核对。',
            en: 'The goods have to be unopened and unused; we check that when they arrive.',
          },
        ]
      : unused
        ? [
            {
              zh: '前提是商品没有用过、穿过或洗过（试一下不算），收到后会核对。',
              en: 'The goods must not have been worn, washed or used (trying them is fine); we check that when they arrive.',
            },
          ]
        : []),
  ];
}

/** What another variant costs more or less, and with what it is settled. `when` says at what moment. */
export function differenceSentence(
  difference: Money,
  means: PaymentMethod | null,
  policy: Policy,
  when: Said,
  order: Order,
): Localized {
  if (difference.amount === 0) return { zh: '没有差价，不用补款。', en: 'There is no price difference to pay.' };
  const size = said({ ...difference, amount: Math.abs(difference.amount) });
  const name = means ? nameFor(order, means) : methodText('original');
  if (difference.amount > 0) {
    return {
      zh: `${when.zh}补差价 ${size.zh}，从您的${spaced(name.zh)}支付。`,
      en: `${when.en ? `${when.en}the` : 'The'} difference of ${size.en} is charged to your ${name.en}.`,
    };
  }
  const arrives = arrivalText(policy, means?.method ?? 'original');
  return {
    zh: `${when.zh}退差价 ${size.zh} 到您的${name.zh}，${arrives.zh}。`,
    en: `${when.en ? `${when.en}the` : 'The'} difference of ${size.en} is refunded to your ${name.en} and arrives ${arrives.en}.`,
  };
}

export function said(amount: Money): Said {
  return { zh: formatMoney(amount, 'zh'), en: formatMoney(amount, 'en') };
}
