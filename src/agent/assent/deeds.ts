import type { Quote } from '../../core/quote.ts';
import { phrases } from './words.ts';

/** How a deed is called, by those who agree to it. */
export interface Deed {
  /** Its verbs, and what it is called as a thing. */
  verbs: string[][];
  /** What it is done to, besides what the card names. */
  objects: string[][];
  /** Where something is put in the place of something else: what stands between the verb and "to" is what goes. */
  replaces: boolean;
  /** These verbs may as well mean the card itself: an object has to stand beside them. */
  needsObject: string[][];
}

const ORDER =
  'order|order number|purchase|in order|from order|on order|from the order|in the order|订单|这单|这个订单|这一单|这笔订单|这张订单|该订单|订单号|单号';
const GOODS = 'item|product|items|商品|东西|货';

function deed(verbs: string, objects: string, rest: { replaces?: boolean; needsObject?: string } = {}): Deed {
  return {
    verbs: phrases(`${verbs}|${rest.needsObject ?? ''}`),
    objects: phrases(objects),
    replaces: rest.replaces ?? false,
    needsObject: phrases(rest.needsObject ?? ''),
  };
}

const SWAP =
  'exchange|exchanging|the exchange|swap|swapping|change|changing|switch|switching|replace|replacing|换|换货|更换|调换|换成|换为|改成|改为|换个|换一下|换一个|换下';
const ALTER = `${SWAP}|the change|changes|update|updating|modify|modifying|modification|改|改一下|修改|修改一下|更改|变更`;
const MOVE =
  'change|changing|the change|changes|update|updating|updates|modify|modifying|modification|改|改一下|修改|修改一下|更改|变更|更新|换|换成|改成|改为|改到|换到';

const DEEDS: Readonly<Record<string, Deed>> = {
  cancel_order: deed(
    'cancellation|the cancellation|cancellation request|the cancellation request',
    `${ORDER}|whole order|entire order|整单|整个订单`,
    {
      needsObject: 'cancel|cancelling|canceling|取消|取消掉',
    },
  ),
  return_items: deed(
    'return|returning|send back|sending back|the return|return request|return process|the return request|the return process|退货|退货退款|退掉|退|退回|退回去|寄回|寄回去',
    `${ORDER}|${GOODS}`,
  ),
  exchange_items: deed(
    `${SWAP}|exchange process|exchange request|the exchange process|the exchange request`,
    `${ORDER}|${GOODS}`,
    { replaces: true },
  ),
  change_order_items: deed(ALTER, `${ORDER}|${GOODS}`, { replaces: true }),
  change_order_payment: deed(
    `${MOVE}|switch|switching|use|using|pay|paying|charge|payment change|改用|换用|用|支付|付款|付`,
    `${ORDER}|payment|payment method|means of payment|付款方式|支付方式`,
    { replaces: true },
  ),
  change_order_address: deed(
    `${MOVE}|ship|send|deliver|address change|寄到|寄去|送到|发到`,
    `${ORDER}|address|shipping address|delivery address|new address|地址|收货地址|新地址|收货信息|收件信息`,
    { replaces: true },
  ),
  change_customer_address: deed(
    `${MOVE}|set|address change|设为|设成|设置`,
    'address|default address|new address|default|my default|as my default|as the default|default shipping address|地址|默认地址|默认|收货地址|默认收货地址|新地址',
    { replaces: true },
  ),
  expedite: deed(
    'expedite|expediting|hurry|hurry it up|rush|remind|reminder|chase|催|催一下|催催|催单|催发货|催派送|提醒|提醒一下|登记|登记一下',
    `${ORDER}|delivery|dispatch|shipment|发货|派送|配送`,
  ),
  price_protection: deed(
    'price protection|price adjustment|price match|refund the difference|refund the price difference|refunding the difference|价保|保价|退差价|补差价|退差|价保退差',
    `${ORDER}|${GOODS}|the difference|price difference|差价`,
  ),
  refund_without_return: deed(
    'refund|refunding|the refund|refund request|the refund request|退款|退钱|仅退款',
    `${ORDER}|${GOODS}`,
  ),
  request_invoice: deed(
    'invoice|issue|issue the invoice|invoice request|the invoice request|开发票|开票|开具|开|开具发票|发票',
    `${ORDER}|invoice|发票|抬头|税号|邮箱|title|tax number|email|made out to`,
  ),
};

export function isGoods(words: readonly string[]): boolean {
  return phrases(GOODS).some((each) => each.join() === words.join());
}

/** How the request is called that a withdrawal is of: anything else beside the verb would wish for the request itself. */
const REQUESTS: readonly (readonly [RegExp, string, string])[] = [
  [/^Withdraw return\b/, 'return', '退货'],
  [/^Withdraw exchange\b/, 'exchange', '换货'],
  [/^Withdraw refund\b/, 'refund', '退款'],
  [/^Withdraw price protection\b/, 'price protection', '价保'],
];

/** Null where the command is none that a card is shown of. */
export function deedOf({ command, title }: Pick<Quote, 'command' | 'title'>): Deed | null {
  if (command !== 'cancel_return') return DEEDS[command] ?? null;
  const [, en, zh] = REQUESTS.find(([pattern]) => pattern.test(title.en ?? '')) ?? [];
  if (en === undefined || zh === undefined) return null;
  const english = ['withdraw', 'cancel', 'withdrawing', 'cancelling', 'canceling'].flatMap((verb) =>
    ['', 'the ', 'my ', 'this '].flatMap((which) => [`${verb} ${which}${en}`, `${verb} ${which}${en} request`]),
  );
  const chinese = ['撤销', '撤回', '取消'].flatMap((verb) =>
    [zh, `${zh}申请`, '申请', `这个${zh}`].map((what) => verb + what),
  );
  return deed(`withdrawal|${[...english, ...chinese].join('|')}`, ORDER, { needsObject: 'withdraw|撤销|撤回' });
}

/** What comes of a deed: by itself it is no word of agreement to it. */
export const REFUND = phrases(
  'refund|the refund|i would like the refund|id like the refund|processing the refund|difference|the difference|price difference|refund the difference|receive|receive the refund|use|using|payment method|退款|退钱|退到|差价|退差价',
);
export const CHARGE = phrases(
  'difference|the difference|price difference|pay|pay the difference|charge|use|using|payment|payment method|差价|补差价|补款|支付|付|用',
);
