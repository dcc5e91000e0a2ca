import type { Instant } from '../../core/instant.ts';
import type { Money } from '../../core/money.ts';
import { money } from '../../core/money.ts';
import type { Order, OrderLine, Payment, ReturnRequest } from '../../core/order.ts';
import type { PolicyContext } from '../policy.ts';

export const cny = (amount: number): Money => money(amount, 'CNY');

export function sampleLine(changes: Partial<OrderLine> = {}): OrderLine {
  return {
    id: 'line-1',
    productId: 'shoe',
    variantId: 'shoe-42',
    title: { zh: '轻便跑鞋', en: 'Light running shoes' },
    options: [{ key: 'size', label: { zh: '尺码', en: 'Size' }, value: { zh: '42', en: '42' } }],
    quantity: 1,
    unitPrice: cny(19_900),
    discount: cny(0),
    returnedQuantity: 0,
    finalSale: false,
    ...changes,
  };
}

export function samplePayment(changes: Partial<Payment> = {}): Payment {
  return { id: 'payment-1', method: 'alipay', kind: 'payment', amount: cny(20_700), ...changes };
}

/** Delivered on the evening of 10 November 2026 in Shanghai: shoes ¥199 and ¥8 shipping, paid by Alipay. */
export function sampleOrder(changes: Partial<Order> = {}): Order {
  return {
    id: 'order-1',
    number: 'XE20261105-0001',
    customerId: 'customer-1',
    contact: { name: '林晓', phone: '13900000001', email: 'lin@example.com' },
    status: 'delivered',
    placedAt: '2026-11-05T02:00:00.000Z',
    deliveredAt: '2026-11-10T12:00:00.000Z',
    lines: [sampleLine()],
    address: {
      name: '林晓',
      phone: '13900000001',
      country: 'CN',
      province: '江苏省',
      city: '苏州市',
      district: '姑苏区',
      street: '平江路 1 号',
      postcode: '215000',
    },
    shippingFee: cny(800),
    total: cny(20_700),
    payments: [samplePayment()],
    parcels: [],
    note: '',
    version: 3,
    ...changes,
  };
}

export function sampleRequest(changes: Partial<ReturnRequest> = {}): ReturnRequest {
  return {
    id: 'return-1',
    orderId: 'order-1',
    kind: 'return',
    status: 'requested',
    lines: [{ orderLineId: 'line-1', quantity: 1 }],
    reason: '尺码不合适',
    refund: cny(19_900),
    createdAt: '2026-11-11T02:00:00.000Z',
    ...changes,
  };
}

export function at(now: Instant, changes: Partial<PolicyContext> = {}): PolicyContext {
  return { timeZone: 'Asia/Shanghai', now, returns: [], ...changes };
}
