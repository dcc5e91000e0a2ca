import type { Policy } from './policy.ts';
import { probe } from './probe.ts';
import { methodText } from './refund-split.ts';
import { listed, type Words } from './words/names.ts';

/** Where a refund goes and when it is there. */
export function refundSentence(policy: Policy, cancelled = false): Words {
  const to =
    policy.refundTo === 'original' || cancelled
      ? { zh: '原路退回', en: 'Refunds go back the way they were paid' }
      : {
          zh: '原路退回或者退到您已有的礼品卡',
          en: 'Refunds go back the way they were paid, or to a gift card that you have',
        };
  const { others, ...named } = policy.moneyArrives;
  const instant = Object.keys(named).filter((method) => named[method]?.to === 0);
  const slow = Object.keys(named).filter((method) => named[method]?.to !== 0);
  const spans = [
    ...(instant.length > 0 ? [arrival(instant, { zh: '即时到账', en: 'at once' })] : []),
    ...slow.map((method) => arrival([method], span(named[method]?.from ?? 0, named[method]?.to ?? 0))),
  ];
  const rest = span(others.from, others.to);
  const last =
    spans.length > 0 ? { zh: `其他方式 ${rest.zh}`, en: `otherwise ${rest.en}` } : { zh: rest.zh, en: rest.en };
  return {
    zh: `退款${to.zh}：${[...spans, last].map(({ zh }) => zh).join('，')}。`,
    en: `${to.en}: ${[...spans, last].map(({ en }) => en).join(', ')}.`,
  };
}

function arrival(methods: readonly string[], when: Words): Words {
  const names = listed(methods.map(methodText));
  return { zh: `${names.zh}${when.zh}`, en: `to a ${names.en} ${when.en}` };
}

function span(from: number, to: number): Words {
  if (to === 0) return { zh: '即时到账', en: 'at once' };
  const days = from === to || from === 0 ? `${to}` : `${from}–${to}`;
  const within = from === 0 && to > 0;
  return {
    zh: `${days} 个工作日${within ? '内' : ''}到账`,
    en: `${within ? 'within' : 'in'} ${days} working day${days === '1' ? '' : 's'}`,
  };
}

/** From when the shop pays: at once for a cancellation, after the goods are there for a return. */
export function refundStartSentence(policy: Policy): Words | null {
  const within = probe(policy, 'return').refundWithin ?? probe(policy, 'return', { reason: 'faulty' }).refundWithin;
  return within === undefined
    ? null
    : {
        zh: `退货的，我们收到商品后 ${within} 天内退款。`,
        en: `For a return we pay within ${within} days of receiving the goods.`,
      };
}

export function shippingSentence(policy: Policy): Words {
  return policy.refundShipping === 'whole-order'
    ? {
        zh: '整单退货的，当初付的运费一起退。',
        en: 'When a whole order comes back, what you paid for delivery is refunded too.',
      }
    : {
        zh: '退货时，当初付的运费不退；整单取消的，运费一起退。',
        en: 'What you paid for delivery is refunded when an order is cancelled, not with a return.',
      };
}

/** How differences in price are settled. */
export function differenceSentence({ priceDifference }: Policy): Words {
  return priceDifference === 'person'
    ? { zh: '有差价的由同事来办。', en: 'Where prices differ, a colleague settles it.' }
    : {
        zh: '有差价的，用您指定的付款方式多退少补；用礼品卡的，余额要够。',
        en: 'A difference in price is settled by a means of payment that you name; a gift card has to cover it.',
      };
}
