import type { PersonalKind } from './detect.ts';

/** A way in which people say a name or an address; the group `it` is what is personal. */
export interface Introduction {
  kind: PersonalKind;
  pattern: RegExp;
}

const NOT_A_NAME = '(?:电话|手机|地址|信息|姓名|名字|号码|不|没|写|填|错|是谁|换|改|签|收|的)';
const STREET_END = '(?:路|街|大道|巷|弄|胡同|村|小区|花园|公寓|大厦|广场|新村|家园|苑)';
const NUMBERED = '[\\da-z一二三四五六七八九十百-]{1,8}\\s?(?:号|弄|栋|幢|座|楼|层|室|单元|组|户)';

export const INTRODUCTIONS: readonly Introduction[] = [
  {
    kind: 'PHONE',
    pattern:
      /(?:电话|手机|座机|联系方式|打给我|\b(?:tel|phone|mobile|cell|fax|call me|reach me|text me)\b)[^\d\n]{0,12}\n?(?<it>\+?\(?\d[\d ().-]{5,20}\d(?:\s?(?:x|ext\.?|转)\s?\d{1,6})?)/dgiu,
  },
  {
    kind: 'NAME',
    pattern: new RegExp(
      `(?:收件人|收货人|联系人|姓名|名字|我叫|本人)(?:改成|改为|换成|写成|应该是|就是|是|叫|为)?[:： ]{0,2}(?<it>(?!${NOT_A_NAME})\\p{Script=Han}{2,4})(?!\\p{Script=Han})`,
      'gdu',
    ),
  },
  {
    kind: 'NAME',
    pattern:
      /\b(?:my name is|i am called|recipient(?: is|:)|addressee(?: is|:)|attn:?)\s+(?<it>\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+){0,3})/dgu,
  },
  {
    // Province, city and district stay readable: deliveries are asked about by them.
    kind: 'ADDRESS',
    pattern: new RegExp(
      `(?<=^|\\P{Script=Han}|[省市区县镇乡旗到至在成为是])(?<it>(?:(?![省市区县镇乡旗到至在成为是])\\p{Script=Han}){1,6}${STREET_END}\\s?${NUMBERED}(?:\\s?${NUMBERED})*(?:\\s?\\d{2,4}(?!\\d))?)`,
      'gdiu',
    ),
  },
  {
    kind: 'ADDRESS',
    pattern:
      /(?<![\w-])(?<it>\d{1,6}[A-Za-z]?\s(?:[A-Z][\p{L}'.]*\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Terrace|Square|Sq|Highway|Hwy)\b\.?(?:,?\s(?:Apt|Apartment|Suite|Ste|Unit|Flat|#)\.?\s?\w{1,6})?)/dgu,
  },
];
