import type { Address } from '../../../../core/order.ts';
import { readPhones } from '../../../../language/quantities/contacts.ts';
import { cityAt, placeIndex, provinceAt } from './places.ts';

/** The parts of an address that a message names; what it does not name stays as it is on the order. */
export type AddressChange = Partial<
  Pick<Address, 'name' | 'phone' | 'country' | 'province' | 'city' | 'district' | 'street' | 'street2' | 'postcode'>
>;

const DISTRICT = /^[\p{Script=Han}]{1,8}?(?:自治县|[区县旗]|市(?!场))/u;
const STREET_SIGN = /[路街道巷弄号幢栋楼室村镇乡]|小区|花园|公寓|大厦|广场|单元/;
const NAME_ZH =
  /(?:收件人|收货人|姓名|名字|联系人)\s*(?:写|改成|改为|换成|是|为|[:：])*\s*([\p{Script=Han}·]{2,8}?)(?=[,，。;；\s]|电话|手机|$)/u;
const NAME_EN =
  /(?:recipient|name|attention|attn|c\/o)(?:\s(?:is|to|should be))?[:\s]+([A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,3})/;
/** `12 Elm Street, Springfield, IL 62704` */
const ENGLISH =
  /(?<street>(?:(?:apt|apartment|unit|suite|flat|room|rm)\.?\s*[\w-]+,\s*)?\d+[a-z]?\s[\w .'#/-]{3,80}?(?:,\s*(?:apt|apartment|unit|suite|flat|room|rm|#)\.?\s*[\w-]+)?),\s*(?<city>[A-Za-z .'-]{2,40})(?:,\s*(?<province>[A-Za-z .'-]{2,40}?))?(?:,?\s+(?<postcode>\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}))?\s*(?:$|[.;\n]|,)/i;

export function addressIn(text: string): AddressChange {
  const [phone] = readPhones(text);
  const name = NAME_ZH.exec(text)?.[1]?.replace(POLITE_NAME_END, '') ?? NAME_EN.exec(text)?.[1];
  const place = chinesePlace(text) ?? englishPlace(text) ?? unitAlone(text) ?? {};
  return {
    ...place,
    ...(phone && { phone: `${phone.value.country === '+86' ? '' : (phone.value.country ?? '')}${phone.value.digits}` }),
    ...(name && { name }),
  };
}

function chinesePlace(text: string): AddressChange | null {
  const start = placeIndex(text);
  if (start < 0) return streetAlone(text);
  let rest = text.slice(start);
  const province = provinceAt(rest);
  const afterProvince = province ? rest.slice(province.length).replace(/^[\s,，]+/, '') : rest;
  const city = cityAt(afterProvince) ?? cityAt(rest);
  if (!city && !province) return null;
  rest =
    city && cityAt(afterProvince) ? afterProvince.slice(city.length) : city ? rest.slice(city.length) : afterProvince;
  rest = rest.replace(/^[\s,，]+/, '');
  const district = DISTRICT.exec(rest)?.[0] ?? '';
  // 「我南京的地址」 names a place that is known, and no street.
  const street = /^的/.test(rest) ? '' : cleanStreet(rest.slice(district.length));
  return {
    province: province?.province ?? city?.province ?? '',
    ...(city && { city: city.city }),
    ...(district && { district }),
    ...(street && { street }),
  };
}

/** 「文三路188号」 with no place before it: the street changes, the city stays. */
function streetAlone(text: string): AddressChange | null {
  const found = /(?:改成|改为|改到|换成|换到|寄到|送到|地址是|地址:|^)\s*([^,，。;；]*\d[^,，。;；]*)/.exec(text)?.[1];
  if (!found || !STREET_SIGN.test(found) || !/\p{Script=Han}/u.test(found)) return null;
  const district = DISTRICT.exec(found.trim())?.[0] ?? '';
  const street = cleanStreet(found.trim().slice(district.length));
  return street ? { ...(district && { district }), street } : null;
}

/** Without the recipient, the phone and the politeness that follow. */
function cleanStreet(text: string): string {
  return (
    text
      .split(/[,，。;；\n]|收[件货]人|联系人|电话|手机|谢谢|可以吗|行吗/)[0]
      ?.replace(POLITE_END, '')
      ?.replace(/(?:\+?86)?[\s-]?1[3-9]\d(?:[\s-]?\d{4}){2}.*$/, '')
      .trim() ?? ''
  );
}

/** 「…100号吗」「…可以吧」「…行不行」: asked of the clerk, no part of the place; 网吧 and 酒吧 are one. */
const POLITE_END =
  /\s*(?:(?:可以|行|好|成|对)?(?:(?:[吗呢嘛么呀啊哈]|(?<![网酒书水茶氧])吧)+|不)|行不行|好不好|可不可以|能不能行|可以)?[?？!！~。.\s]*$/u;
/** 「收件人改成王五吧」 */
const POLITE_NAME_END = /(?<=.{2})(?:(?:可以|行|好)?[吗吧呢]|行不行|好不好)$/u;
const POLITE_END_EN = /(?:[\s,]+(?:please|thanks|thank you|instead|okay|ok|if possible))*[\s?!.]*$/i;

function englishPlace(text: string): AddressChange | null {
  const parts = ENGLISH.exec(text.replace(POLITE_END_EN, ''))?.groups;
  if (!parts?.street || !parts.city) return null;
  const { street, city, province, postcode } = parts;
  return {
    street: street.replace(/^(?:to|at)\s/i, '').trim(),
    city: city.trim(),
    district: '',
    ...(province && { province: province.trim() }),
    ...(postcode && { postcode: postcode.toUpperCase() }),
  };
}

/** "The suite should be Suite 641": the flat changes, the street stays. The last one that is named is the one that is meant. */
function unitAlone(text: string): AddressChange | null {
  const named = [
    ...text.matchAll(/\b(apt\.?|apartment|unit|suite|ste\.?|flat|room)\s*(?:number\s*|no\.?\s*)?#?\s*(\d\w{0,5})\b/gi),
  ].at(-1);
  return named ? { street2: `${named[1]} ${named[2]}` } : null;
}

/** Enough to send a parcel elsewhere, or a recipient or a phone to put right. */
export function saysWhere(change: AddressChange): boolean {
  return Boolean(change.street || change.street2 || change.name || change.phone);
}
