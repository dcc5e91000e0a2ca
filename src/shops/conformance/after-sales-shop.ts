import type { Customer } from '../../core/customer.ts';
import { type Money, money, subtract, sum, times } from '../../core/money.ts';
import type { Order, OrderLine, Payment } from '../../core/order.ts';
import type { ShopData } from '../sql/ports.ts';
import { ADDRESS, CONFORMANCE_SHOP, OTHER_ADDRESS, product } from './fixture.ts';

/** A second shop: customers with several means of payment, and orders of several lines that every after-sales write is tried on. */

const CURRENCY = 'CNY';
export const cny = (amount: number): Money => money(amount, CURRENCY);

/** Prices in 分; the 42 is what everybody bought. */
const BOOT = product('boot', [
  { id: 'boot-41', amount: 15_000, stock: 3 },
  { id: 'boot-42', amount: 20_000, stock: 0 },
  { id: 'boot-43', amount: 20_000, stock: 4 },
  { id: 'boot-44', amount: 24_000, stock: 2 },
  { id: 'boot-45', amount: 24_000, stock: 0 },
]);
const CUP = product('cup', [
  { id: 'cup-red', amount: 3_333, stock: null },
  { id: 'cup-blue', amount: 3_333, stock: null },
]);

export const WALLET: Customer = {
  id: 'wallet',
  name: 'Mei Han',
  phone: '13900139001',
  email: 'Mei.Han@example.com',
  locale: 'zh',
  addresses: [ADDRESS, OTHER_ADDRESS],
  paymentMethods: [
    { id: 'alipay-1', method: 'alipay', detail: '' },
    { id: 'visa-1', method: 'card', detail: 'visa 9212' },
    { id: 'gift-1', method: 'gift-card', detail: '', balance: cny(10_000) },
    { id: 'gift-2', method: 'gift-card', detail: '', balance: cny(100_000) },
  ],
};

const OTHER: Customer = {
  ...WALLET,
  id: 'other',
  name: 'Mei Han',
  email: 'other@example.com',
  addresses: [{ ...ADDRESS, postcode: '100000' }],
  paymentMethods: [{ id: 'foreign-gift', method: 'gift-card', detail: '', balance: cny(500_000) }],
};

export function line(id: string, more: Partial<OrderLine> = {}): OrderLine {
  return {
    id,
    productId: 'boot',
    variantId: 'boot-42',
    title: { zh: '靴子', en: 'Boots' },
    options: [],
    quantity: 1,
    unitPrice: cny(20_000),
    discount: cny(0),
    returnedQuantity: 0,
    finalSale: false,
    ...more,
  };
}

export function paid(id: string, paymentMethodId: string, amount: number, method = 'alipay'): Payment {
  return { id, method, paymentMethodId, kind: 'payment', amount: cny(amount), at: '2026-05-20T10:00:00.000Z' };
}

/** Two pairs of boots in one line and one in another: ¥600, paid by Alipay. */
export function bootOrder(id: string, more: Partial<Order> = {}): Order {
  const lines = more.lines ?? [line(`${id}-1`, { quantity: 2 }), line(`${id}-2`)];
  const goods = lines.map((each) => subtract(times(each.unitPrice, each.quantity), each.discount));
  const total = sum(goods, CURRENCY);
  return {
    id,
    number: `B-${id}`,
    customerId: 'wallet',
    contact: { name: 'Mei Han', phone: '13900139001', email: 'mei.han@example.com' },
    status: 'paid',
    placedAt: '2026-05-20T10:00:00.000Z',
    lines,
    address: ADDRESS,
    shippingFee: cny(0),
    total,
    payments: [paid(`${id}-p`, 'alipay-1', total.amount)],
    parcels: [],
    note: '',
    version: 1,
    ...more,
  };
}

const SPLIT = [paid('split-a', 'alipay-1', 45_000), paid('split-g', 'gift-1', 15_000, 'gift-card')];

export const AFTER_SALES_SHOP: ShopData = {
  ...CONFORMANCE_SHOP,
  products: [BOOT, CUP, { ...product('gone', [{ id: 'gone-1', amount: 100, stock: 9 }]), active: false }],
  customers: [WALLET, OTHER],
  orders: [
    bootOrder('unsent'),
    bootOrder('sent', { status: 'shipped' }),
    bootOrder('arrived', { status: 'delivered' }),
    bootOrder('split', { payments: SPLIT }),
    bootOrder('split-arrived', {
      status: 'delivered',
      payments: SPLIT.map((each) => ({ ...each, id: `${each.id}-2` })),
    }),
    bootOrder('unpaid', { status: 'awaiting-payment', payments: [] }),
    bootOrder('guest', { customerId: null }),
    bootOrder('foreign', { customerId: 'other', status: 'delivered' }),
  ],
  returns: [],
  coupons: [],
};
