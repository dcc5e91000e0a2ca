import type { Article } from '../core/customer.ts';
import type { RuleName } from './inputs.ts';
import type { Policy } from './policy.ts';
import { probe } from './probe.ts';
import { policyMarkdown } from './wording.ts';
import { refundSentence, refundStartSentence, shippingSentence } from './wording-of-money.ts';
import type { Words } from './words/names.ts';

/** An article is as old as the rules it was made from, and nobody asks: what is true is what the rules say now. */
const ALWAYS = '1970-01-01T00:00:00.000Z';

/** The articles that the rules themselves write: the clerk quotes these in place of the shop's own on the same topic. */
export function policyArticles(policy: Policy): Article[] {
  const made: { id: string; title: Words; body: Words | null; topics: string[] }[] = [
    ofRule(policy, 'return', { zh: '退货规则', en: 'Returns: the rule' }, ['ask_return_policy']),
    ofRule(policy, 'exchange', { zh: '换货规则', en: 'Exchanges: the rule' }, ['ask_exchange_policy']),
    {
      id: 'refund-time',
      title: { zh: '退款多久到账', en: 'When refunds arrive' },
      body: joined([refundStartSentence(policy), refundSentence(policy)]),
      topics: ['ask_refund_time'],
    },
    {
      id: 'return-shipping',
      title: { zh: '退换的运费谁出', en: 'Who pays for return shipping' },
      body: joined([...wayBackSentences(policy), shippingSentence(policy)]),
      topics: ['ask_return_shipping_fee'],
    },
    ofRule(policy, 'price-protection', { zh: '价保规则', en: 'Price protection: the rule' }, ['price_protection']),
    ofRule(policy, 'refund-only', { zh: '仅退款规则', en: 'Refunds without a return: the rule' }, [
      'refund_without_return',
    ]),
  ];
  return made.flatMap(({ id, title, body, topics }) =>
    body ? [{ id: `policy:${id}`, title, body, topics, updatedAt: ALWAYS }] : [],
  );
}

function ofRule(policy: Policy, rule: RuleName, title: Words, topics: string[]) {
  return { id: rule, title, body: policyMarkdown(policy, rule), topics };
}

function joined(sentences: readonly (Words | null)[]): Words | null {
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length === 0 ? null : { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') };
}

function wayBackSentences(policy: Policy): (Words | null)[] {
  const usual = probe(policy, 'return').wayBack;
  const faulty = probe(policy, 'return', { reason: 'faulty' }).wayBack;
  const own: Words = {
    zh: '不想要了或者不合适的，寄回的运费由您承担。',
    en: 'If you changed your mind or it does not suit you, you pay for sending it back.',
  };
  const ours: Words = {
    zh: '质量问题、发错货、运输破损的，寄回的运费由我们承担。',
    en: 'If it is faulty, damaged on the way or the wrong item, we pay for sending it back.',
  };
  const always: Words = { zh: '寄回的运费由我们承担。', en: 'We pay for sending goods back.' };
  if (usual === 'shop') return [always];
  return [usual === 'customer' ? own : null, faulty === 'shop' ? ours : null];
}
