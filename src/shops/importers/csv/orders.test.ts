import { afterEach, describe, expect, it } from 'vitest';
import { imported, removeFolders } from '../testing/folder.ts';

afterEach(removeFolders);

const PRODUCTS = 'product_id,title,category,sku,price,size\nP1,跑鞋,鞋,P1-42,199,42\nP2,水壶,厨房,P2,129.90,\n';
const HEADER =
  '订单号,状态,下单时间,付款时间,签收时间,顾客编号,收货人,手机号,详细地址,规格编号,数量,单价,优惠,整单优惠,运费,实付金额,支付方式,快递公司,运单号';

function orders(rows: string[], more: Record<string, string> = {}) {
  return imported(
    'csv',
    { 'products.csv': PRODUCTS, 'orders.csv': [HEADER, ...rows].join('\n'), ...more },
    { currency: 'CNY' },
  );
}

describe('orders.csv', () => {
  it('[IMPORT-9] becomes orders with lines, payment and parcel; a long number survives to its last digit', async () => {
    const { data, table } = await orders([
      '="202601310000000123",已签收,2026-01-31 10:20,2026-01-31 10:21,2026-02-02 11:05,C1,林晓,13900000001,平江路 1 号,P1-42,1,199,10,,8,,支付宝,顺丰,SF1',
      "'202601310000000123,,,,,,,,,P2,2,129.90,,,,,,,",
    ]);
    expect(table('orders.csv')).toMatchObject({ read: 2, kept: 2, refused: [], warnings: [] });
    expect(data.orders).toHaveLength(1);
    expect(data.orders[0]).toMatchObject({
      id: '202601310000000123',
      number: '202601310000000123',
      customerId: 'C1',
      status: 'delivered',
      placedAt: '2026-01-31T02:20:00.000Z',
      deliveredAt: '2026-02-02T03:05:00.000Z',
      lines: [
        {
          productId: 'P1',
          variantId: 'P1-42',
          title: { zh: '跑鞋' },
          options: [{ key: 'size' }],
          quantity: 1,
          discount: { amount: 1_000 },
        },
        { productId: 'P2', quantity: 2 },
      ],
      shippingFee: { amount: 800 },
      total: { amount: 19_900 - 1_000 + 2 * 12_990 + 800 },
      payments: [{ method: 'alipay', kind: 'payment', amount: { amount: 45_680 }, at: '2026-01-31T02:21:00.000Z' }],
      parcels: [{ carrier: { zh: '顺丰' }, trackingNumber: 'SF1', status: 'delivered', lineIds: ['1', '2'] }],
    });
    expect(data.customers).toMatchObject([
      { id: 'C1', name: '林晓', phone: '13900000001', addresses: [{ street: '平江路 1 号' }] },
    ]);
  });

  it('[SHOP-58] says what an item is by nature, what was reduced or came free, and what crosses a border', async () => {
    const header = `${HEADER},商品性质,特价,赠品,跨境`;
    const { data, table } = await imported(
      'csv',
      {
        'products.csv': PRODUCTS,
        'orders.csv': [
          header,
          'A1,已付款,2026-01-31,,,C1,林晓,1390,路,P1-42,1,199,,,,,,,,定制,是,,是',
          'A1,,,,,,,,,P2,1,0,,,,,,,,,,是,',
          'B1,已付款,2026-01-31,,,C1,林晓,1390,路,P1-42,1,199,,,,,,,,,,,',
          'C1,已付款,2026-01-31,,,C1,林晓,1390,路,P1-42,1,199,,,,,,,,会飞,,,',
        ].join('\n'),
      },
      { currency: 'CNY' },
    );
    expect(data.orders).toMatchObject([
      { id: 'A1', crossBorder: true, lines: [{ kind: 'custom-made', onSale: true }, { gift: true }] },
      { id: 'B1', lines: [{ variantId: 'P1-42' }] },
    ]);
    expect(data.orders[1]?.crossBorder).toBeUndefined();
    const { kind, onSale, gift } = data.orders[1]?.lines[0] ?? {};
    expect([kind, onSale, gift]).toEqual([undefined, undefined, undefined]);
    expect(table('orders.csv').warnings).toEqual([]);
    expect(table('orders.csv').refused.map(({ row, column }) => `${row} ${column}`)).toEqual(['5 goods_kind']);
  });

  it('[IMPORT-9] shares what was taken off the order over its lines to the cent', async () => {
    const { data } = await orders([
      'A1,已付款,2026-01-31,,,,林晓,1390,路,P1-42,1,200,,100,0,,,,',
      'A1,,,,,,,,,P2,1,100,,,,,,,',
    ]);
    expect(data.orders[0]?.lines.map((line) => line.discount.amount)).toEqual([6_667, 3_333]);
    expect(data.orders[0]?.total.amount).toBe(20_000);
  });

  it('[IMPORT-10] is taken whole or not at all: a faulty row keeps the rows of its order out, and no others', async () => {
    const { data, table } = await orders([
      'A1,已付款,2026-01-31,,,C1,林晓,1390,路,P1-42,1,199,,,,,,,', // 2
      'A1,,,,,,,,,P2,0,129.90,,,,,,,', // 3: no pieces
      'a1,,,,,,,,,P2,1,129.90,,,,,,,', // 4: the same number, as a customer would write it
      'B1,已付款,2026-01-31,,,C1,林晓,1390,路,P1-42,1,199,,,,,,,', // 5
      'C1,飞走了,2026-01-31,,,C1,林晓,1390,路,P1-42,1,199,,,,,,,', // 6
      'D1,已付款,2026-02-30,,,C1,林晓,1390,路,P1-42,1,199,,,,,,,', // 7
      '2.0180915E+17,已付款,2026-01-31,,,C1,林晓,1390,路,P1-42,1,199,,,,,,,', // 8
      ',已付款,2026-01-31,,,C1,林晓,1390,路,P1-42,1,199,,,,,,,', // 9
      'E1,已付款,2026-01-31,,,C1,林晓,1390,路,X9,1,199,,,,,,,', // 10: unknown and unnamed
      'F1,已付款,2026-01-31,,,C1,林晓,1390,路,P2,1,10,11,,,,,,', // 11: more off than it costs
    ]);
    expect(data.orders.map((order) => order.number)).toEqual(['B1']);
    const report = table('orders.csv');
    expect(report).toMatchObject({ read: 10, kept: 1 });
    expect(report.refused.map(({ row, column }) => [row, column])).toEqual([
      ['2', undefined],
      ['3', 'quantity'],
      ['4', undefined],
      ['6', 'status'],
      ['7', 'placed_at'],
      ['8', 'order_number'],
      ['9', 'order_number'],
      ['10', 'sku'],
      ['11', 'discount'],
    ]);
    expect(report.refused[0]?.reason.zh).toBe('同一订单的第 3 行有问题，整单不导入');
    expect(report.refused[5]?.reason.zh).toContain('科学计数法');
  });

  it('[IMPORT-11] keeps what is odd and says so', async () => {
    const { data, table } = await orders([
      'A1,已签收,2026-01-31,,,,林晓,,路,P1-42,1,199,,,,150,,,', // 2
      'B1,已付款,2026-01-31,,,C1,林晓,1390,路,P2,1,0,,,,,,,', // 3
      'B1,已发货,,,,,,,,P2,1,0,,,,,,,', // 4
      '201809150101000000,已付款,2026-01-31,,,C1,林晓,1390,路,P2,1,1,,,,,,,', // 5
    ]);
    expect(data.orders).toMatchObject([
      { total: { amount: 15_000 } },
      { status: 'paid' },
      { number: '201809150101000000' },
    ]);
    expect(table('orders.csv').warnings.map(({ row, column }) => [row, column])).toEqual([
      ['5', 'order_number'],
      ['2', 'total'],
      ['2', 'delivered_at'],
      ['2', 'phone'],
      ['3', 'unit_price'],
      ['4', 'unit_price'],
      ['4', 'status'],
    ]);
  });

  it('[IMPORT-11] understands the words for states and means of payment in use', async () => {
    const words = {
      待付款: 'awaiting-payment',
      待发货: 'paid',
      processing: 'processing',
      部分发货: 'partially-shipped',
      Shipped: 'shipped',
      交易成功: 'completed',
      交易关闭: 'cancelled',
      canceled: 'cancelled',
    };
    const { data } = await orders(
      Object.keys(words).map((word, index) => `N${index},${word},2026-01-31,,,C1,林晓,1390,路,P2,1,5,,,,,微信,,`),
    );
    expect(data.orders.map((order) => order.status)).toEqual(Object.values(words));
    expect(data.orders.map((order) => order.payments[0]?.method)).toEqual([
      undefined,
      'wechat-pay',
      'wechat-pay',
      'wechat-pay',
      'wechat-pay',
      'wechat-pay',
      undefined,
      undefined,
    ]);
  });

  it('[IMPORT-12] puts tracking events into their parcels in order, and customers beside the orders', async () => {
    const { data, table } = await orders(['A1,已发货,2026-01-31,,,C1,林晓,1390,路,P2,1,5,,,,,,中通,ZT1'], {
      'tracking.csv':
        '订单号,快递公司,运单号,物流状态,时间,地点,说明\n#a1,,ZT1,派送中,2026-02-02 08:00,苏州,派送\nA1,,ZT1,运输中,2026-02-01 08:00,南京,发出\nA1,圆通,YT9,已揽收,2026-02-01 09:00,南京,揽收\nB1,,ZT1,运输中,2026-02-01 08:00,南京,发出\nA1,,ZT1,飞了,2026-02-01 08:00,南京,发出\n',
      'customers.csv':
        '顾客编号,姓名,手机号,邮箱,语言\nC1,小林,1391,lin@example.com,en\nC2,没买过,,,\nC1,重复,,,\nC3,怪,,,fr\n',
    });
    expect(data.orders[0]?.parcels).toMatchObject([
      {
        trackingNumber: 'ZT1',
        status: 'out-for-delivery',
        events: [{ text: { zh: '发出' } }, { text: { zh: '派送' } }],
      },
      { trackingNumber: 'YT9', carrier: { zh: '圆通' }, status: 'in-transit', events: [{}] },
    ]);
    expect(table('tracking.csv').refused.map(({ row, column }) => [row, column])).toEqual([
      ['5', 'order_number'],
      ['6', 'status'],
    ]);
    expect(data.customers).toMatchObject([
      { id: 'C1', name: '小林', locale: 'en', addresses: [{ street: '路' }] },
      { id: 'C2', addresses: [] },
    ]);
    expect(table('customers.csv').refused.map(({ row, column }) => [row, column])).toEqual([
      ['4', 'customer_id'],
      ['5', 'language'],
    ]);
  });
});
