import type { Localized } from '../core/locale.ts';
import { localize } from '../core/locale.ts';
import type { Money } from '../core/money.ts';
import type { Order, OrderLine } from '../core/order.ts';
import type { Refusal, Verdict } from '../core/verdict.ts';
import { allow } from '../core/verdict.ts';
import { verdictOf } from './decide.ts';
import type { GoodsRule } from './inputs.ts';
import type { GiveBackItem } from './item.ts';
import { askPerson, PERSON_DECIDES } from './people.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { takenBack } from './returned.ts';
import { goodsSituation } from './situation.ts';
import { type Row, rowFor } from './table/table.ts';
import { daysOnceDelivered, openWindow } from './window.ts';
import { WISHES } from './wishes.ts';

/** A wish about goods as the tables see it. */
export interface GoodsWish {
  rule: GoodsRule;
  items: readonly GiveBackItem[];
  /** What would be paid back for all of them. */
  amount: Money;
}

interface Named {
  line: OrderLine;
  item?: GiveBackItem;
}

/** A line that is named twice, each time in another state, is looked at each time. */
function namedLines(order: Order, { items }: GoodsWish): Named[] {
  return items.flatMap((item) => {
    const line = order.lines.find(({ id }) => id === item.lineId);
    return line ? [{ line, item }] : [];
  });
}

/** The rows that decide about the goods, in the order in which they are named. */
export function rowsOf(order: Order, wish: GoodsWish, policy: Policy, context: PolicyContext): Row[] {
  return namedLines(order, wish).map(({ line, item }) =>
    rowFor(policy.rules[wish.rule], goodsSituation(order, line, item, wish.items, context, wish.amount)),
  );
}

/** What the rule's table says of the goods: the first that is not allowed decides. Unknown lines are left to `wrongGoods`. */
export function decideGoods(order: Order, wish: GoodsWish, policy: Policy, context: PolicyContext): Verdict {
  const named = namedLines(order, wish);
  const seen: Named[] = named.length > 0 ? named : order.lines.slice(0, 1).map((line) => ({ line }));
  const verdicts = seen.map((each) => decideOne(order, each, wish, policy, context));
  return verdicts.find(({ allowed }) => !allowed) ?? verdicts[0] ?? allow();
}

function decideOne(
  order: Order,
  { line, item }: Named,
  wish: GoodsWish,
  policy: Policy,
  context: PolicyContext,
): Verdict {
  const table = policy.rules[wish.rule];
  const situation = goodsSituation(order, line, item, wish.items, context, wish.amount);
  return verdictOf(wish.rule, rowFor(table, situation), {
    status: order.status,
    wish: WISHES[wish.rule],
    window: openWindow(table, situation, wish.rule, order, context),
    days: daysOnceDelivered(table, situation),
    item: { zh: localize(line.title, 'zh'), en: localize(line.title, 'en') },
    goods: line.kind ?? 'ordinary',
  });
}

/** The goods asked for: do they exist, are there that many, have they come back before? */
export function wrongGoods(
  order: Order,
  items: readonly GiveBackItem[],
  rule: GoodsRule,
  context: PolicyContext,
): Refusal | null {
  const wish = WISHES[rule];
  if (items.length === 0) {
    return refusal(`${rule}.no-items`, {
      zh: `还不知道您要${wish.zh}的是哪件商品。`,
      en: 'It is not clear yet which item this is about.',
    });
  }
  const wanted = new Map<string, number>();
  for (const item of items) {
    if (!Number.isSafeInteger(item.quantity) || item.quantity < 1)
      return refusal(`${rule}.quantity`, { zh: '数量至少是 1 件。', en: 'The quantity has to be at least 1.' });
    wanted.set(item.lineId, (wanted.get(item.lineId) ?? 0) + item.quantity);
  }
  for (const [lineId, quantity] of wanted) {
    const line = order.lines.find((candidate) => candidate.id === lineId);
    const refused = line
      ? tooMany(line, quantity, rule, context)
      : refusal(`${rule}.line-unknown`, { zh: '这单里没有这件商品。', en: 'That item is not part of this order.' });
    if (refused) return refused;
  }
  return null;
}

function tooMany(line: OrderLine, quantity: number, rule: GoodsRule, context: PolicyContext): Refusal | null {
  const zh = localize(line.title, 'zh');
  const en = localize(line.title, 'en');
  const left = line.quantity - takenBack(line, context.returns);
  if (left <= 0) {
    return no(`${rule}.already-taken-back`, {
      zh: `「${zh}」已经申请过退换了。`,
      en: `A return or exchange of “${en}” has already been requested.`,
    });
  }
  if (quantity > left) {
    return refusal(`${rule}.quantity`, {
      zh: `「${zh}」还能${WISHES[rule].zh} ${left} 件，没有 ${quantity} 件。`,
      en: `Only ${left} of “${en}” can still come back, not ${quantity}.`,
    });
  }
  return null;
}

export function refusal(rule: string, text: Localized): Refusal {
  return { allowed: false, reasons: [{ rule, text }] };
}

/** A refusal that a person may lift. */
export function no(rule: string, text: Localized, alternative?: Localized): Refusal {
  return { ...refusal(rule, text), alternative: alternative ? askPerson(alternative) : PERSON_DECIDES };
}
