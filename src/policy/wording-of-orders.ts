import { ORDER_STATUSES, type OrderStatus } from '../core/order.ts';
import type { RuleName } from './inputs.ts';
import type { Policy } from './policy.ts';
import { probe } from './probe.ts';
import type { Situation } from './table/condition.ts';
import type { Outcome } from './table/table.ts';
import { listed, STATUS_WORDS, type Words } from './words/names.ts';

/** Rules that go by the state of an order: in which it is possible, and in which a person decides. */
export function statusSentences(policy: Policy, rule: RuleName, what: Words, changes: Situation = {}): Words[] {
  const states = (outcome: Outcome): OrderStatus[] =>
    ORDER_STATUSES.filter((status) => probe(policy, rule, { ...changes, status }).outcome === outcome);
  const [allowed, person] = [states('allow'), states('person')].map((list) =>
    listed(
      list.map((status) => STATUS_WORDS[status]),
      'or',
    ),
  );
  if (states('person').length === ORDER_STATUSES.length)
    return [{ zh: `${what.zh}要由同事来办。`, en: `${what.en} has to be arranged by a colleague.` }];
  const sentences: Words[] = [];
  if (allowed?.zh)
    sentences.push({
      zh: `${allowed.zh}的订单可以${what.zh}。`,
      en: `${what.en} is possible while an order is ${allowed.en}.`,
    });
  else if (!person?.zh) sentences.push({ zh: `本店不提供${what.zh}。`, en: `${what.en} is not offered.` });
  if (person?.zh)
    sentences.push({
      zh: `${person.zh}的订单要由同事来办。`,
      en: `For orders that are ${person.en} a colleague decides.`,
    });
  const changed = ORDER_STATUSES.some(
    (status) =>
      probe(policy, rule, { ...changes, status }).outcome === 'allow' &&
      probe(policy, rule, { ...changes, status, 'items-changed': 'yes' }).outcome !== 'allow',
  );
  if (changed)
    sentences.push({ zh: '改过商品的订单不行。', en: 'Once items of an order have been changed, it is not.' });
  return sentences;
}

export function cancelReasonsSentence({ cancelReasons }: Policy): Words | null {
  if (!cancelReasons) return null;
  return {
    zh: `取消要说明原因：${cancelReasons.map(({ zh }) => zh).join('、')}。`,
    en: `A reason is needed: ${cancelReasons.map(({ en }) => en).join(' or ')}.`,
  };
}
