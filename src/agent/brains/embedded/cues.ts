/** Words that name an errand outright, for messages that the reader of intents is not sure of. */
const CUES: readonly (readonly [string, RegExp])[] = [
  ['undo_cancel', /恢复.{0,4}订单|别取消|取消错|撤[回销].{0,3}取消|undo.{0,12}cancel/i],
  ['undo_return', /撤[回销].{0,3}(?:退|换)|取消退货|不退了|undo.{0,12}return/i],
  ['cancel_order', /取消|退单|\bcancel/i],
  ['return_items', /退货|退掉|[要想]退|\breturn\b|\bsend (?:it|them) back\b/i],
  ['exchange_items', /换货|换[码号大小]|[要想]换|\bexchange\b|\bswap\b/i],
  [
    'change_order_address',
    /[改换].{0,8}(?:地址|收货|收件)|(?:地址|收货|收件).{0,6}[改换错]|\bchange\b.{0,30}\baddress\b/i,
  ],
  [
    'track_order',
    /到哪|物流|快递.{0,4}(?:呢|哪)|什么时候[到发]|\btrack|\bwhere(?:'s| is| are)\b.{0,20}\b(?:order|parcel|package|stuff)/i,
  ],
  ['list_orders', /(?:我的|看|查).{0,4}订单|\bmy orders\b/i],
  ['compare_products', /对比|比较|区别|\bcompare\b/i],
  ['find_product', /想买|有没有卖|推荐|\blooking for\b|\brecommend|\bdo you (?:sell|have)\b/i],
];

/** The first errand whose words stand in the text. */
export function cuedIntent(text: string): string | null {
  return CUES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
