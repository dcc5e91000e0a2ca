import { afterEach, describe, expect, it } from 'vitest';
import { importShop } from '../import-shop.ts';
import { folder, imported, removeFolders } from '../testing/folder.ts';

afterEach(removeFolders);

type Row = Record<string, unknown>;

const PRODUCT: Row = {
  id: 1,
  name: '手机',
  brand_id: 3,
  brand_name: '旧名',
  product_category_id: 19,
  delete_status: 0,
  publish_status: 1,
  price: 3788.0,
  original_price: 4288.0,
  stock: 9,
  sub_title: '全面屏',
  description: '111',
  keywords: '',
  product_sn: 'SN1',
};
const ORDER: Row = {
  id: 12,
  member_id: 1,
  order_sn: '201809150101000001',
  create_time: '2018-09-15 12:24:27',
  total_amount: 8097.0,
  pay_amount: 7000.5,
  freight_amount: 20.0,
  pay_type: 1,
  status: 3,
  delivery_company: '顺丰快递',
  delivery_sn: '2017',
  receiver_name: '大梨',
  receiver_phone: '18000000001',
  receiver_post_code: '518000',
  receiver_province: '江苏省',
  receiver_city: '常州市',
  receiver_region: '天宁区',
  receiver_detail_address: '东晓街道',
  note: null,
  delete_status: 0,
  payment_time: '2018-09-15 12:30:00',
  delivery_time: '2018-09-16 09:00:00',
  receive_time: '2018-09-18 18:00:00',
  modify_time: null,
};
const ITEM: Row = {
  id: 21,
  order_id: 12,
  product_id: 1,
  product_name: '手机',
  product_price: 2699.0,
  product_quantity: 3,
  product_sku_id: 98,
  promotion_amount: 370.0,
  coupon_amount: 2.17,
  integration_amount: 0.0,
  product_attr: '[{"key":"颜色","value":"黑色"},{"key":"容量","value":"32G"}]',
};
const RETURN: Row = {
  id: 3,
  order_id: 12,
  product_id: 1,
  create_time: '2018-10-17 14:34:57',
  return_amount: 2326.83,
  status: 2,
  product_attr: '颜色：黑色;内存：32G',
  product_count: 1,
  reason: '质量问题',
  description: '老是卡',
};

function mall(changes: Record<string, Row[]> = {}) {
  return {
    'pms_product.json': [PRODUCT],
    'pms_sku_stock.json': [
      {
        id: 98,
        product_id: 1,
        sku_code: 'S98',
        price: 3788.0,
        stock: 10,
        lock_stock: 4,
        sp_data: '[{"key":"颜色","value":"黑色"},{"key":"容量","value":"32G"}]',
      },
      { id: 99, product_id: 1, sku_code: 'S99', price: 3999.0, stock: 3, lock_stock: -24, sp_data: '坏的' },
    ],
    'pms_brand.json': [{ id: 3, name: '华为' }],
    'pms_product_category.json': [{ id: 19, parent_id: 2, name: '手机通讯' }],
    'oms_order.json': [ORDER],
    'oms_order_item.json': [ITEM],
    'oms_order_return_apply.json': [RETURN],
    'sms_coupon.json': [
      {
        id: 27,
        name: '通用券',
        amount: 10.0,
        min_point: 100.0,
        start_time: '2022-11-08 00:00:00',
        end_time: '2023-11-30 00:00:00',
        use_type: 0,
        code: null,
      },
    ],
    ...changes,
  };
}

describe('mall', () => {
  it('[IMPORT-20] becomes products with variants: options, brand, former price, stock less what is reserved', async () => {
    const { data, table } = await imported('mall', mall());
    expect(data.info).toMatchObject({ currency: 'CNY', timeZone: 'Asia/Shanghai', languages: ['zh'] });
    expect(data.products).toMatchObject([
      {
        id: '1',
        title: { zh: '手机' },
        description: { zh: '全面屏' },
        category: { id: '19', name: { zh: '手机通讯' } },
        brand: { zh: '华为' },
        active: true,
        variants: [
          {
            id: '98',
            price: { amount: 378_800, currency: 'CNY' },
            compareAt: { amount: 428_800 },
            stock: 6,
            options: [{ key: 'colour', value: { zh: '黑色' } }, { key: 'capacity' }],
          },
          { id: '99', price: { amount: 399_900 }, stock: 3, options: [] },
        ],
      },
    ]);
    expect(data.products[0]?.variants[1]).not.toHaveProperty('compareAt');
    expect(table('pms_sku_stock.json').warnings.map(({ row, column }) => [row, column])).toEqual([
      ['99', 'sp_data'],
      ['99', 'lock_stock'],
    ]);
  });

  it('[IMPORT-21] becomes orders: the paid amount as it is, deductions per piece, times in the zone, its 18-digit number', async () => {
    const { data, table } = await imported('mall', mall());
    expect(data.orders).toMatchObject([
      {
        id: '12',
        number: '201809150101000001',
        customerId: '1',
        status: 'completed',
        placedAt: '2018-09-15T04:24:27.000Z',
        deliveredAt: '2018-09-18T10:00:00.000Z',
        lines: [
          {
            id: '21',
            quantity: 3,
            unitPrice: { amount: 269_900 },
            discount: { amount: 3 * 37_217 },
            returnedQuantity: 1,
          },
        ],
        shippingFee: { amount: 2_000 },
        total: { amount: 700_050 },
        payments: [
          { method: 'alipay', kind: 'payment', amount: { amount: 700_050 } },
          { kind: 'refund', amount: { amount: 232_683 } },
        ],
        parcels: [
          {
            trackingNumber: '2017',
            status: 'delivered',
            lineIds: ['21'],
            events: [{ at: '2018-09-16T01:00:00.000Z' }, { at: '2018-09-18T10:00:00.000Z' }],
          },
        ],
      },
    ]);
    expect(data.customers).toMatchObject([
      { id: '1', name: '大梨', phone: '18000000001', addresses: [{ city: '常州市', street: '东晓街道' }] },
    ]);
    expect(table('oms_order.json').warnings).toMatchObject([
      { row: '12', column: 'pay_amount', reason: { zh: '明细合计 ¥7,000.49，实付 ¥7,000.50，按实付保留' } },
    ]);
  });

  it('[IMPORT-21] keeps an 18-digit number that the file holds as a number', async () => {
    const text = JSON.stringify([ORDER]).replace('"201809150101000001"', '201809150101000001');
    const { data } = await imported('mall', { ...mall(), 'oms_order.json': text });
    expect(data.orders[0]?.number).toBe('201809150101000001');
  });

  it('[IMPORT-21] reads all states of an order', async () => {
    const rows = [0, 1, 2, 3, 4, 5, 9].map((status) => ({
      ...ORDER,
      id: 100 + status,
      order_sn: `20180915010100010${status}`,
      status,
      payment_time: null,
    }));
    const { data, table } = await imported(
      'mall',
      mall({ 'oms_order.json': rows, 'oms_order_item.json': [], 'oms_order_return_apply.json': [] }),
    );
    expect(data.orders.map((order) => order.status)).toEqual([
      'awaiting-payment',
      'paid',
      'shipped',
      'completed',
      'cancelled',
      'cancelled',
    ]);
    expect(data.orders.map((order) => order.payments.length)).toEqual([0, 1, 1, 1, 0, 0]);
    // Times of sending and receipt count only where the state says that it happened.
    expect(data.orders.map((order) => order.shippedAt !== undefined)).toEqual([false, false, true, true, false, false]);
    expect(data.orders.map((order) => order.deliveredAt !== undefined)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(table('oms_order.json').refused).toMatchObject([{ row: '109', column: 'status' }]);
  });

  it('[IMPORT-22] keeps what is odd and says so: zero prices, deleted and unpublished products, orders without items', async () => {
    const products = [
      { ...PRODUCT, id: 22, price: 0.0, original_price: null, delete_status: 1 },
      { ...PRODUCT, id: 23, publish_status: 0, product_category_id: 77 },
    ];
    const { data, table } = await imported(
      'mall',
      mall({
        'pms_product.json': products,
        'pms_sku_stock.json': [],
        'oms_order_item.json': [],
        'oms_order_return_apply.json': [],
      }),
    );
    expect(data.products).toMatchObject([
      { active: false, variants: [{ id: 'product-22', price: { amount: 0 }, stock: 9 }] },
      { active: false },
    ]);
    expect(data.categories.map((category) => category.id)).toEqual(['19', '77']);
    expect(table('pms_product.json').warnings.map(({ row, column }) => `${row} ${column ?? ''}`.trim())).toEqual([
      '22 price',
      '22 delete_status',
      '22',
      '23 publish_status',
      '23 product_category_id',
      '23',
    ]);
    expect(data.orders).toMatchObject([{ lines: [], total: { amount: 700_050 } }]);
    expect(table('oms_order.json').warnings).toMatchObject([{ reason: { zh: '没有商品明细' } }]);
  });

  it('[IMPORT-22] refuses rows that hang in the air, each with its reason, and what belongs to a refused row', async () => {
    const { data, table } = await imported(
      'mall',
      mall({
        'pms_sku_stock.json': [
          { id: 1, product_id: 404, sku_code: '', price: 1, stock: 1, lock_stock: 0, sp_data: '' },
        ],
        'oms_order.json': [
          { ...ORDER, create_time: null },
          { ...ORDER, id: 13 },
          { ...ORDER, id: 14 },
        ],
        'oms_order_item.json': [
          ITEM,
          { ...ITEM, id: 22, order_id: 404 },
          { ...ITEM, id: 23, order_id: 13, product_quantity: 0 },
        ],
        'oms_order_return_apply.json': [RETURN, { ...RETURN, id: 4, order_id: 13 }],
        'sms_coupon.json': [
          {
            id: 1,
            name: '苹果专用',
            amount: 1,
            min_point: 0,
            start_time: '2022-11-08',
            end_time: '2022-11-09',
            use_type: 2,
          },
        ],
      }),
    );
    const refused = (file: string) => table(file).refused.map(({ row, column }) => `${row} ${column}`);
    expect(refused('pms_sku_stock.json')).toEqual(['1 product_id']);
    expect(refused('oms_order.json')).toEqual(['12 create_time', '14 order_sn']);
    expect(refused('oms_order_item.json')).toEqual(['22 order_id', '23 product_quantity', '21 order_id']);
    expect(refused('oms_order_return_apply.json')).toEqual(['3 order_id', '4 product_id']);
    expect(refused('sms_coupon.json')).toEqual(['1 use_type']);
    expect(data).toMatchObject({ orders: [{ id: '13' }], returns: [], coupons: [] });
    for (const file of ['oms_order.json', 'oms_order_item.json'])
      expect(table(file).read).toBe(table(file).kept + table(file).refused.length);
  });

  it('[IMPORT-22] finds the returned line by its options, and books no more than was bought or paid', async () => {
    const items = [
      ITEM,
      {
        ...ITEM,
        id: 22,
        product_quantity: 1,
        product_attr: '[{"key":"颜色","value":"金色"},{"key":"容量","value":"16G"}]',
      },
    ];
    const gold = { ...RETURN, id: 4, product_attr: '颜色：金色;内存：16G', return_amount: 9_999 };
    const { data, table } = await imported(
      'mall',
      mall({
        'oms_order_item.json': items,
        'oms_order_return_apply.json': [
          gold,
          { ...gold, id: 5, return_amount: 1 },
          { ...RETURN, id: 6, status: 0, return_amount: 5 },
        ],
      }),
    );
    expect(data.returns).toMatchObject([
      { id: '4', status: 'completed', lines: [{ orderLineId: '22' }] },
      { id: '6', status: 'requested', refund: null, lines: [{ orderLineId: '21' }] },
    ]);
    expect(data.orders[0]?.payments).toHaveLength(1);
    expect(table('oms_order_return_apply.json')).toMatchObject({
      refused: [{ row: '5', column: 'product_count' }],
      warnings: [{ row: '4', column: 'return_amount' }],
    });
  });

  it('[IMPORT-7] fails as a whole when a table is missing or is no list', async () => {
    const { 'sms_coupon.json': _, ...without } = mall();
    await expect(imported('mall', without)).rejects.toMatchObject({
      code: 'import.failed',
      publicMessage: { zh: expect.stringContaining('sms_coupon.json') },
    });
    await expect(imported('mall', { ...mall(), 'oms_order.json': '{"a":' })).rejects.toMatchObject({
      code: 'import.failed',
    });
    await expect(imported('mall', { ...mall(), 'oms_order.json': { a: 1 } })).rejects.toMatchObject({
      code: 'import.failed',
    });
  });

  it('[IMPORT-15] tells how far it is, to the last row', async () => {
    const seen: [number, number][] = [];
    await importShop({
      from: 'mall',
      directory: await folder(mall()),
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(seen.map(([done]) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(seen.map(([, total]) => total))).toEqual(new Set([9]));
  });
});
