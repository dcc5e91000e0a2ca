import { orderNumberKey } from '../../core/order-number.ts';
import type { Page } from './claim.ts';
import { take } from './claim.ts';

const TOP_LEVEL =
  'com|cn|net|org|shop|store|io|co|top|xyz|info|biz|me|cc|app|dev|site|online|vip|club|link|ly|tv|hk|tw|uk|us|de|jp|ru|example|test';
const LINK = new RegExp(
  String.raw`(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s\u4e00-\u9fff，。；！？、）》」"'<>()\u0001]+` +
    String.raw`|\b(?:javascript|data|mailto|tel|file|vbscript):[^\s\u4e00-\u9fff\u0001]+` +
    String.raw`|(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.| ?\[\.\] ?| dot |点))+(?:${TOP_LEVEL})(?![a-z0-9-])(?:\/[^\s\u4e00-\u9fff，。；！？、）》」"'<>()\u0001]*)?`,
  'g',
);
/** The target of a Markdown link or picture, also a relative one. */
const MARKDOWN = /\]\(\s*<?([^)\s>]+)>?[^)]*\)|<(?:a|img|iframe|script)\b[^>]*>/g;
const EMAIL = /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Somebody's account elsewhere: 微信号 xiaoer_01, QQ群 123456. */
const ACCOUNT =
  /(?:微信|薇信|威信|vx|v信|wechat|weixin|qq|telegram|whatsapp|line id|抖音|小红书)(?:号码|号|群|id|账号)?\s?[:：是为]?\s?([a-z0-9_][a-z0-9_-]{4,})/g;
const MOBILE = /(?<![\d-])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g;
const PHONE =
  /(?<![\w-])(?:\+\d{1,3}[ -]?)?(?:\(0?\d{2,4}\)[ -]?|0\d{2,3}[ -]|400[ -]?|800[ -]?|\d{3}[ -])\d{3,4}[ -]?\d{3,4}(?![\d-])/g;
const HOTLINE =
  /(?:电话|热线|拨打|致电|call us (?:at|on)|phone(?: number)?|hotline|dial)(?:是|为|:|：|\s|at|on)*(\+?\d[\d -]{3,16}\d)/g;
/** Letters and digits together, or six digits and more: an order, a parcel, a return, a model. */
const CODE = /(?<![a-z0-9])#?(?=[a-z0-9-]*\d)(?=[a-z0-9-]*[a-z]|\d{6})[a-z0-9]+(?:-[a-z0-9]+)*(?![a-z0-9])/g;
/** 四零零八二零…: read out digit by digit. */
const SPOKEN_CODE = /[零〇一二三四五六七八九幺]{5,}/g;
/** 12 cm, 1.7l, 65w, 2nd: a measure or a rank, not a code. */
const MEASURE =
  /^\d+(?:kg|g|mg|cm|mm|m|km|l|ml|cl|w|kw|v|mah|wh|hz|gb|tb|mb|k|d|h|hr|hrs|min|mins|s|oz|lb|lbs|in|ft|am|pm|st|nd|rd|th|x|pcs|pc|yr|yuan|usd|rmb|cny|eur)$/;
const CURRENCY_FIRST = /^(?:us|rmb|cny|usd|eur|hk|nt)\d+$/;

function linkKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/ ?\[\.\] ?| dot |点/g, '.')
    .replace(/[.,;:!?)\]}/]+$/, '');
}

function contactKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/\(at\)|\[at\]/g, '@')
    .replace(/[^\p{L}\p{N}@._]/gu, '')
    .replace(/^(?:86)(?=1[3-9]\d{9}$)/, '');
}

/** Addresses, contacts and numbers that name something. */
export function readCodes(page: Page): void {
  take(page, MARKDOWN, (match) => ({ kind: 'link', keys: [linkKey(match[1] ?? match[0])] }));
  take(page, EMAIL, (match) => ({ kind: 'contact', keys: [contactKey(match[0].replace(/\s/g, ''))] }));
  take(page, LINK, (match) => ({ kind: 'link', keys: [linkKey(match[0])] }));
  take(page, ACCOUNT, (match) => ({ kind: 'contact', keys: [contactKey(match[1] ?? '')] }));
  take(page, HOTLINE, (match) => ({ kind: 'contact', keys: [contactKey(match[1] ?? '')] }));
  take(page, MOBILE, (match) => ({ kind: 'contact', keys: [contactKey(match[0])] }));
  take(page, CODE, (match) => {
    const text = match[0];
    if (MEASURE.test(text) || CURRENCY_FIRST.test(text) || /^#?\d{4}-\d{1,2}(?:-\d{1,2})?$/.test(text)) return null;
    // An amount or a count written without separators; its own reader judges it.
    if (/^\d+$/.test(text) && text.length < 8 && MEASURED.test(page.rest.slice(match.index + text.length))) return null;
    if (/^\d+-\d+$/.test(text) && text.length < 10) return null;
    return { kind: 'identifier', keys: [orderNumberKey(text)] };
  });
  take(page, SPOKEN_CODE, ([digits]) => ({ kind: 'identifier', keys: [spelt(digits)] }));
  take(page, PHONE, (match) => ({ kind: 'contact', keys: [contactKey(match[0])] }));
}

function spelt(digits: string): string {
  return [...digits]
    .map((digit) => ('幺' === digit ? 1 : '零一二三四五六七八九'.indexOf(digit.replace('〇', '零'))))
    .join('');
}

const MEASURED = /^(?:\.\d+)?\s?(?:元|块|圆|%|rmb|yuan|dollars?|usd|天|小时|分钟|件|个|毫安)/;
