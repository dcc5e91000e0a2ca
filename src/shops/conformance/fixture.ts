import { money } from '../../core/money.ts';
import type { Address, Order, OrderStatus } from '../../core/order.ts';
import type { Product } from '../../core/product.ts';
import type { ShopData } from '../sql/ports.ts';

/** The shop that an adapter's test brings into being: few records, each there for a reason. */

const CURRENCY = 'CNY';
const cny = (amount: number) => money(amount, CURRENCY);

export const ADDRESS: Address = {
  name: '李雷',
  phone: '13800138000',
  country: 'CN',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '文三路 1 号',
  postcode: '310012',
};

export const OTHER_ADDRESS: Address = { ...ADDRESS, district: '余杭区', street: '五常大道 2 号', postcode: '311100' };

export function product(id: string, variants: { id: string; amount: number; stock: number | null }[]): Product {
  return {
    id,
    title: { zh: `商品 ${id}`, en: `Product ${id}` },
    description: { zh: '说明', en: 'Description' },
    category: { id: 'shoes', name: { zh: '鞋', en: 'Shoes' } },
    attributes: [],
    tags: [],
    variants: variants.map((variant) => ({
      id: variant.id,
      sku: `SKU-${variant.id}`,
      options: [{ key: 'size', label: { zh: '尺码', en: 'Size' }, value: { zh: variant.id, en: variant.id } }],
      price: cny(variant.amount),
      stock: variant.stock,
    })),
    active: true,
  };
}

interface OrderOptions {
  status?: OrderStatus;
  placedAt?: string;
  quantity?: number;
  unitPrice?: number;
  customerId?: string | null;
  variantId?: string;
}

/** One line of product `runner`, paid in full by Alipay. */
export function order(id: string, number: string, options: OrderOptions = {}): Order {
  const { status = 'paid', placedAt = '2026-05-20T10:00:00.000Z', quantity = 2, unitPrice = 19_900 } = options;
  return {
    id,
    number,
    customerId: options.customerId === undefined ? 'alice' : options.customerId,
    contact: { name: '李雷', phone: '13800138000', email: 'alice@example.com' },
    status,
    placedAt,
    lines: [
      {
        id: `${id}-1`,
        productId: 'runner',
        variantId: options.variantId ?? '42',
        title: { zh: '跑鞋', en: 'Running shoe' },
        options: [],
        quantity,
        unitPrice: cny(unitPrice),
        discount: cny(0),
        returnedQuantity: 0,
        finalSale: false,
      },
    ],
    address: ADDRESS,
    shippingFee: cny(0),
    total: cny(unitPrice * quantity),
    payments: [{ id: `${id}-p`, method: 'alipay', kind: 'payment', amount: cny(unitPrice * quantity), at: placedAt }],
    parcels: [],
    note: '',
    version: 1,
  };
}

/** 90 trillion 分: far above any order, well within what a number holds exactly. */
export const LARGE = 9_000_000_000_000_000;
export const LONG_ID = '1234567890123456789';
export const LONG_NUMBER = '9223372036854775807';

/** Ten orders of one customer, three of them placed at the same instant. */
const MANY = Array.from({ length: 10 }, (_, index) =>
  order(`many-${index}`, `M-${index}`, {
    customerId: 'many',
    placedAt: `2026-05-1${index < 3 ? 0 : index}T00:00:00.000Z`,
  }),
);

export const CONFORMANCE_SHOP: ShopData = {
  info: {
    id: 'conformance',
    name: { zh: '一致店', en: 'Conformance shop' },
    currency: CURRENCY,
    timeZone: 'Asia/Shanghai',
    languages: ['zh', 'en'],
    idempotency: 'native-key',
  },
  categories: [{ id: 'shoes', name: { zh: '鞋', en: 'Shoes' } }],
  products: [
    product('runner', [
      { id: '42', amount: 19_900, stock: 5 },
      { id: '43', amount: 19_900, stock: 1 },
      { id: '44', amount: 19_900, stock: 0 },
    ]),
    product('gift', [{ id: 'gift', amount: 0, stock: null }]),
    product('yacht', [{ id: 'yacht', amount: LARGE, stock: 1 }]),
    ...Array.from({ length: 8 }, (_, index) => product(`p${index}`, [{ id: `v${index}`, amount: 100, stock: 1 }])),
  ],
  customers: [
    {
      id: 'alice',
      name: '李雷',
      phone: '13800138000',
      email: 'alice@example.com',
      locale: 'zh',
      addresses: [ADDRESS],
      paymentMethods: [],
    },
    {
      id: LONG_ID,
      name: '韩梅梅',
      phone: '13900139000',
      email: 'han@example.com',
      locale: null,
      addresses: [],
      paymentMethods: [],
    },
    { id: 'many', name: 'Max', phone: '', email: 'max@example.com', locale: 'en', addresses: [], paymentMethods: [] },
  ],
  orders: [
    order('paid', 'A-1001'),
    order('delivered', 'A-1002', { status: 'delivered' }),
    order('shipped', 'A-1003', { status: 'shipped' }),
    // 23:59:59.999 in Shanghai: one millisecond later it is another day there.
    order('midnight', 'A-1004', { placedAt: '2026-05-31T15:59:59.999Z' }),
    order(LONG_ID, LONG_NUMBER, { customerId: LONG_ID }),
    ...MANY,
  ],
  returns: [],
  coupons: [
    {
      id: 'all',
      code: 'WELCOME',
      title: { zh: '新客' },
      off: { kind: 'amount', amount: cny(1_000) },
      minimumSpend: cny(10_000),
      validFrom: '2026-01-01T00:00:00.000Z',
      validUntil: '2026-12-31T15:59:59.000Z',
      customerId: null,
    },
    {
      id: 'own',
      code: '',
      title: { zh: '生日' },
      off: { kind: 'share', basisPoints: 1_000 },
      minimumSpend: cny(0),
      validFrom: '2026-01-01T00:00:00.000Z',
      validUntil: '2026-12-31T15:59:59.000Z',
      customerId: 'alice',
    },
  ],
  articles: [
    {
      id: 'delivery',
      title: { zh: '配送' },
      body: { zh: '48 小时内发货。' },
      topics: ['ask_delivery_time'],
      updatedAt: '2026-01-01T00:00:00.000Z',
    },
  ],
};
