import { REASON_KINDS, RULE_NAMES, type RuleName } from './inputs.ts';
import type { Policy } from './policy.ts';
import { lastOf } from './probe.ts';
import { WISHES } from './wishes.ts';
import type { Words } from './words/names.ts';

/** For the shop's own people: which sums the clerk may move, in whole units of its currency. Customers are told only that there are such. */
export function limitsWording(policy: Policy): Words {
  const { perAction, perCustomerPerDay, perShopPerDay, fourEyesAbove } = policy.limits;
  const sentences: Words[] = [
    ...RULE_NAMES.flatMap((rule) => sumOf(policy, rule)),
    ...limit(perAction, '一次超过 # 的', 'More than # at once'),
    ...limit(perCustomerPerDay, '同一位顾客一天合计超过 # 的', 'More than # for one customer in a day'),
    ...limit(perShopPerDay, '全店一天合计超过 # 的', 'More than # for the whole shop in a day'),
    ...(fourEyesAbove === undefined
      ? []
      : [
          {
            zh: `一次超过 ${fourEyesAbove} 的，要两位同事同意。`,
            en: `More than ${fourEyesAbove} at once takes two people.`,
          },
        ]),
  ];
  return sentences.length === 0
    ? { zh: '没有金额上限。', en: 'There is no limit to the amounts.' }
    : { zh: sentences.map(({ zh }) => zh).join(''), en: sentences.map(({ en }) => en).join(' ') };
}

function limit(amount: number | undefined, zh: string, en: string): Words[] {
  if (amount === undefined) return [];
  return [
    {
      zh: `${zh.replace('#', String(amount))}，由同事审核后才办。`,
      en: `${en.replace('#', String(amount))} waits for a colleague’s approval.`,
    },
  ];
}

/** Above which sum a table leaves it to a person. */
function sumOf(policy: Policy, rule: RuleName): Words[] {
  const wish = WISHES[rule as keyof typeof WISHES];
  if (!wish || !JSON.stringify(policy.rules[rule].rows.map(({ when }) => Object.keys(when))).includes('"amount"'))
    return [];
  const ends = REASON_KINDS.map((reason) => lastOf(policy, rule, 'amount', { reason })).filter((end) => end !== null);
  return ends.length === 0
    ? []
    : [
        {
          zh: `${wish.zh}超过 ${Math.max(...ends)} 的，由同事来办。`,
          en: `${wish.en}: more than ${Math.max(...ends)} needs a colleague.`,
        },
      ];
}
