import type { Localized } from '../../../core/locale.ts';
import { type Locale, localize } from '../../../core/locale.ts';
import type { Sheet } from './columns.ts';
import { ORDERS } from './order-sheet.ts';
import { ARTICLES, COUPONS, CUSTOMERS, PRODUCTS, SHOP, TRACKING } from './sheets.ts';

export interface CsvTemplate {
  /** The file's name, which the import looks for. */
  name: string;
  about: Localized;
  /** The Chinese headers; `columns` has the English ones. */
  header: string[];
  /** Example rows in the order of the header. */
  rows: string[][];
  columns: { zh: string; en: string; required: boolean; doc: Localized }[];
}

type Examples = Record<string, string>[];

const SHOES = {
  product_id: 'P1001',
  title_zh: '轻便透气跑鞋',
  title_en: 'Light breathable running shoes',
  description_zh: '网面透气，鞋底防滑，适合日常慢跑和散步。',
  description_en: 'Breathable mesh and a non-slip sole for jogging and walking.',
  category: '鞋',
  category_en: 'Shoes',
  brand: '小满',
  tags: '运动鞋,慢跑',
  image: '',
  active: '是',
};

const EXAMPLES: [Sheet, Examples][] = [
  [
    SHOP,
    [
      {
        name_zh: '小满杂货',
        name_en: 'Xiaoman Store',
        currency: 'CNY',
        time_zone: 'Asia/Shanghai',
        languages: 'zh,en',
      },
    ],
  ],
  [
    PRODUCTS,
    [
      { ...SHOES, sku: 'P1001-42', price: '199', compare_at: '259', stock: '25', colour: '黑色', size: '42' },
      { ...SHOES, sku: 'P1001-43', price: '199', compare_at: '259', stock: '0', colour: '黑色', size: '43' },
      {
        product_id: 'P2001',
        title_zh: '玻璃电热水壶',
        title_en: 'Glass electric kettle',
        description_zh: '1.7 升，自动断电。',
        category: '厨房',
        category_en: 'Kitchen',
        price: '129.90',
        stock: '',
        tags: '烧水壶',
      },
    ],
  ],
  [
    ORDERS,
    [
      {
        order_number: '202601310000000123',
        status: '已签收',
        placed_at: '2026-01-31 10:20',
        paid_at: '2026-01-31 10:21',
        shipped_at: '2026-01-31 16:40',
        delivered_at: '2026-02-02 11:05',
        customer_id: 'C001',
        contact_name: '林晓',
        phone: '13900000001',
        email: 'lin@example.com',
        province: '江苏省',
        city: '苏州市',
        district: '姑苏区',
        street: '平江路 1 号',
        postcode: '215000',
        sku: 'P1001-42',
        quantity: '1',
        unit_price: '199',
        discount: '10',
        shipping_fee: '0',
        total: '318.90',
        payment_method: '支付宝',
        carrier: '顺丰',
        tracking_number: 'SF0000000000001',
      },
      { order_number: '202601310000000123', sku: 'P2001', quantity: '1', unit_price: '129.90' },
      {
        order_number: '202602010000000456',
        status: '已付款',
        placed_at: '2026-02-01 21:08',
        paid_at: '2026-02-01 21:09',
        contact_name: '王建国',
        phone: '13900000002',
        province: '北京市',
        city: '北京市',
        district: '朝阳区',
        street: '建国路 9 号',
        sku: 'P2001',
        quantity: '2',
        unit_price: '129.90',
        shipping_fee: '8',
        payment_method: '微信',
        note: '请放门口',
      },
    ],
  ],
  [CUSTOMERS, [{ customer_id: 'C001', name: '林晓', phone: '13900000001', email: 'lin@example.com', language: 'zh' }]],
  [
    TRACKING,
    [
      {
        order_number: '202601310000000123',
        carrier: '顺丰',
        tracking_number: 'SF0000000000001',
        status: '运输中',
        time: '2026-01-31 18:30',
        place: '苏州',
        text: '快件已从苏州转运中心发出',
      },
      {
        order_number: '202601310000000123',
        carrier: '顺丰',
        tracking_number: 'SF0000000000001',
        status: '已签收',
        time: '2026-02-02 11:05',
        place: '苏州',
        text: '已签收，感谢使用',
      },
    ],
  ],
  [
    ARTICLES,
    [
      {
        article_id: 'delivery',
        title_zh: '多久能送到',
        title_en: 'How long does delivery take?',
        body_zh: '下午四点前付款的订单当天发货，江浙沪一到两天送达，其他城市二到四天。',
        body_en: 'Orders paid before 16:00 are sent the same day and arrive within two to four days.',
        topics: 'ask_delivery_time',
      },
      {
        article_id: 'returns',
        title_zh: '怎么退货',
        body_zh: '签收后 7 天内，不影响二次销售的商品可以退货。',
        topics: 'ask_return_policy',
      },
    ],
  ],
  [
    COUPONS,
    [
      {
        coupon_id: 'NEW10',
        code: 'NEW10',
        title_zh: '新客立减 10 元',
        title_en: '¥10 off for new customers',
        amount_off: '10',
        minimum_spend: '99',
        valid_from: '2026-01-01',
        valid_until: '2026-12-31 23:59',
      },
    ],
  ],
];

/** One for each file that `--from csv` reads, with documented columns and rows that import as they are. */
export const CSV_TEMPLATES: readonly CsvTemplate[] = EXAMPLES.map(([sheet, examples]) => ({
  name: sheet.file,
  about: sheet.about,
  header: sheet.columns.map((column) => column.zh),
  rows: examples.map((example) => sheet.columns.map((column) => example[column.key] ?? '')),
  columns: sheet.columns.map(({ zh, en, required, doc }) => ({ zh, en, required: required === true, doc })),
}));

/** The file's text with headers in that language, ready to be opened in a spreadsheet (byte order mark, CRLF). */
export function templateText(template: CsvTemplate, locale: Locale): string {
  const header = template.columns.map((column) => localize({ zh: column.zh, en: column.en }, locale));
  return `\uFEFF${[header, ...template.rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  // Long digits are protected, or a spreadsheet rounds them.
  const text = /^\d{12,}$/.test(cell) ? `="${cell}"` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
