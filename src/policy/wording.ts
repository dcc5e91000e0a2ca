import type { GoodsRule, RuleName } from './inputs.ts';
import type { Policy } from './policy.ts';
import { probe } from './probe.ts';
import { countingSentence, goodsSentences, lateSentence, neverSentence } from './wording-of-goods.ts';
import { differenceSentence, refundSentence, refundStartSentence } from './wording-of-money.ts';
import { cancelReasonsSentence, statusSentences } from './wording-of-orders.ts';
import type { Words } from './words/names.ts';

/** A rule for customers, in one paragraph: who, how long and how that is counted, what is excluded, who pays and when money is there. Made from the table alone. */
export function policyWording(policy: Policy, rule: RuleName): Words {
  return paragraph(PARAGRAPHS[rule](policy).flat());
}

/** The same as Markdown, a thought a paragraph: what is searched and quoted piece by piece. */
export function policyMarkdown(policy: Policy, rule: RuleName): Words {
  const paragraphs = PARAGRAPHS[rule](policy)
    .map(paragraph)
    .filter(({ zh }) => zh !== '');
  return {
    zh: paragraphs.map(({ zh }) => zh).join('\n\n'),
    en: paragraphs.map(({ en }) => en).join('\n\n'),
  };
}

type Sentence = Words | null;

function paragraph(sentences: readonly Sentence[]): Words {
  const said = sentences.filter((sentence) => sentence !== null);
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') };
}

type Paragraphs = (policy: Policy) => Sentence[][];

const goods =
  (rule: GoodsRule, more: (policy: Policy) => Sentence[]): Paragraphs =>
  (policy) => {
    const offered = goodsSentences(policy, rule);
    if (!offered) return [[neverSentence(policy, rule)]];
    return [
      [...offered.reasons, countingSentence(policy, rule)],
      [...offered.exclusions, lateSentence(policy, rule)],
      more(policy),
    ];
  };

const sendBack = (policy: Policy): Words => ({
  zh: `申请后请在 ${policy.sendBackWithinDays} 天内把商品寄回。`,
  en: `Please send the goods back within ${policy.sendBackWithinDays} days of the request.`,
});

const SAME_PRODUCT: Words = {
  zh: '只能换同一款商品的其他规格，而且要有货。',
  en: 'It has to be another option of the same product that is in stock.',
};

const PARAGRAPHS: Record<RuleName, Paragraphs> = {
  cancel: (policy) => [
    [
      ...statusSentences(policy, 'cancel', { zh: '取消', en: 'Cancelling' }),
      cancelReasonsSentence(policy),
      refundSentence(policy, true),
    ],
  ],
  address: (policy) => [statusSentences(policy, 'address', { zh: '改收货地址', en: 'A change of the address' })],
  items: (policy) => [
    [
      ...statusSentences(policy, 'items', { zh: '改商品规格', en: 'A change of items' }),
      SAME_PRODUCT,
      differenceSentence(policy),
    ],
  ],
  payment: (policy) => [statusSentences(policy, 'payment', { zh: '换付款方式', en: 'A change of the payment' })],
  return: goods('return', (policy) => [sendBack(policy), refundStartSentence(policy), refundSentence(policy)]),
  exchange: goods('exchange', (policy) => [SAME_PRODUCT, differenceSentence(policy), sendBack(policy)]),
  'refund-only': goods('refund-only', (policy) => [refundSentence(policy)]),
  'price-protection': goods('price-protection', (policy) => [
    {
      zh: '退的是现在的价格比您实付的低多少。',
      en: 'What is refunded is by how much today’s price is below what you paid.',
    },
    refundSentence(policy),
  ]),
  invoice: (policy) => [
    [
      ...statusSentences(policy, 'invoice', { zh: '开发票', en: 'An invoice' }),
      probe(policy, 'invoice', { invoice: 'issued' }).outcome === 'person'
        ? { zh: '已经开出的发票要换开，由同事来办。', en: 'A colleague replaces an invoice that was issued.' }
        : null,
    ],
  ],
  remind: (policy) => [
    [
      ...statusSentences(policy, 'remind', { zh: '催发货', en: 'Hurrying the dispatch' }),
      ...statusSentences(policy, 'remind', { zh: '催派送', en: 'Hurrying the delivery' }, { what: 'delivery' }),
    ],
  ],
  'cancel-return': (policy) => [
    [
      probe(policy, 'cancel-return').outcome === 'allow'
        ? {
            zh: '商品还没寄到仓库的退换申请可以撤销。',
            en: 'A return or exchange can be withdrawn until the goods have reached the warehouse.',
          }
        : { zh: '撤销申请要由同事来办。', en: 'A colleague has to withdraw a request.' },
    ],
  ],
  'customer-address': (policy) => [
    [
      probe(policy, 'customer-address', { customer: 'guest' }).outcome === 'allow'
        ? { zh: '账户里的默认地址随时可以改。', en: 'The default address of an account can be changed at any time.' }
        : {
            zh: '登录后随时可以改账户里的默认地址。',
            en: 'Signed in, you can change the default address of your account at any time.',
          },
    ],
  ],
};
