import { hasFact, hasStatus, parcels } from './proven.ts';
import { asked, denied, type Guard, type Statement, says, supposed } from './statement.ts';
import { hasVariantInStock } from './stock.ts';

const UNLESS = [asked, supposed, denied];
const UNLESS_OPEN = [asked, supposed];

function state(holds: Statement['holds'], pattern: RegExp, unless: readonly Guard[] = UNLESS): Statement {
  return { kind: 'status', pattern, unless, holds };
}

/** Where an order or a parcel stands. */
export const STATES: readonly Statement[] = [
  state(
    (proven) =>
      hasStatus(proven, 'shipped', 'partially-shipped', 'delivered', 'completed') || parcels(proven).length > 0,
    /(?:已经?)[^,。;!?]{0,6}(?:发货|发出|寄出|出库|揽收|在(?:运输)?(?:途|路))|在(?:路上|运输中|途中)|(?:运输|配送)中|发货了|寄出了|\b(?:has|have|was|were|been|is|are|already|it'?s) (?:\w+ )?(?:shipped|dispatched|sent out|on (?:its|the|their) way|in transit)\b/,
    // Money on its way is a deed, judged as one.
    [...UNLESS, says(/\brefund|\bmoney|退款|催(?:促|过|了|一下)?(?:发货|派送|快递|出库)/)],
  ),
  state(
    (proven) => parcels(proven).some(({ status }) => status === 'out-for-delivery' || status === 'delivered'),
    /正?在(?:派送|派件)|派送中|派件中|快递员[^,。;!?]{0,6}(?:派|送|联系)|\bout for delivery\b/,
  ),
  state(
    (proven) =>
      hasStatus(proven, 'delivered', 'completed') || parcels(proven).some(({ status }) => status === 'delivered'),
    /已经?[^,。;!?]{0,6}(?:签收|送达|收货|妥投|到货|送到)|(?:签收|送到|送达)了|\b(?:has|have|was|were|been|is|already) (?:\w+ )?delivered\b/,
  ),
  state(
    (proven) => hasStatus(proven, 'paid', 'processing', 'partially-shipped', 'shipped', 'delivered', 'completed'),
    /已经?[^,。;!?]{0,4}(?:付款|支付|付清)|(?:付款|支付)成功|\b(?:has been|have been|was|is|already) (?:fully )?paid\b|\bpayment (?:was|is|has been) (?:successful|received|confirmed)\b/,
  ),
  state(
    (proven) => hasStatus(proven, 'awaiting-payment', 'paid', 'processing', 'partially-shipped', 'cancelled'),
    /(?:还没有?|尚未|暂未|未)(?:发货|寄出|出库|发出)|待发货|(?:not|n't) (?:yet )?(?:been )?(?:yet )?(?:shipped|dispatched|sent)\b|\byet to (?:be )?ship/,
    UNLESS_OPEN,
  ),
  state(
    (proven) => hasStatus(proven, 'awaiting-payment'),
    /(?:还没有?|尚未|暂未|未)(?:付款|支付)|待(?:付款|支付)|(?:not|n't) (?:yet )?(?:been )?(?:yet )?paid\b|\bawaiting payment\b/,
    UNLESS_OPEN,
  ),
  {
    kind: 'stock',
    pattern: /有(?:现)?货|现货|库存充足|货很?(?:足|充足)|\b(?:in stock|available)\b/,
    unless: [
      ...UNLESS,
      says(
        /没现货|没有[^,。;!?]{0,10}货|无货|缺货|有货时|到货|(?:not|n't|no longer|un) ?(?:in stock|available)|\b(?:nothing|none|no [a-z ]+?) (?:\w+ ){0,3}(?:in stock|available)/,
      ),
    ],
    holds: (proven, { clause }) => hasVariantInStock(proven, clause),
  },
  {
    kind: 'stock',
    pattern: /缺货|断货|售罄|卖完|没有?(?:现)?货|\b(?:out of stock|sold out)\b/,
    unless: UNLESS_OPEN,
    holds: (proven) =>
      hasFact(proven, 'product', 'product-matches', 'comparison', 'size-advice', 'refused', 'not-found'),
  },
];
