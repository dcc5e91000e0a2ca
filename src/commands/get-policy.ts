import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { RULE_NAMES, type RuleName } from '../policy/inputs.ts';
import { policyMarkdown } from '../policy/wording.ts';
import type { ReadCommand } from './command.ts';

const input = z.strictObject({
  rule: z
    .enum(RULE_NAMES as [RuleName, ...RuleName[]])
    .optional()
    .describe('Absent: returns, exchanges and cancellations'),
});

const USUAL: readonly RuleName[] = ['return', 'exchange', 'cancel'];

export const getPolicy: ReadCommand<z.infer<typeof input>> = {
  name: 'get_policy',
  effect: 'read',
  description: {
    zh: '查店铺的规则原文：取消、退货、换货、仅退款、价保、开票、改地址等，由规则表生成。',
    en: 'Read a rule of the shop in words: cancelling, returns, exchanges, refunds, price protection, invoices, addresses …; made from its decision table.',
  },
  input,
  async run({ rule }, { policy }) {
    const rules = (rule ? [rule] : USUAL).map((name) => ({
      rule: name,
      title: TITLES[name],
      text: thoughts(policyMarkdown(policy, name)),
    }));
    return {
      facts: [
        { kind: 'rules', value: { rules, version: policy.version }, source: { kind: 'policy', ref: policy.version } },
      ],
    };
  },
};

/** A line a thought. */
function thoughts({ zh, en }: { zh: string; en: string }): Localized {
  return { zh: zh.replaceAll('\n\n', '\n'), en: en.replaceAll('\n\n', '\n') };
}

const TITLES: Record<RuleName, Localized> = {
  cancel: { zh: '取消订单', en: 'Cancelling an order' },
  address: { zh: '修改收货地址', en: 'Changing the address' },
  items: { zh: '修改商品规格', en: 'Changing items' },
  payment: { zh: '修改付款方式', en: 'Changing the payment' },
  return: { zh: '退货', en: 'Returns' },
  exchange: { zh: '换货', en: 'Exchanges' },
  'refund-only': { zh: '仅退款', en: 'Refunds without a return' },
  'price-protection': { zh: '价保', en: 'Price protection' },
  invoice: { zh: '发票', en: 'Invoices' },
  remind: { zh: '催发货、催派送', en: 'Hurrying dispatch and delivery' },
  'cancel-return': { zh: '撤销退换申请', en: 'Withdrawing a return' },
  'customer-address': { zh: '修改默认地址', en: 'Changing the default address' },
};
