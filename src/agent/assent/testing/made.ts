import { cancelOrder } from '../../../commands/cancel-order.ts';
import { cancelReturn } from '../../../commands/cancel-return.ts';
import { changeCustomerAddress } from '../../../commands/change-customer-address.ts';
import { changeOrderAddress } from '../../../commands/change-order-address.ts';
import { changeOrderItems } from '../../../commands/change-order-items.ts';
import { changeOrderPayment } from '../../../commands/change-order-payment.ts';
import { exchangeItems } from '../../../commands/exchange-items.ts';
import { expedite } from '../../../commands/expedite.ts';
import { priceProtection } from '../../../commands/price-protection.ts';
import { refundWithoutReturn } from '../../../commands/refund-without-return.ts';
import { requestInvoice } from '../../../commands/request-invoice.ts';
import { returnItems } from '../../../commands/return-items.ts';
import {
  afterSales,
  DELIVERED,
  LIN,
  NAMED_METHOD,
  NUMBER,
  PAID,
  PRICED,
  quoteOf,
  SOCKS,
} from '../../../commands/testing/after-sales.ts';
import type { Setting } from '../../../commands/testing/sample-shop.ts';
import type { Order } from '../../../core/order.ts';
import type { Quote } from '../../../core/quote.ts';
import { cny, sampleLine, samplePayment, sampleRequest } from '../../../policy/testing/sample-order.ts';

/** A card as the command makes it, of the sample shop's only order. */
function made(command: unknown, wish: object, order: Partial<Order>, setting: Setting = {}): Promise<Quote> {
  const of = command === changeCustomerAddress ? {} : { orderNumber: NUMBER };
  return quoteOf(command, { ...of, ...wish }, afterSales(order, setting));
}

const ONE = { lines: [sampleLine()], total: cny(20_700), payments: [samplePayment({ paymentMethodId: 'alipay-1' })] };
const UNSENT = { ...PAID, ...ONE };
const HERE = { ...DELIVERED, ...ONE };
/** One of two that paid: not by itself the way it was paid. */
const BY_TWO = [
  samplePayment({ id: 'p1', paymentMethodId: 'alipay-1', amount: cny(10_700) }),
  samplePayment({ id: 'p2', method: 'credit-card', paymentMethodId: 'card-8', amount: cny(10_000) }),
];
const GOODS = [{ lineId: 'line-1', quantity: 1 }];
const UNIONPAY = { id: 'card-9', method: 'card', detail: '银联 6222020200000001' };
const VISA = { id: 'card-8', method: 'credit-card', detail: 'visa 4111111111111234' };
const MORE = { customers: [{ ...LIN, paymentMethods: [...LIN.paymentMethods, UNIONPAY, VISA] }] };
const CHEAPER = { ...PRICED, variants: PRICED.variants.map((variant) => ({ ...variant, price: cny(17_900) })) };
const WHY = { reason: '不喜欢', reasonKind: 'no-reason' };
const ELM = {
  country: 'US',
  province: 'IL',
  city: 'Springfield',
  district: '',
  street: '12 Elm Street',
  street2: 'Apt 5',
  postcode: '62704',
};

/** One of each write command, by the command itself. */
export const MADE = {
  cancel: await made(cancelOrder, { reason: '不需要了' }, UNSENT, {
    policy: {
      ...NAMED_METHOD,
      cancelReasons: [
        { id: 'no longer needed', zh: '不需要了', en: 'no longer needed' },
        { id: 'ordered by mistake', zh: '拍错了', en: 'ordered by mistake' },
      ],
    },
  }),
  return: await made(returnItems, { items: GOODS, ...WHY }, HERE),
  returnToGift: await made(returnItems, { items: GOODS, ...WHY, refundTo: 'gift-1' }, HERE, { policy: NAMED_METHOD }),
  returnToCard: await made(
    returnItems,
    { items: GOODS, ...WHY, refundTo: 'card-8' },
    { ...HERE, payments: BY_TWO },
    { ...MORE, policy: NAMED_METHOD },
  ),
  exchange: await made(
    exchangeItems,
    { items: [{ ...GOODS[0], variantId: 'shoe-43' }], ...WHY, paymentMethodId: 'card-1' },
    HERE,
    { policy: NAMED_METHOD },
  ),
  items: await made(
    changeOrderItems,
    { items: [{ lineId: 'line-1', variantId: 'shoe-44' }], paymentMethodId: 'alipay-1' },
    UNSENT,
    { policy: NAMED_METHOD },
  ),
  payment: await made(changeOrderPayment, { paymentMethodId: 'card-8' }, UNSENT, MORE),
  paymentUnionPay: await made(changeOrderPayment, { paymentMethodId: 'card-9' }, UNSENT, MORE),
  address: await made(changeOrderAddress, { address: { street: '文三路188号' } }, UNSENT),
  profile: await made(changeCustomerAddress, { address: ELM }, UNSENT),
  withdraw: await made(cancelReturn, {}, HERE, { returns: [sampleRequest()] }),
  expedite: await made(expedite, { what: 'dispatch' }, UNSENT),
  price: await made(priceProtection, {}, UNSENT, { products: [CHEAPER] }),
  refund: await made(
    refundWithoutReturn,
    { items: GOODS, reason: '破损', reasonKind: 'faulty' },
    {
      ...SOCKS,
      lines: [sampleLine({ unitPrice: cny(2_900) })],
      total: cny(3_700),
      payments: [samplePayment({ paymentMethodId: 'alipay-1', amount: cny(3_700) })],
    },
  ),
  invoice: await made(
    requestInvoice,
    { kind: 'company', title: '杭州小二科技有限公司', taxNumber: '91330100MA27XXXX0X', email: 'fp@example.com' },
    HERE,
  ),
} satisfies Record<string, Quote>;
