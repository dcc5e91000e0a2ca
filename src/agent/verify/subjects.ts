import type { Fact } from '../../core/fact.ts';
import type { Money } from '../../core/money.ts';
import type { Refund } from '../../core/quote.ts';

/** What an amount is said to be: an amount that is a price proves no refund. */
export type Subject = 'refund' | 'shipping' | 'total';

/** The words for it, right before the amount or right behind it. */
const SAID: Record<Subject, { before: RegExp; after: RegExp }> = {
  refund: {
    before: /(?:退款?|退还|退回|退给[您你]?|\brefund(?:ed|ing|s)?|\bget back|\bback to you)[^,。;!?]{0,10}$/,
    after: /^[^,。;!?]{0,12}?(?:退款?|退还|退回|\brefund|\b(?:goes|comes|sent|paid) back)/,
  },
  shipping: {
    before: /(?:运费|邮费|快递费|\b(?:shipping|delivery|postage)(?: fee| cost| charge)?)[^,。;!?]{0,8}$/,
    after: /^ ?(?:的?(?:运费|邮费)| (?:for )?(?:shipping|delivery|postage)\b)/,
  },
  total: {
    before: /(?:合计|总共|一共|共计?|总价|总额|实付|应付|\btotal|\bpaid|\bin all)[^,。;!?]{0,8}$/,
    after: /^ (?:in total|altogether|in all)\b/,
  },
};

/** The subject that the words around an amount give it; null when they give none, or several. */
export function subjectOf(before: string, after: string): Subject | null {
  const found = (Object.keys(SAID) as Subject[]).filter(
    (subject) => SAID[subject].before.test(before) || SAID[subject].after.test(after),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Minor units of each subject in the facts. */
export function amountsBySubject(facts: readonly Fact[]): Record<Subject, Set<string>> {
  const found: Record<Subject, Set<string>> = { refund: new Set(), shipping: new Set(), total: new Set() };
  const add = (subject: Subject, ...amounts: Money[]) => {
    for (const { amount } of amounts) found[subject].add(String(Math.abs(amount)));
  };
  const addRefund = (refund: Refund | null) => {
    if (refund) add('refund', refund.amount, ...refund.parts.map((part) => part.amount));
  };
  for (const fact of facts) {
    if (fact.kind === 'quote') addRefund(fact.value.quote.refund);
    if (fact.kind === 'effect' || fact.kind === 'refund-estimate') addRefund(fact.value.refund);
    if (fact.kind === 'returns')
      for (const { request } of fact.value.returns) if (request.refund) add('refund', request.refund);
    if (fact.kind === 'orders') add('total', ...fact.value.orders.map(({ total }) => total));
    if (fact.kind === 'coupon-price') {
      if (fact.value.goods) add('total', fact.value.goods.total);
      for (const { total } of fact.value.usable) if (total) add('total', total);
    }
    if (fact.kind !== 'order') continue;
    const { order } = fact.value;
    add('total', order.total);
    add('shipping', order.shippingFee);
    for (const { kind, amount } of order.payments) add(kind === 'refund' ? 'refund' : 'total', amount);
  }
  return found;
}
