import type { Order, OrderLine, OrderStatus, Parcel } from '../../../../core/order.ts';
import { cny, sampleLine, sampleOrder, samplePayment } from '../../../../policy/testing/sample-order.ts';
import { GOODS } from './goods.ts';

/** The tests' present: Thursday, 12 November 2026, ten in the morning in Shanghai. */
export const NOW = '2026-11-12T02:00:00.000Z';

function line(id: string, productId: string, quantity = 1, variant = 0, changes: Partial<OrderLine> = {}): OrderLine {
  const product = GOODS.find((each) => each.id === productId);
  const bought = product?.variants[variant];
  if (!product || !bought) throw new Error(`no ${productId}`);
  return sampleLine({
    id,
    productId,
    variantId: bought.id,
    title: product.title,
    options: bought.options,
    quantity,
    unitPrice: bought.price,
    ...changes,
  });
}

function parcel(lineIds: string[], changes: Partial<Parcel> = {}): Parcel {
  return {
    id: `parcel-${lineIds.join('-')}`,
    carrier: { zh: '顺丰速运', en: 'SF Express' },
    trackingNumber: 'SF1402938475610',
    status: 'in-transit',
    lineIds,
    events: [
      { at: '2026-11-10T10:00:00.000Z', place: { zh: '嘉兴', en: 'Jiaxing' }, text: { zh: '已揽收', en: 'Picked up' } },
      {
        at: '2026-11-11T22:30:00.000Z',
        place: { zh: '杭州', en: 'Hangzhou' },
        text: { zh: '已到达杭州转运中心', en: 'Arrived at the Hangzhou hub' },
      },
    ],
    expectedAt: '2026-11-13T10:00:00.000Z',
    ...changes,
  };
}

function order(
  number: string,
  customerId: string | null,
  status: OrderStatus,
  lines: OrderLine[],
  changes: Partial<Order> = {},
): Order {
  const total = cny(lines.reduce((whole, each) => whole + each.unitPrice.amount * each.quantity, 0));
  const { deliveredAt, ...rest } = sampleOrder();
  return {
    ...rest,
    ...(deliveredAt && ['delivered', 'completed'].includes(status) && { deliveredAt }),
    id: `id-${number}`,
    number,
    customerId,
    status,
    lines,
    shippingFee: cny(0),
    total,
    placedAt: placedOn(number),
    ...(status !== 'awaiting-payment' && { paidAt: placedOn(number) }),
    payments: status === 'awaiting-payment' ? [] : [samplePayment({ amount: total, ...paidBy(customerId, status) })],
    ...changes,
  };
}

/** With the means of payment on the account, of those who have a full one; how ning paid for what was not sent nobody knows. */
function paidBy(customerId: string | null, status: OrderStatus): { paymentMethodId?: string } {
  const isKnown = ['zhou', 'olivia'].includes(customerId ?? '') || (customerId === 'ning' && status === 'delivered');
  return isKnown ? { paymentMethodId: `${customerId}-alipay` } : {};
}

const second = parcel(['w2'], {
  trackingNumber: 'ZT7788',
  carrier: { zh: '中通快递', en: 'ZTO Express' },
  status: 'out-for-delivery',
});

/** Numbers begin with the day. */
function placedOn(number: string): string {
  return `${number.slice(2, 6)}-${number.slice(6, 8)}-${number.slice(8, 10)}T02:00:00.000Z`;
}

/** Two customers with the same orders: zhou writes Chinese, olivia English. */
function afterSales(customerId: string, tens: number): Order[] {
  const number = (day: string, last: number) => `XE202611${day}-00${tens}${last}`;
  const dearer = { unitPrice: cny(14_900) };
  return [
    order(number('11', 1), customerId, 'paid', [line(`${customerId}1`, 'runner', 1, 0)], {
      payments: [samplePayment({ paymentMethodId: `${customerId}-alipay`, amount: cny(19_900) })],
    }),
    order(number('10', 2), customerId, 'paid', [line(`${customerId}2`, 'dress')]),
    order(number('06', 3), customerId, 'delivered', [
      line(`${customerId}3`, 'kettle', 1, 0, dearer),
      line(`${customerId}4`, 'mug', 3),
      line(`${customerId}5`, 'sweater'),
    ]),
    order(number('05', 4), customerId, 'delivered', [line(`${customerId}6`, 'headphones', 1, 0, { kind: 'hygiene' })]),
    order(number('01', 5), customerId, 'delivered', [line(`${customerId}7`, 'walker')], {
      deliveredAt: '2026-11-02T02:00:00.000Z',
    }),
    order(number('08', 6), customerId, 'shipped', [line(`${customerId}8`, 'backpack'), line(`${customerId}9`, 'mug')], {
      parcels: [
        parcel([`${customerId}8`], { status: 'delivered' }),
        parcel([`${customerId}9`], { trackingNumber: 'ZT8899' }),
      ],
    }),
  ];
}

export const ORDERS: Order[] = [
  order('XE20261106-0071', 'ning', 'delivered', [line('n1', 'runner', 1, 1), line('n2', 'tee', 2)]),
  order('XE20261111-0072', 'ning', 'paid', [line('n3', 'runner', 1, 1), line('n4', 'tee')]),
  ...afterSales('zhou', 5),
  ...afterSales('olivia', 6),
  order('XE20261110-0001', 'lin', 'shipped', [line('l1', 'bedding')], { parcels: [parcel(['l1'])] }),
  order('XE20261111-0002', 'lin', 'paid', [line('l2', 'fryer')]),
  order('XE20261105-0003', 'lin', 'delivered', [line('l3', 'runner', 1, 1)]),
  order('XE20261001-0004', 'lin', 'completed', [line('l4', 'mug', 2)], { deliveredAt: '2026-10-04T02:00:00.000Z' }),
  order('XE20261104-0011', 'emily', 'delivered', [line('e1', 'kettle'), line('e2', 'mug', 3)]),
  order('XE20261109-0012', 'emily', 'paid', [line('e3', 'backpack')]),
  order('XE20261108-0013', 'emily', 'shipped', [line('e4', 'headphones')], { parcels: [parcel(['e4'])] }),
  order('XE20261107-0031', 'wang', 'shipped', [line('w1', 'kettle'), line('w2', 'mug')], {
    parcels: [parcel(['w1']), second],
  }),
  order('XE20261106-0032', 'wang', 'shipped', [line('w3', 'backpack')], { parcels: [parcel(['w3'])] }),
  order('XE20261111-0033', 'wang', 'paid', [line('w4', 'fryer')]),
  order('XE20261110-0034', 'wang', 'awaiting-payment', [line('w5', 'bedding')]),
  order('XE20261109-0035', 'wang', 'processing', [line('w6', 'headphones')]),
  order('XE20261020-0036', 'wang', 'cancelled', [line('w7', 'racer')], {
    payments: [
      samplePayment({ amount: cny(46_900) }),
      samplePayment({ id: 'back', kind: 'refund', amount: cny(46_900), at: '2026-10-21T02:00:00.000Z' }),
    ],
  }),
  order('XE20261106-0041', 'mei', 'shipped', [line('m1', 'kettle')], { parcels: [parcel(['m1'])] }),
  order('XE20261105-0042', 'mei', 'shipped', [line('m2', 'mug')], {
    parcels: [parcel(['m2'], { status: 'exception', trackingNumber: 'SF1402938475655' })],
  }),
  order('XE20261104-0043', 'mei', 'awaiting-payment', [line('m3', 'fryer')]),
  order('XE20261101-0044', 'mei', 'delivered', [line('m4', 'runner', 1, 1)]),
  order('XE20261108-0021', null, 'shipped', [line('g1', 'kettle')], {
    contact: { name: '陈', phone: '13800009001', email: 'chen@example.com' },
    parcels: [parcel(['g1'])],
  }),
  order('XE20261104-0022', null, 'delivered', [line('g2', 'runner', 1, 1)], {
    contact: { name: '钱', phone: '13800009002', email: 'qian@example.com' },
  }),
  order('XE20261111-0023', null, 'paid', [line('g3', 'runner', 1, 1)], {
    contact: { name: '孙', phone: '13800009003', email: 'sun@example.com' },
  }),
];
