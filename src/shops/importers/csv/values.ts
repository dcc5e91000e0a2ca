import { AppError } from '../../../core/errors.ts';
import type { Localized } from '../../../core/locale.ts';
import { type Money, moneyFromDecimal } from '../../../core/money.ts';
import type { GoodsKind, OrderStatus, ParcelStatus } from '../../../core/order.ts';
import { RowRefusal, type Table } from '../report.ts';
import type { CsvRow } from './read-sheet.ts';

/** A price as people write it: `199`, `¥1,299.00`, `￥99 元`. Empty gives undefined. @throws RowRefusal */
export function price(row: CsvRow, key: string, currency: string): Money | undefined {
  const raw = row.get(key);
  if (raw === '') return undefined;
  const text = raw.normalize('NFKC').replace(/^[¥$€£]\s*|\s*元$/g, '');
  const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  try {
    const money = moneyFromDecimal(digits, currency);
    if (money.amount >= 0) return money;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  throw new RowRefusal(
    { zh: `「${raw}」不是有效的 ${currency} 金额`, en: `“${raw}” is no valid ${currency} amount` },
    key,
  );
}

export function requiredPrice(row: CsvRow, key: string, currency: string): Money {
  const found = price(row, key, currency);
  if (found) return found;
  throw new RowRefusal({ zh: '缺少金额', en: 'The amount is missing' }, key);
}

/** A whole number of pieces, at least `least`. Empty gives undefined. @throws RowRefusal */
export function count(row: CsvRow, key: string, least: number): number | undefined {
  const raw = row.get(key);
  if (raw === '') return undefined;
  const text = raw.normalize('NFKC').replace(/(\.0+)?\s*件?$/, '');
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least) return number;
  throw new RowRefusal({ zh: `「${raw}」不是有效的件数`, en: `“${raw}” is no valid number of pieces` }, key);
}

/** @throws RowRefusal */
export function flag(row: CsvRow, key: string, otherwise: boolean): boolean {
  const raw = row.get(key);
  const text = raw.normalize('NFKC').toLowerCase();
  if (text === '') return otherwise;
  if (['是', '有', '1', 'yes', 'y', 'true', '上架', '在售'].includes(text)) return true;
  if (['否', '无', '0', 'no', 'n', 'false', '下架', '停售'].includes(text)) return false;
  throw new RowRefusal({ zh: `「${raw}」要填 是 或 否`, en: `“${raw}” should be yes or no` }, key);
}

/** An identifier. @throws RowRefusal when it is empty, too long, or was spoilt by a spreadsheet. */
export function identifier(row: CsvRow, key: string, table?: Table): string {
  const text = row.get(key);
  if (text === '') throw new RowRefusal({ zh: '缺少编号', en: 'It is missing' }, key);
  if (text.length > 64) throw new RowRefusal({ zh: '编号超过 64 个字符', en: 'It is longer than 64 characters' }, key);
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text)) {
    throw new RowRefusal(
      {
        zh: `「${text}」是被表格软件改成科学计数法的长数字，请把这一列设成文本后重新导出`,
        en: `“${text}” is a long number that a spreadsheet has rounded: format the column as text and export it again`,
      },
      key,
    );
  }
  // Spreadsheets keep 15 digits and fill up with zeros.
  if (/^\d{15}0+$/.test(text) && text.length > 16) {
    table?.warn(
      String(row.number),
      {
        zh: `「${text}」后几位全是 0，可能被表格软件截断过`,
        en: `“${text}” ends in zeros: a spreadsheet may have cut it`,
      },
      key,
    );
  }
  return text;
}

/** What is there of a text in two columns. */
export function localized(row: CsvRow, zhKey: string, enKey: string): Localized | null {
  const zh = row.get(zhKey);
  const en = row.get(enKey);
  if (zh && en) return { zh, en };
  return zh ? { zh } : en ? { en } : null;
}

export function list(text: string): string[] {
  return text
    .split(/[,，、;；|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const ORDER_STATUS: Record<OrderStatus, string[]> = {
  'awaiting-payment': ['待付款', '未付款', '等待付款', '等待买家付款', 'unpaid', 'awaiting payment', 'pending payment'],
  paid: ['已付款', '待发货', '等待发货', '买家已付款', 'paid'],
  processing: ['处理中', '配货中', '备货中', 'processing', 'processed'],
  'partially-shipped': ['部分发货', 'partially shipped'],
  shipped: ['已发货', '待收货', '运输中', '卖家已发货', 'shipped', 'in transit'],
  delivered: ['已签收', '已送达', '已收货', 'delivered'],
  completed: ['已完成', '交易成功', '交易完成', 'completed', 'complete'],
  cancelled: ['已取消', '已关闭', '交易关闭', '取消', 'cancelled', 'canceled', 'closed'],
};

const PARCEL_STATUS: Record<ParcelStatus, string[]> = {
  'label-created': ['待揽收', '已下单', 'label created'],
  'in-transit': ['已揽收', '运输中', '在途', 'in transit', 'picked up'],
  'out-for-delivery': ['派送中', '派件中', 'out for delivery'],
  delivered: ['已签收', '已送达', 'delivered'],
  exception: ['异常', '问题件', '退回', 'exception'],
};

const GOODS_KINDS: Record<GoodsKind, string[]> = {
  ordinary: ['普通', '普通商品'],
  'custom-made': ['定制', '定做', '定制商品', 'custom made'],
  perishable: ['生鲜', '鲜活易腐', '易腐'],
  digital: ['数字', '数字商品', '虚拟', '虚拟商品'],
  periodical: ['报刊', '期刊', '报纸', '杂志'],
  hygiene: ['卫生用品', '贴身', '贴身衣物'],
  'opened-seal': ['拆封不退', '一次性封条', 'sealed'],
};

const METHODS: Record<string, string[]> = {
  alipay: ['支付宝'],
  'wechat-pay': ['微信', '微信支付', 'wechat', 'wechat pay'],
  card: ['银行卡', '信用卡', '储蓄卡', 'credit card', 'debit card'],
  paypal: [],
  'gift-card': ['礼品卡', 'gift card'],
  balance: ['余额', '账户余额'],
  'cash-on-delivery': ['货到付款', 'cod', 'cash on delivery'],
};

function wordIn<K extends string>(words: Record<K, string[]>, text: string): K | undefined {
  const folded = text.normalize('NFKC').toLowerCase().trim();
  return (Object.entries(words) as [K, string[]][]).find(
    ([key, names]) => key === folded || names.includes(folded),
  )?.[0];
}

export function orderStatus(row: CsvRow): OrderStatus {
  const found = wordIn(ORDER_STATUS, row.get('status'));
  if (found) return found;
  throw new RowRefusal(
    { zh: `状态「${row.get('status')}」不认识`, en: `Status “${row.get('status')}” is unknown` },
    'status',
  );
}

/** Empty gives undefined. @throws RowRefusal */
export function parcelStatus(row: CsvRow): ParcelStatus | undefined {
  const raw = row.get('status');
  const found = wordIn(PARCEL_STATUS, raw);
  if (found || raw === '') return found;
  throw new RowRefusal({ zh: `物流状态「${raw}」不认识`, en: `Tracking status “${raw}” is unknown` }, 'status');
}

/** Empty gives `ordinary`. @throws RowRefusal */
export function goodsKind(row: CsvRow): GoodsKind {
  const raw = row.get('goods_kind');
  const found = raw === '' ? 'ordinary' : wordIn(GOODS_KINDS, raw);
  if (found) return found;
  throw new RowRefusal({ zh: `商品性质「${raw}」不认识`, en: `Goods kind “${raw}” is unknown` }, 'goods_kind');
}

/** A means of payment by its standard name, or as it is written. */
export function paymentMethod(text: string): string {
  return text === '' ? 'original' : (wordIn(METHODS, text) ?? text);
}
