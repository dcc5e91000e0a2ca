import { cityAt, placeStart, provinceAt } from '../places.ts';
import type { AddressChange, PlaceSaid } from './parts.ts';

/** What stands before these says what is to be done, with which order; the address comes after. */
const FRAME =
  /^.*(?:改成|改为|改到|改寄到?|改送到?|改去|换成|换到|换为|换去|寄到|寄往|寄去|寄给|邮到|送到|送去|发到|发往|发去|搬到|搬去|(?:地址|住址)(?:现在|应该|要)?(?:是|为|写|在|:))了?\s*[:]?\s*(?:在|到|:)?\s*/u;
/** Little words that may still stand before a place. */
const LEAD =
  /^(?:不对|不是|错了|应该(?:是|为)|应为|新的?地址|收货地址|地址|还是|寄|送|发|是|我家|我们?公司|公司|家里|我?(?:现在)?住|在|到)+[\s:]*/u;

const DISTRICT =
  /^(?:(?![路街道巷弄])\p{Script=Han}){1,8}?(?:自治县|(?<![小社校厂库景])区(?![一二三四五六七八九十\d]+[号栋幢座楼单])|县|旗|市(?!场))/u;
/** 「文三路」「阳光花园」: a way, or a place that people live or work at. */
const WAY =
  /(?:大道|路|街|巷|弄|胡同|[镇乡村屯]|小区|花园|公寓|大厦|大楼|广场|新苑|家园|园区|科技园|产业园|校区|大学|学院|医院)(?![上边过])/u;
const COLLECTED = /驿站|快递柜|丰巢|代收点|自提点|门卫|传达室|前台/u;
/** 「6 幢」「703 室」, or a number with nothing beside it. */
const PIECE =
  /\d+[a-z]?\s*(?:号[楼院]?|幢|栋|座|单元|弄|楼|层|室|房|组|队)|[一二三四五六七八九十]+(?:单元|幢|栋|座|号楼)|^[\d-]{1,9}[a-z]?$/iu;

/** Whether a stretch of Chinese may be a piece of an address. */
function looksLikePlace(text: string): boolean {
  return WAY.test(text) || PIECE.test(text) || COLLECTED.test(text);
}

/** A piece of a house is no place by itself: 「12号能到吗」 asks for a day. */
function beginsPlace(text: string): boolean {
  return (
    placeStart(text) >= 0 || (WAY.test(text) && /\d|[一二三四五六七八九十]/u.test(text)) || startsWithDistrict(text)
  );
}

/** Spoken to the clerk, and in no street's name. */
const SPOKEN =
  /我|你|您|[他她它]们?|把|的话|吗|吧|呢|请|帮|麻烦|谢谢|辛苦|可以|行不行|好不好|能不能|改(?!革)|换|订单|那单|这单|地址|门牌|收货|快递|发货|取消|退|搬家|就行|就好|即可/u;
/** 网吧 and 酒吧 are places; 「…100号吧」 asks. */
const IN_NAMES = /[网酒书水茶氧]吧/gu;

/** 「中国浙江省 杭州市，西湖区，文三路 118 号，6 幢 703 室」; null where no part of a place is named. */
export function chinesePlace(text: string): PlaceSaid | null {
  const clauses = text
    .split(/[,，。;；!?！？、\n]+/u)
    .map((clause) => clause.trim())
    .filter(Boolean);
  const frame: string[] = [];
  const body: string[] = [];
  for (const clause of clauses) {
    const { lead, rest } = withoutFrame(clause);
    const isPart = beginsPlace(rest) || (body.length > 0 && looksLikePlace(rest));
    if (!isPart) frame.push(clause);
    else {
      frame.push(lead);
      body.push(rest);
    }
  }
  if (body.length === 0 || !/\p{Script=Han}/u.test(body.join(''))) return null;
  return placeIn(body.join(' '), frame.filter(Boolean).join('，'));
}

function withoutFrame(clause: string): { lead: string; rest: string } {
  const after = clause.replace(FRAME, '');
  const rest = placeStart(after) === 0 ? after : after.replace(LEAD, '');
  return { lead: clause.slice(0, clause.length - rest.length), rest };
}

function startsWithDistrict(text: string): boolean {
  return DISTRICT.test(text) && !SPOKEN.test(text) && !/[小地]区|市区/u.test(text);
}

function placeIn(words: string, frame: string): PlaceSaid | null {
  const country = /^(?:中华人民共和国|中国)\s*/u.exec(words)?.[0] ?? '';
  const whole = words.slice(country.length);
  const start = placeStart(whole);
  const before = start > 0 ? whole.slice(0, start).trim() : '';
  // 「文三路118号 杭州市西湖区」: what stands before the city is a part of it too.
  const rest = before && looksLikePlace(before) ? [before] : [];
  let left = start > 0 ? whole.slice(start) : whole;
  const next = (length: number) => {
    left = left.slice(length).replace(/^[\s,，]+/u, '');
  };
  const parts: AddressChange = {};
  const province = start < 0 ? null : provinceAt(left);
  const isMunicipality = province !== null && /市$/.test(province.province);
  const below = province ? left.slice(province.length).replace(/^[\s,，]+/u, '') : left;
  const city = start < 0 ? null : cityAt(below);
  if (province) next(province.length);
  if (city) next(city.length);
  const municipality = isMunicipality ? province?.province : undefined;
  if (province || city) {
    parts.province = province?.province ?? city?.province ?? '';
    const cityName = city?.city ?? municipality;
    if (cityName) parts.city = cityName;
  }
  const district = DISTRICT.exec(left)?.[0] ?? '';
  next(district.length);
  // 「我南京的地址」 names a place that is known, and no street.
  const { street, spoken } = /^的/u.test(left) ? { street: '', spoken: '' } : streetAndTail(left);
  if (district) parts.district = district;
  if (street) parts.street = street;
  const tail = looksLikePlace(spoken) ? [spoken] : [];
  const isSaid = Object.values(parts).some(Boolean);
  if (!isSaid && tail.length === 0) return null;
  if (country) parts.country = 'CN';
  const besides = [frame, ...(rest.length > 0 ? [] : [before]), ...(tail.length > 0 ? [] : [spoken])];
  const named = whole.slice(Math.max(start, 0), whole.length - left.length);
  const body = `${country}${named}${street}`;
  return { parts, body, rest: [...rest, ...tail], frame: besides.filter(Boolean).join('，') };
}

/** The street ends where the clerk is spoken to. */
function streetAndTail(text: string): { street: string; spoken: string } {
  const masked = text.replace(IN_NAMES, (name) => '〇'.repeat(name.length));
  const at = SPOKEN.exec(masked)?.index ?? text.length;
  const street = text
    .slice(0, at)
    .replace(/\s*(?:[嘛么呀啊哈哦嗯呗了的]|行|好|不)*[~.\s]*$/u, '')
    .trim();
  return { street, spoken: text.slice(at).trim() };
}
