import type { Article, Customer } from '../../core/customer.ts';
import { AppError } from '../../core/errors.ts';
import { money } from '../../core/money.ts';
import type { Product } from '../../core/product.ts';
import type { Shop } from '../../shops/shop.ts';

const category = { id: 'shoes', name: { zh: '鞋', en: 'Shoes' } };

function product(id: string, over: Partial<Product> = {}): Product {
  return {
    id,
    title: { zh: `商品${id}`, en: `Product ${id}` },
    description: { zh: '好穿。', en: 'Comfortable.' },
    category,
    attributes: [{ key: 'material', label: { zh: '材质' }, value: { zh: '网面' } }],
    tags: ['secret-search-word'],
    variants: [
      {
        id: `${id}-42`,
        sku: 'S42',
        options: [{ key: 'size', label: { zh: '尺码' }, value: { zh: '42' } }],
        price: money(19_900, 'CNY'),
        compareAt: money(25_900, 'CNY'),
        stock: 3,
      },
    ],
    image: `/demo/pictures/${id}.svg`,
    active: true,
    ...over,
  };
}

const PRODUCTS = [
  product('p1'),
  product('p2', { category: { id: 'kettles', name: { zh: '水壶' } } }),
  product('p3', { active: false }),
];

const CUSTOMER: Customer = {
  ...{ id: 'customer-1', name: '李雷', phone: '13800138000', email: 'li@example.com' },
  ...{ locale: 'zh' as const, addresses: [], paymentMethods: [] },
};

const ARTICLE: Article = {
  id: 'delivery',
  title: { zh: '配送时间', en: 'Delivery times' },
  body: { zh: '一般 **48 小时**内发货。' },
  topics: [],
  updatedAt: '2026-01-01T00:00:00.000Z',
};

const unused = () => Promise.reject(new AppError('not-part-of-this-test'));

export function fakeShop(): Shop {
  return {
    info: async () => ({
      ...{ id: 's', name: { zh: '试试店', en: 'Test shop' }, currency: 'CNY', timeZone: 'Asia/Shanghai' },
      ...{ languages: ['zh', 'en'] as const satisfies string[], idempotency: 'native-key' as const },
    }),
    listCategories: async () => [category],
    async listProducts({ cursor, limit }) {
      const from = Number(cursor ?? 0);
      const next = from + Math.min(limit, 2);
      return { items: PRODUCTS.slice(from, next), next: next < PRODUCTS.length ? String(next) : null };
    },
    getProduct: async (id) => PRODUCTS.find((one) => one.id === id) ?? null,
    catalogueVersion: async () => '1',
    getCustomer: async (id) => (id === CUSTOMER.id ? CUSTOMER : null),
    listArticles: async () => [ARTICLE],
    listOrders: unused,
    getOrder: unused,
    findOrder: unused,
    listReturns: unused,
    listCoupons: unused,
    findCustomers: unused,
    cancelOrder: unused,
    changeAddress: unused,
    changeItems: unused,
    changePayment: unused,
    requestReturn: unused,
    cancelReturn: unused,
    refundOrder: unused,
    requestInvoice: unused,
    remind: unused,
    changeCustomerAddress: unused,
    findWrite: unused,
  };
}
