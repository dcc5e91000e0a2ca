import type { Localized } from '../core/locale.ts';
import { localize } from '../core/locale.ts';
import type { Order, OrderLine } from '../core/order.ts';
import type { Reason, Verdict } from '../core/verdict.ts';
import { refuse } from '../core/verdict.ts';
import { windowSince, windowText } from './days.ts';
import { askPerson, PERSON_DECIDES } from './people.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { takenBack } from './returned.ts';

/** Goods that are to come back. */
export interface GiveBackItem {
  lineId: string;
  quantity: number;
}

export type Refusal = Extract<Verdict, { allowed: false }>;

/** The rule's prefix and how the wish is called. */
export type GiveBackKind = { rule: 'return' | 'exchange'; zh: string; en: string };

export const RETURN: GiveBackKind = { rule: 'return', zh: '退货', en: 'A return' };
export const EXCHANGE: GiveBackKind = { rule: 'exchange', zh: '换货', en: 'An exchange' };

/** The state of the order and the days since receipt. Null when nothing stands against it. */
export function outsideWindow(
  order: Order,
  kind: GiveBackKind,
  policy: Policy,
  context: PolicyContext,
): Refusal | null {
  const blocked = wrongState(order, kind, policy);
  if (blocked) return blocked;
  if (order.deliveredAt === undefined) {
    return no(`${kind.rule}.receipt-unknown`, {
      zh: `这单没有签收时间的记录，能不能${kind.zh}要由同事核实。`,
      en: 'There is no delivery date on record for this order, so a colleague has to check it.',
    });
  }
  const days = windowDays(kind, policy);
  const window = windowSince(context.timeZone, order.deliveredAt, context.now, days);
  if (window.over === 0) return null;
  return no(`${kind.rule}.window-over`, windowText(window, days, kind), {
    zh: '如果是商品本身有问题，可以转人工同事按质保帮您看。',
    en: 'If something is wrong with the item itself, a colleague can look at it under the warranty.',
  });
}

/** The rule that allows it, with the last day named. */
export function insideWindow(order: Order, kind: GiveBackKind, policy: Policy, context: PolicyContext): Reason {
  const days = windowDays(kind, policy);
  const window = windowSince(context.timeZone, order.deliveredAt ?? context.now, context.now, days);
  return { rule: `${kind.rule}.within-window`, text: windowText(window, days, kind) };
}

/** The goods asked for: do they exist, may they come back, are there that many? */
export function wrongGoods(
  order: Order,
  items: readonly GiveBackItem[],
  kind: GiveBackKind,
  context: PolicyContext,
): Refusal | null {
  if (items.length === 0) {
    return refusal(`${kind.rule}.no-items`, {
      zh: `还不知道您要${kind.zh}的是哪件商品。`,
      en: 'It is not clear yet which item this is about.',
    });
  }
  const wanted = new Map<string, number>();
  for (const item of items) {
    if (!Number.isSafeInteger(item.quantity) || item.quantity < 1) return badQuantity(kind);
    wanted.set(item.lineId, (wanted.get(item.lineId) ?? 0) + item.quantity);
  }
  for (const [lineId, quantity] of wanted) {
    const line = order.lines.find((candidate) => candidate.id === lineId);
    const refused = line ? wrongLine(line, quantity, kind, context) : unknownLine(kind);
    if (refused) return refused;
  }
  return null;
}

function wrongLine(line: OrderLine, quantity: number, kind: GiveBackKind, context: PolicyContext): Refusal | null {
  const zh = localize(line.title, 'zh');
  const en = localize(line.title, 'en');
  if (line.finalSale) {
    return no(`${kind.rule}.final-sale`, {
      zh: `「${zh}」下单时注明了不支持无理由退换。`,
      en: `“${en}” was sold as final, so it cannot be returned or exchanged without a fault.`,
    });
  }
  const left = line.quantity - takenBack(line, context.returns);
  if (left <= 0) {
    return no(`${kind.rule}.already-taken-back`, {
      zh: `「${zh}」已经申请过退换了。`,
      en: `A return or exchange of “${en}” has already been requested.`,
    });
  }
  if (quantity > left) {
    return refusal(`${kind.rule}.quantity`, {
      zh: `「${zh}」还能${kind.zh} ${left} 件，没有 ${quantity} 件。`,
      en: `Only ${left} of “${en}” can still come back, not ${quantity}.`,
    });
  }
  return null;
}

function wrongState(order: Order, kind: GiveBackKind, policy: Policy): Refusal | null {
  switch (policy.giveBack[order.status]) {
    case 'in-window':
      return null;
    case 'cancel-instead':
      return refuse(
        `${kind.rule}.not-sent`,
        {
          zh: `这单还没发货，不用${kind.zh}。`,
          en: 'This order has not been sent yet, so there is nothing to send back.',
        },
        {
          command: 'cancel_order',
          text: {
            zh: '不想要的话，可以直接取消订单。',
            en: 'If you do not want it, the order can simply be cancelled.',
          },
        },
      ) as Refusal;
    case 'ask-person':
      return no(`${kind.rule}.in-warehouse`, {
        zh: '仓库正在配货，还没发出。',
        en: 'The warehouse is packing this order; it has not been sent yet.',
      });
    case 'wait-for-arrival':
      return refusal(`${kind.rule}.on-the-way`, {
        zh: `包裹还在路上，签收后 ${windowDays(kind, policy)} 天内可以申请${kind.zh}。`,
        en: `The parcel is still on its way. ${kind.en} can be requested within ${windowDays(kind, policy)} days after it arrives.`,
      });
    case 'closed':
      return no(`${kind.rule}.order-completed`, {
        zh: `这单已经完成，自助${kind.zh}已经关闭。`,
        en: 'This order is completed, so I can no longer arrange that myself.',
      });
    case 'cancelled':
      return refusal(`${kind.rule}.order-cancelled`, {
        zh: `这单已经取消了，不用${kind.zh}。`,
        en: 'This order is cancelled, so there is nothing to send back.',
      });
  }
}

function windowDays(kind: GiveBackKind, policy: Policy): number {
  return kind.rule === 'return' ? policy.returnWindowDays : policy.exchangeWindowDays;
}

function unknownLine(kind: GiveBackKind): Refusal {
  return refusal(`${kind.rule}.line-unknown`, {
    zh: '这单里没有这件商品。',
    en: 'That item is not part of this order.',
  });
}

function badQuantity(kind: GiveBackKind): Refusal {
  return refusal(`${kind.rule}.quantity`, { zh: '数量至少是 1 件。', en: 'The quantity has to be at least 1.' });
}

export function refusal(rule: string, text: Localized): Refusal {
  return { allowed: false, reasons: [{ rule, text }] };
}

/** A refusal that a person may lift. */
export function no(rule: string, text: Localized, alternative?: Localized): Refusal {
  return { ...refusal(rule, text), alternative: alternative ? askPerson(alternative) : PERSON_DECIDES };
}
