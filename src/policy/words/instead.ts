import type { Words } from './names.ts';

/** What a refusal may point to, with the words for it where the rule has none of its own. */
export const INSTEAD: Readonly<Record<string, Words>> = {
  cancel_order: {
    zh: '不想要的话，可以直接取消订单。',
    en: 'If you do not want it, the order can simply be cancelled.',
  },
  return_items: { zh: '可以看看能不能退货。', en: 'It may be possible to return it instead.' },
  exchange_items: { zh: '可以看看能不能换货。', en: 'It may be possible to exchange it instead.' },
  refund_without_return: { zh: '可以看看能不能直接退款。', en: 'A refund without a return may be possible.' },
  change_order_address: { zh: '可以先改这单的收货地址。', en: 'The address of this order can be changed instead.' },
  change_customer_address: {
    zh: '可以改账户里的默认地址。',
    en: 'The default address of your account can be changed.',
  },
  expedite: { zh: '我可以帮您催一下。', en: 'I can ask for it to be hurried.' },
  track_order: { zh: '可以先查一下物流。', en: 'I can look up where the parcel is.' },
  track_return: { zh: '可以查一下退换的进度。', en: 'I can look up how the return stands.' },
  create_ticket: { zh: '我可以先帮您登记下来。', en: 'I can note it down for you.' },
  verify_order: {
    zh: '请先用订单号和手机号或邮箱核实身份。',
    en: 'Please verify yourself with the order number and your phone or e-mail first.',
  },
  hand_off: {
    zh: '我可以转人工同事帮您看看还有没有办法。',
    en: 'I can bring in a colleague to see what can still be done.',
  },
};
