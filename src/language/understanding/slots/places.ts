import { matchesOf } from '../../matches.ts';

/** Provinces and the cities that shoppers name alone. */
const REGIONS =
  '北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古?|广西|西藏|宁夏|新疆|香港|澳门|广州|深圳|成都|杭州|南京|武汉|西安|苏州|长沙|郑州|青岛|大连|厦门|宁波|沈阳|哈尔滨|昆明|福州|合肥|济南|无锡|佛山|东莞|温州|石家庄|太原|南昌|南宁|贵阳|兰州|海口|三亚|拉萨|乌鲁木齐|呼和浩特|银川|西宁|台北|高雄|新北';
/** No part of a place's name: what one says before it. */
const HAN = '(?![我你您他她它的了吗呢是在有没不能会可以把都只到去送寄发改让从要想给和跟也这那哪帮请])\\p{Script=Han}';
const UNIT = `(?:${HAN}{1,5}(?:省|自治区|市|自治州|地区|区|县|镇|乡|街道|村))`;
const STREET = `(?:${HAN}{1,7}(?:大道|路|街|巷|弄|胡同)(?:[一二三四五六七八九十东西南北]{1,2}段)?)`;
const HOUSE =
  '(?:\\d+号(?:院|楼)?|\\d+弄|[A-Za-z\\d一二三四五六七八九十]{1,4}(?:单元|栋|幢|座|楼|层|室|号楼)|(?<=[号栋幢座楼元层室弄])[A-Z]?\\d{1,4}室?)';
const NAMED = `(?:${HAN}{2,9}(?:小区|花园|公寓|大厦|广场|校区|大学|中学|医院|园区|科技园|写字楼|菜鸟驿站|小卖部))`;
const REGION = `(?:(?:${REGIONS})(?:省|市|自治区|特别行政区)?)`;

/** A written address: a region alone, or at least two of its parts in order. A single 区 or 路 is too often another word. */
const CHINESE = new RegExp(
  [
    `${REGION}(?:${UNIT}){0,5}(?:${STREET})?(?:${HOUSE}){0,3}(?:${NAMED})?(?:${HOUSE}){0,4}`,
    `(?:${UNIT}){2,5}(?:${STREET})?(?:${HOUSE}){0,3}(?:${NAMED})?(?:${HOUSE}){0,4}`,
    `(?:${UNIT})?${STREET}(?:${HOUSE}){1,4}(?:${NAMED})?(?:${HOUSE}){0,3}`,
    `(?:${UNIT})?${NAMED}(?:${HOUSE}){0,4}`,
    `${HOUSE}(?:${HOUSE}){1,4}`,
    `(?<=(?:寄到|送到|改到|改成|改为|寄往|发到|地址是|地址|在|不是)\\s?)${UNIT}`,
  ].join('|'),
  'gu',
);

const STREET_WORD =
  '(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|square|sq|place|pl|boulevard|blvd|way|terrace|mews|gardens|crescent|parkway|pkwy)';
const ROOM = '(?:flat|apt|apartment|unit|suite|room)\\.? ?[\\w-]+';
const POSTCODE = '(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]{2} \\d{5}|\\d{5})';
const ENGLISH = new RegExp(
  `\\b(?:${ROOM},? )?\\d+[a-z]?,? (?:[A-Z]?[\\w'.]+ ){1,3}${STREET_WORD}\\b\\.?(?:,? ${ROOM})?(?:,? [A-Z][\\w']+(?: [A-Z][\\w']+)?){0,2}(?:,? ${POSTCODE})?|\\bPO Box \\d+(?:, [A-Z]\\w+)*|\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b`,
  'gi',
);

export function findAddresses(text: string): { start: number; end: number }[] {
  return [...matchesOf(text, CHINESE), ...matchesOf(text, ENGLISH)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
