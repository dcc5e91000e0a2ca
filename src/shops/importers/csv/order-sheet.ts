import { column, type Sheet } from './columns.ts';

const required = true;

export const ORDERS: Sheet = {
  file: 'orders.csv',
  about: {
    zh: '订单，一行一件商品。同一订单的各行订单号相同，订单信息取第一行。',
    en: 'Orders, one row an item. Rows of one order share its order_number; what describes the order is taken from its first row.',
  },
  columns: [
    column(
      'order_number',
      '订单号',
      'order_number',
      '顾客看到的订单号。长数字请把这一列设成文本，否则 Excel 会丢掉后几位',
      'The number the customer sees. Format the column as text: a spreadsheet drops the end of long numbers',
      { required, also: ['订单编号', 'order_id', 'order_no'] },
    ),
    column(
      'status',
      '状态',
      'status',
      '待付款、已付款、处理中、部分发货、已发货、已签收、已完成、已取消',
      'awaiting-payment, paid, processing, partially-shipped, shipped, delivered, completed, cancelled',
      { required, also: ['订单状态'] },
    ),
    column('placed_at', '下单时间', 'placed_at', '如 2026-01-31 15:30', 'E.g. 2026-01-31 15:30', {
      required,
      also: ['创建时间', '订单创建时间'],
    }),
    column('paid_at', '付款时间', 'paid_at', '没有就不填', 'Empty if not paid', { also: ['支付时间'] }),
    column('shipped_at', '发货时间', 'shipped_at', '没有就不填', 'Empty if not sent'),
    column(
      'delivered_at',
      '签收时间',
      'delivered_at',
      '退换货的天数从这天的次日算起',
      'Days to return count from the day after it',
      { also: ['收货时间', '确认收货时间'] },
    ),
    column('customer_id', '顾客编号', 'customer_id', '会员编号；游客下单不填', 'The customer’s id; empty for a guest', {
      also: ['会员编号', '买家id'],
    }),
    column('contact_name', '收货人', 'recipient', '收货人姓名', 'Name of the recipient', {
      also: ['收件人', '收货人姓名'],
    }),
    column(
      'phone',
      '手机号',
      'phone',
      '游客凭订单号加手机号或邮箱查询',
      'Guests look their order up by number and phone or e-mail',
      { also: ['电话', '联系电话', '收货人手机'] },
    ),
    column('email', '邮箱', 'email', '邮箱', 'E-mail', { also: ['电子邮箱'] }),
    column('country', '国家', 'country', '不填按 CN', 'Empty: CN'),
    column('province', '省', 'province', '省或直辖市', 'Province or state', { also: ['省份', 'state'] }),
    column('city', '市', 'city', '城市', 'City', { also: ['城市'] }),
    column('district', '区', 'district', '区县', 'District', { also: ['区县'] }),
    column('street', '详细地址', 'street', '街道门牌', 'Street and number', { also: ['地址', '收货地址', 'address'] }),
    column('postcode', '邮编', 'postcode', '邮编', 'Postcode', { also: ['zip'] }),
    column('sku', '规格编号', 'sku', 'products.csv 里的规格编号', 'The variant’s id in products.csv', {
      required,
      also: ['商家编码', '货号'],
    }),
    column('title', '商品名称', 'title', '不填就取 products.csv 里的名称', 'Empty: the name in products.csv', {
      also: ['标题'],
    }),
    column('quantity', '数量', 'quantity', '件数', 'Pieces', { required, also: ['购买数量'] }),
    column('unit_price', '单价', 'unit_price', '成交单价', 'Price of one piece when it was bought', {
      required,
      also: ['价格', 'price'],
    }),
    column('discount', '优惠', 'discount', '这一行一共优惠多少', 'What was taken off this row in all', {
      also: ['优惠金额'],
    }),
    column(
      'order_discount',
      '整单优惠',
      'order_discount',
      '整张订单的优惠，按金额分摊到各行',
      'What was taken off the whole order; shared over its rows by amount',
    ),
    column('shipping_fee', '运费', 'shipping_fee', '整张订单的运费', 'Shipping of the whole order', { also: ['邮费'] }),
    column('total', '实付金额', 'total', '不填就由各行算出', 'What was paid; empty: added up from the rows', {
      also: ['实付', '应付金额', '订单金额'],
    }),
    column(
      'payment_method',
      '支付方式',
      'payment_method',
      '支付宝、微信、银行卡、PayPal、礼品卡……',
      'alipay, wechat-pay, card, paypal, gift-card …',
      { also: ['付款方式'] },
    ),
    column('carrier', '快递公司', 'carrier', '快递公司', 'Carrier', { also: ['物流公司'] }),
    column('tracking_number', '运单号', 'tracking_number', '快递单号', 'Tracking number', {
      also: ['快递单号', '物流单号'],
    }),
    column('final_sale', '不支持退换', 'final_sale', '是 或 否；不填是支持', 'yes or no; empty is no'),
    column(
      'goods_kind',
      '商品性质',
      'goods_kind',
      '定制、生鲜、数字商品、报刊、卫生用品、拆封不退；不填是普通商品',
      'ordinary, custom-made, perishable, digital, periodical, hygiene, opened-seal; empty is ordinary',
      { also: ['商品类型'] },
    ),
    column('on_sale', '特价', 'on_sale', '是 或 否；不填是否', 'Bought at a reduced price: yes or no; empty is no', {
      also: ['清仓'],
    }),
    column('gift', '赠品', 'gift', '是 或 否；不填是否', 'Came free with the order: yes or no; empty is no'),
    column(
      'cross_border',
      '跨境',
      'cross_border',
      '整张订单：是 或 否；不填是否',
      'The whole order: yes or no; empty is no',
      {
        also: ['跨境订单'],
      },
    ),
    column('note', '备注', 'note', '顾客备注', 'The customer’s note', { also: ['买家留言'] }),
  ],
};
