import { GOODS_KINDS } from '../core/order.ts';
import { type GoodsRule, REASON_KINDS, type ReasonKind } from './inputs.ts';
import type { Policy } from './policy.ts';
import { lastOf, probe } from './probe.ts';
import { WISHES } from './wishes.ts';
import { GOODS_WORDS, listed, REASON_WORDS, type Words } from './words/names.ts';

/** What a rule says to one reason, while the window is open. */
interface Answer {
  outcome: 'allow' | 'person' | 'refuse';
  window: Words | null;
  wayBack: string | undefined;
  instead: string | undefined;
}

/** Null where it is never allowed: then `neverSentence` is all there is to say. */
export function goodsSentences(policy: Policy, rule: GoodsRule): { reasons: Words[]; exclusions: Words[] } | null {
  if (REASON_KINDS.every((reason) => answerTo(policy, rule, reason).outcome !== 'allow')) return null;
  return { reasons: reasonSentences(policy, rule), exclusions: exclusions(policy, rule) };
}

function answerTo(policy: Policy, rule: GoodsRule, reason: ReasonKind): Answer {
  const { outcome, wayBack, instead } = probe(policy, rule, { reason });
  return { outcome, window: outcome === 'allow' ? windowWords(policy, rule, reason) : null, wayBack, instead };
}

function windowWords(policy: Policy, rule: GoodsRule, reason: ReasonKind): Words | null {
  const days = lastOf(policy, rule, 'days-since-delivery', { reason });
  if (days !== null) return { zh: `签收后 ${days} 天内`, en: `within ${days} days of receipt` };
  const sincePayment = lastOf(policy, rule, 'days-since-payment', { reason });
  if (sincePayment !== null) return { zh: `付款后 ${sincePayment} 天内`, en: `within ${sincePayment} days of payment` };
  const hours = lastOf(policy, rule, 'hours-since-delivery', { reason });
  return hours === null ? null : { zh: `签收后 ${hours} 小时内`, en: `within ${hours} hours of receipt` };
}

export function neverSentence(policy: Policy, rule: GoodsRule): Words {
  const wish = WISHES[rule];
  return probe(policy, rule).outcome === 'person'
    ? { zh: `${wish.zh}要由同事来办。`, en: `${wish.en} has to be arranged by a colleague.` }
    : { zh: `本店不提供${wish.zh}。`, en: `${wish.en} is not something that this shop offers.` };
}

/** Rules under which “without a reason” is a right of its own. */
const WITHOUT_REASON: readonly GoodsRule[] = ['return', 'exchange'];

/** Reasons with one answer share a sentence; the one without a reason comes first. */
function reasonSentences(policy: Policy, rule: GoodsRule): Words[] {
  const groups = new Map<string, { answer: Answer; reasons: ReasonKind[] }>();
  for (const reason of REASON_KINDS) {
    const answer = answerTo(policy, rule, reason);
    const key = JSON.stringify(answer);
    groups.set(key, { answer, reasons: [...(groups.get(key)?.reasons ?? []), reason] });
  }
  const all = [...groups.values()];
  const single = all.length === 1;
  return all.map(({ answer, reasons }) => reasonSentence(rule, answer, reasons, single));
}

function reasonSentence(
  rule: GoodsRule,
  { outcome, window, wayBack, instead }: Answer,
  reasons: ReasonKind[],
  single: boolean,
): Words {
  const wish = WISHES[rule];
  const noReason = reasons.includes('no-reason') && WITHOUT_REASON.includes(rule);
  const named = listed(
    reasons.filter((reason) => reason !== 'other').map((reason) => REASON_WORDS[reason]),
    'or',
  );
  const zh = single || noReason ? '' : `${named.zh}的，`;
  const en = single || noReason ? '' : ` for ${named.en}`;
  const free = noReason && !single ? { zh: '无理由', en: ' without a reason' } : { zh: '', en: '' };
  if (outcome !== 'allow') {
    return outcome === 'person'
      ? { zh: `${zh}${free.zh}${wish.zh}要由同事来办。`, en: `${wish.en}${en}${free.en} needs a colleague.` }
      : {
          zh: `${zh}不能${free.zh}${wish.zh}${instead === 'return_items' ? '，要退货再退款' : ''}。`,
          en: `${wish.en}${en}${free.en} is not possible${instead === 'return_items' ? ': the goods have to come back first' : ''}.`,
        };
  }
  const limit = window ?? { zh: '签收后', en: 'after receipt, without a limit of days' };
  const pays = payerWords(wayBack);
  return {
    zh: `${zh}${limit.zh}可以${free.zh}${wish.zh}${window ? '' : '，没有天数限制'}${pays.zh}。`,
    en: `${wish.en}${en}${free.en} is possible ${limit.en}${pays.en}.`,
  };
}

function payerWords(wayBack: string | undefined): Words {
  if (wayBack === 'shop') return { zh: '，寄回运费由我们承担', en: '; we pay the way back' };
  return wayBack === 'customer' ? { zh: '，寄回运费由您承担', en: '; you pay the way back' } : { zh: '', en: '' };
}

/** What the rule does not allow although the window is open. */
function exclusions(policy: Policy, rule: GoodsRule): Words[] {
  const wish = WISHES[rule];
  const reason = REASON_KINDS.find((each) => probe(policy, rule, { reason: each }).outcome === 'allow') ?? 'no-reason';
  const allowed = (changes: Record<string, string>) => probe(policy, rule, { reason, ...changes }).outcome === 'allow';
  const never = GOODS_KINDS.filter((goods) => !allowed({ goods, opened: 'no' }));
  const opened = GOODS_KINDS.filter((goods) => allowed({ goods }) && !allowed({ goods, opened: 'yes' }));
  const anyReason = REASON_KINDS.every((each) => answerTo(policy, rule, each).outcome === 'allow');
  const free = reason === 'no-reason' && WITHOUT_REASON.includes(rule) && !anyReason ? '无理由' : '';
  const sentences: Words[] = [];
  if (never.length > 0) {
    const goods = listed(never.map((each) => GOODS_WORDS[each]));
    sentences.push({
      zh: `不支持${free}${wish.zh}的有：${goods.zh}。`,
      en: `Excluded${free ? ', unless something is wrong with them,' : ''} are ${goods.en}.`,
    });
  }
  if (opened.length > 0) {
    const goods = listed(opened.map((each) => GOODS_WORDS[each]));
    sentences.push({ zh: `${goods.zh}拆封后不支持${free}${wish.zh}。`, en: `Once opened, so are ${goods.en}.` });
  }
  const others: [Record<string, string>, Words][] = [
    [{ used: 'yes' }, { zh: '穿过、洗过或用过的商品', en: 'goods that have been worn, washed or used' }],
    [{ 'final-sale': 'yes' }, { zh: '下单时注明不退不换的商品', en: 'goods sold as final' }],
    [{ 'on-sale': 'yes' }, { zh: '特价购买的商品', en: 'goods bought at a reduced price' }],
    [{ gift: 'yes' }, { zh: '赠品', en: 'gifts that came with an order' }],
    [{ 'cross-border': 'yes' }, { zh: '跨境订单', en: 'cross-border orders' }],
    [{ partial: 'yes' }, { zh: '只退其中一部分', en: 'a part of an order alone' }],
    [
      { standing: 'yes' },
      { zh: '已经申请过退换的订单', en: 'orders of which a return or exchange was requested before' },
    ],
    [{ customer: 'guest' }, { zh: '没有登录的顾客', en: 'customers who are not signed in' }],
  ];
  const excluded = others.filter(([changes]) => !allowed(changes)).map(([, words]) => words);
  if (excluded.length > 0) {
    const list = listed(excluded);
    sentences.push({
      zh: `${list.zh}不能${free}${wish.zh}。`,
      en: `${wish.en}${free ? ' without a reason' : ''} is not possible for ${list.en}.`,
    });
  }
  if (lastOf(policy, rule, 'amount', { reason }) !== null)
    sentences.push({ zh: '金额较大的由同事来办。', en: 'Larger amounts need a colleague.' });
  return sentences;
}

/** How days are counted, where the rule counts any. */
export function countingSentence(policy: Policy, rule: GoodsRule): Words | null {
  const counts = (input: string) => REASON_KINDS.some((reason) => lastOf(policy, rule, input, { reason }) !== null);
  if (counts('days-since-delivery')) {
    return {
      zh: '天数从签收次日起算，到最后一天的 24 点为止，周末和节假日也算在内。',
      en: 'Days are counted from the day after receipt to midnight of the last one, weekends and holidays included.',
    };
  }
  if (!counts('days-since-payment')) return null;
  return {
    zh: '天数从付款次日起算，到最后一天的 24 点为止。',
    en: 'Days are counted from the day after payment to midnight of the last one.',
  };
}

export function lateSentence(policy: Policy, rule: GoodsRule): Words | null {
  const days = lastOf(policy, rule, 'days-since-delivery', { reason: 'faulty' });
  if (days === null) return null;
  const late = probe(policy, rule, { reason: 'faulty', 'days-since-delivery': days + 1 });
  if (late.outcome !== 'person') return null;
  return {
    zh: '过了这个时间商品有问题的，由同事按质保处理。',
    en: 'After that a fault is a matter for the warranty, which a colleague looks after.',
  };
}
