import { afterEach, describe, expect, it } from 'vitest';
import { calendarDays } from '../../../core/instant.ts';
import { imported, removeFolders } from '../testing/folder.ts';

afterEach(removeFolders);

const ADDRESS = {
  address1: '215 River Road',
  address2: 'Suite 991',
  city: 'New York',
  country: 'USA',
  state: 'NY',
  zip: '10083',
};
const USERS = {
  james_li_5688: {
    name: { first_name: 'James', last_name: 'Li' },
    address: ADDRESS,
    email: 'james@example.com',
    payment_methods: {
      gift_card_1: { source: 'gift_card', id: 'gift_card_1', balance: 60 },
      credit_card_2: { source: 'credit_card', brand: 'visa', last_four: '9212', id: 'credit_card_2' },
    },
    orders: [],
  },
};
const PRODUCTS = {
  '8310926033': {
    name: 'Water Bottle',
    product_id: '8310926033',
    variants: {
      '6469567736': {
        item_id: '6469567736',
        options: { capacity: '1000ml', color: 'blue' },
        available: true,
        price: 47.84,
      },
      '777': { item_id: '777', options: {}, available: false, price: 47.0 },
    },
  },
};
const BOTTLE = {
  name: 'Water Bottle',
  product_id: '8310926033',
  item_id: '6469567736',
  price: 47.84,
  options: { capacity: '1000ml', color: 'blue' },
};

function order(id: string, status: string, changes: object = {}) {
  return {
    order_id: id,
    user_id: 'james_li_5688',
    address: ADDRESS,
    items: [BOTTLE, BOTTLE],
    fulfillments: [],
    status,
    payment_history: [{ transaction_type: 'payment', amount: 95.68, payment_method_id: 'gift_card_1' }],
    ...changes,
  };
}

function tau(orders: object, options = {}) {
  return imported('tau-bench', { 'users.json': USERS, 'products.json': PRODUCTS, 'orders.json': orders }, options);
}

describe('tau-bench', () => {
  it('[IMPORT-23] becomes customers, products and orders with payments and parcels', async () => {
    const delivered = order('#W2611340', 'delivered', {
      fulfillments: [{ tracking_id: ['357962501027'], item_ids: ['6469567736'] }],
    });
    const { data, table } = await tau({ '#W2611340': delivered });
    expect(data.info).toMatchObject({ currency: 'USD', timeZone: 'America/New_York', languages: ['en'] });
    expect(data.customers).toMatchObject([
      {
        id: 'james_li_5688',
        name: 'James Li',
        email: 'james@example.com',
        addresses: [{ province: 'NY', street: '215 River Road', street2: 'Suite 991', postcode: '10083' }],
        paymentMethods: [
          { id: 'gift_card_1', method: 'gift-card', detail: '', balance: { amount: 6_000, currency: 'USD' } },
          { id: 'credit_card_2', method: 'card', detail: 'visa 9212' },
        ],
      },
    ]);
    expect(data.products[0]?.variants.map((variant) => [variant.id, variant.stock])).toEqual([
      ['777', 0],
      ['6469567736', null],
    ]);
    expect(data.orders).toMatchObject([
      {
        id: 'W2611340',
        number: '#W2611340',
        customerId: 'james_li_5688',
        contact: { email: 'james@example.com' },
        status: 'delivered',
        lines: [
          {
            id: 'W2611340-1',
            variantId: '6469567736',
            unitPrice: { amount: 4_784, currency: 'USD' },
            options: [{ key: 'capacity' }, { key: 'colour', value: { en: 'blue' } }],
          },
          { id: 'W2611340-2' },
        ],
        total: { amount: 9_568 },
        payments: [{ method: 'gift-card', paymentMethodId: 'gift_card_1', kind: 'payment', amount: { amount: 9_568 } }],
        parcels: [{ trackingNumber: '357962501027', status: 'delivered', lineIds: ['W2611340-1', 'W2611340-2'] }],
      },
    ]);
    for (const name of ['users.json', 'products.json', 'products.json: variants', 'orders.json'])
      expect(table(name)).toMatchObject({ refused: [], warnings: [] });
  });

  it('[SHOP-60] keeps what goes back as it came: parts of names, lines of addresses, names of options, order of items', async () => {
    const camera = { ...BOTTLE, item_id: '777', options: { RAM: '8GB', 'screen size': '6-inch' } };
    const bare = { ...ADDRESS, address1: '1 Main St, North', address2: '' };
    const { data } = await tau({ '#W1': order('#W1', 'pending', { items: [camera, BOTTLE, camera], address: bare }) });
    const [kept] = data.orders;
    expect(data.customers[0]).toMatchObject({ name: 'James Li', nameParts: { given: 'James', family: 'Li' } });
    expect(kept?.address.street).toBe('1 Main St, North');
    expect(kept?.address.street2).toBeUndefined();
    expect(kept?.lines.map(({ variantId }) => variantId)).toEqual(['777', '6469567736', '777']);
    expect(kept?.lines[0]?.options).toMatchObject([
      { key: 'memory', sourceKey: 'RAM' },
      { key: 'screen-size', sourceKey: 'screen size' },
    ]);
    const blue = data.products[0]?.variants.find(({ id }) => id === '6469567736')?.options;
    expect(blue?.map(({ key, sourceKey }) => [key, sourceKey])).toEqual([
      ['capacity', undefined],
      ['colour', 'color'],
    ]);
  });

  it('[IMPORT-24] gives orders dates before the reference date, the same each time, delivered ones within a week of it', async () => {
    const statuses = ['pending', 'processed', 'delivered', 'cancelled'];
    const orders = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`#W${index}`, order(`#W${index}`, statuses[index % 4] ?? '')]),
    );
    const { data, report } = await tau(orders, { referenceDate: '2026-03-10' });
    expect((await tau(orders, { referenceDate: '2026-03-10' })).data).toEqual(data);
    expect(report.referenceDate).toBe('2026-03-10');
    expect(report.notes[0]?.zh).toContain('2026-03-10');
    const start = '2026-03-10T04:00:00.000Z';
    for (const { status, placedAt, paidAt, shippedAt, deliveredAt, cancelledAt } of data.orders) {
      const times = [placedAt, paidAt, shippedAt, deliveredAt, cancelledAt].filter((time) => time !== undefined);
      expect(times.toSorted()).toEqual(times);
      expect((times.at(-1) ?? '') < start).toBe(true);
      expect(Boolean(deliveredAt)).toBe(status === 'delivered');
      if (deliveredAt) expect(calendarDays('America/New_York', deliveredAt, start)).toBeLessThanOrEqual(6);
      for (const time of times) {
        const hour = Number(
          new Intl.DateTimeFormat('en', { timeZone: 'America/New_York', hour: 'numeric', hourCycle: 'h23' }).format(
            new Date(time),
          ),
        );
        expect(hour >= 9 && hour <= 21).toBe(true);
      }
    }
    expect(new Set(data.orders.map((each) => each.placedAt)).size).toBeGreaterThan(150);
  });

  it('[IMPORT-24] takes today in the zone as reference date when none is given', async () => {
    expect((await tau({})).report).toMatchObject({ referenceDate: '2026-11-19', currency: 'USD' });
  });

  it('[IMPORT-25] books refunds, and refuses orders of unknown state or customer and numbers that occur twice', async () => {
    const cancelled = order('#W1', 'cancelled', {
      payment_history: [
        { transaction_type: 'payment', amount: 95.68, payment_method_id: 'credit_card_2' },
        { transaction_type: 'refund', amount: 95.68, payment_method_id: 'credit_card_2' },
      ],
    });
    const { data, table } = await tau({
      '#W1': cancelled,
      '#W2': order('#W2', 'lost'),
      '#W3': order('#W3', 'pending', { user_id: 'nobody' }),
      w1: order('w1', 'pending'),
      '#W5': order('#W5', 'pending', { items: [{ ...BOTTLE, price: 'free' }] }),
      '#W6': order('#W6', 'pending', { items: [{ ...BOTTLE, item_id: '404' }], payment_history: [] }),
    });
    expect(data.orders.map((each) => each.number)).toEqual(['#W1', '#W6']);
    expect(data.orders[0]?.payments).toMatchObject([
      { kind: 'payment', method: 'card' },
      { kind: 'refund', method: 'card', amount: { amount: 9_568 } },
    ]);
    expect(table('orders.json').refused.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '#W2 status',
      '#W3 user_id',
      'w1 order_id',
      '#W5 items.price',
    ]);
    expect(table('orders.json').warnings.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '#W6 payment_history',
      '#W6 items.item_id',
    ]);
  });
});
