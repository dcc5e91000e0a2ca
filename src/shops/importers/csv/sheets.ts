import { column, type Sheet } from './columns.ts';
import { ORDERS } from './order-sheet.ts';

const required = true;

export const SHOP: Sheet = {
  file: 'shop.csv',
  about: {
    zh: '店铺本身，只有一行。可以没有，改用命令行选项。',
    en: 'The shop itself, one row. Optional: command line options do the same.',
  },
  columns: [
    column('name_zh', '店名', 'shop_name', '店铺名称', 'The shop’s name in Chinese', { also: ['name'] }),
    column('name_en', '英文店名', 'shop_name_en', '店铺英文名', 'The shop’s name in English'),
    column('currency', '币种', 'currency', '三位代码，如 CNY', 'Three letters, e.g. CNY'),
    column('time_zone', '时区', 'time_zone', '如 Asia/Shanghai', 'E.g. Asia/Shanghai'),
    column('languages', '语言', 'languages', 'zh、en，用逗号分开', 'zh, en, separated by commas'),
  ],
};

export const PRODUCTS: Sheet = {
  file: 'products.csv',
  about: {
    zh: '商品，一行一个规格。同一商品的各行商品编号相同，商品信息取第一行。',
    en: 'Products, one row a variant. Rows of one product share its product_id; what describes the product is taken from its first row.',
  },
  free: true,
  columns: [
    column(
      'product_id',
      '商品编号',
      'product_id',
      '商品的编号，最多 64 个字符',
      'The product’s id, up to 64 characters',
      { required, also: ['商品id', 'spu'] },
    ),
    column(
      'title_zh',
      '商品名称',
      'title',
      '中文名称；中英文至少填一个',
      'Name in Chinese; one of the two names is needed',
      { also: ['title_zh', '标题', '名称', 'name'] },
    ),
    column('title_en', '英文名称', 'title_en', '英文名称', 'Name in English'),
    column('description_zh', '商品描述', 'description', '中文描述', 'Description in Chinese', {
      also: ['描述', '详情'],
    }),
    column('description_en', '英文描述', 'description_en', '英文描述', 'Description in English'),
    column('category', '分类', 'category', '分类名称', 'The category’s name', { required, also: ['类目', '品类'] }),
    column('category_en', '英文分类', 'category_en', '分类的英文名', 'The category’s name in English'),
    column('brand', '品牌', 'brand', '品牌', 'Brand'),
    column(
      'sku',
      '规格编号',
      'sku',
      '规格的编号；只有一个规格时可以不填',
      'The variant’s id; may be left out where a product has one variant',
      { also: ['sku编号', '商家编码', '货号'] },
    ),
    column('price', '价格', 'price', '现价，如 199 或 199.00', 'Price, e.g. 199 or 199.00', {
      required,
      also: ['售价', '单价', '现价'],
    }),
    column(
      'compare_at',
      '原价',
      'compare_at',
      '降价前的价格，没有降价就不填',
      'Price before a reduction, if there is one',
      { also: ['划线价', '市场价'] },
    ),
    column('stock', '库存', 'stock', '可售件数；不填表示不计库存', 'Pieces that can be sold; empty: not counted', {
      also: ['库存数量', 'quantity'],
    }),
    column('colour', '颜色', 'colour', '规格的颜色', 'The variant’s colour', { also: ['color', '颜色分类'] }),
    column('size', '尺码', 'size', '规格的尺码', 'The variant’s size', { also: ['尺寸'] }),
    column('tags', '关键词', 'tags', '便于搜索的词，用逗号分开', 'Words to be found by, separated by commas', {
      also: ['标签', 'keywords'],
    }),
    column('image', '图片', 'image', '图片地址', 'Address of a picture'),
    column('active', '上架', 'active', '是 或 否；不填是上架', 'yes or no; empty is yes', {
      also: ['是否上架', '在售'],
    }),
  ],
};

export const CUSTOMERS: Sheet = {
  file: 'customers.csv',
  about: {
    zh: '顾客。可以没有，那就从订单里取。',
    en: 'Customers. Optional: without it they are taken from the orders.',
  },
  columns: [
    column(
      'customer_id',
      '顾客编号',
      'customer_id',
      '和店铺登录用的编号一致',
      'The same id that the shop signs its visitors in with',
      { required, also: ['会员编号'] },
    ),
    column('name', '姓名', 'name', '姓名', 'Name', { also: ['昵称', '会员名'] }),
    column('phone', '手机号', 'phone', '手机号', 'Phone', { also: ['电话'] }),
    column('email', '邮箱', 'email', '邮箱', 'E-mail'),
    column('language', '语言', 'language', 'zh 或 en', 'zh or en'),
  ],
};

export const TRACKING: Sheet = {
  file: 'tracking.csv',
  about: { zh: '物流轨迹，一行一条。可以没有。', en: 'Tracking, one row an event. Optional.' },
  columns: [
    column('order_number', '订单号', 'order_number', 'orders.csv 里的订单号', 'The order’s number in orders.csv', {
      required,
      also: ['订单编号'],
    }),
    column('carrier', '快递公司', 'carrier', '快递公司', 'Carrier', { also: ['物流公司'] }),
    column('tracking_number', '运单号', 'tracking_number', '快递单号', 'Tracking number', {
      required,
      also: ['快递单号', '物流单号'],
    }),
    column(
      'status',
      '物流状态',
      'status',
      '已揽收、运输中、派送中、已签收、异常',
      'label-created, in-transit, out-for-delivery, delivered, exception',
      { also: ['状态'] },
    ),
    column('time', '时间', 'time', '如 2026-01-31 15:30', 'E.g. 2026-01-31 15:30', { required }),
    column('place', '地点', 'place', '地点', 'Place'),
    column('text', '说明', 'text', '发生了什么', 'What happened', { required, also: ['轨迹', '内容'] }),
  ],
};

export const ARTICLES: Sheet = {
  file: 'articles.csv',
  about: {
    zh: '店铺的说明和常见问答，客服只照这里回答。',
    en: 'The shop’s own answers; the clerk answers from these alone.',
  },
  columns: [
    column('article_id', '文章编号', 'article_id', '不填就按行号编', 'Empty: numbered by row'),
    column('title_zh', '标题', 'title', '中文标题；中英文至少填一个', 'Title in Chinese; one of the two is needed', {
      also: ['title_zh', '问题'],
    }),
    column('title_en', '英文标题', 'title_en', '英文标题', 'Title in English'),
    column(
      'body_zh',
      '内容',
      'body',
      '中文内容，可以用 Markdown；开头一段直接回答问题',
      'Text in Chinese, Markdown; the first paragraph answers the question',
      { also: ['body_zh', '正文', '回答', '答案'] },
    ),
    column('body_en', '英文内容', 'body_en', '英文内容', 'Text in English'),
    column(
      'topics',
      '主题',
      'topics',
      '能回答的意图，如 ask_delivery_time，用逗号分开',
      'Intents it answers, e.g. ask_delivery_time, separated by commas',
      { also: ['意图'] },
    ),
    column('updated_at', '更新时间', 'updated_at', '不填按导入当天', 'Empty: the day of the import'),
  ],
};

export const COUPONS: Sheet = {
  file: 'coupons.csv',
  about: {
    zh: '优惠券。可以没有。只收全店通用的券。',
    en: 'Coupons. Optional. Only those that hold for the whole shop.',
  },
  columns: [
    column('coupon_id', '券编号', 'coupon_id', '券的编号', 'The coupon’s id', { required, also: ['优惠券编号'] }),
    column(
      'code',
      '券码',
      'code',
      '顾客输入的券码；领取的券不填',
      'What the customer types; empty when it is claimed',
      { also: ['优惠码'] },
    ),
    column('title_zh', '名称', 'title', '中文名称', 'Name in Chinese', { also: ['title_zh', '券名称'] }),
    column('title_en', '英文名称', 'title_en', '英文名称', 'Name in English'),
    column(
      'amount_off',
      '减免金额',
      'amount_off',
      '减多少钱；和折扣比例填一个',
      'Amount taken off; this or percent_off',
      { also: ['面额'] },
    ),
    column('percent_off', '减免比例', 'percent_off', '减百分之几，打九折填 10', 'Percent taken off, e.g. 10', {
      also: ['折扣比例'],
    }),
    column('minimum_spend', '使用门槛', 'minimum_spend', '满多少可用；不填是无门槛', 'Smallest order; empty is none', {
      also: ['满额'],
    }),
    column('valid_from', '开始时间', 'valid_from', '如 2026-01-01', 'E.g. 2026-01-01', {
      required,
      also: ['生效时间'],
    }),
    column('valid_until', '结束时间', 'valid_until', '如 2026-12-31 23:59', 'E.g. 2026-12-31 23:59', {
      required,
      also: ['失效时间'],
    }),
    column(
      'customer_id',
      '顾客编号',
      'customer_id',
      '只给这位顾客；不填是所有人',
      'For this customer only; empty is everybody',
    ),
  ],
};

export const SHEETS: readonly Sheet[] = [SHOP, PRODUCTS, ORDERS, CUSTOMERS, TRACKING, ARTICLES, COUPONS];
