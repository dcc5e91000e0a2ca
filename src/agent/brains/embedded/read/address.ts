import { readOrderNumbers } from '../../../../language/quantities/codes.ts';
import { readEmails, readPhones } from '../../../../language/quantities/contacts.ts';
import { chinesePlace } from './address/chinese.ts';
import { type DoorPiece, doorIn } from './address/door.ts';
import type { AddressChange, PlaceSaid } from './address/parts.ts';
import { westernPlace } from './address/western.ts';

export type { AddressChange };

/** All that a message says of an address. */
export interface AddressSaid {
  /** What was placed. */
  parts: AddressChange;
  /** Numbers that are put right by themselves, in a street that stays. */
  door: DoorPiece[];
  /** What reads like a piece of an address and fits no part of it. */
  rest: string[];
  /** The words of the place alone. */
  body: string;
  /** All other words: what is to be done, of which order. */
  frame: string;
}

const NAME_ZH =
  /(?:收件人|收货人|姓名|名字|联系人)\s*(?:也|要|都)?(?:又?(?:写|填|打)?错了|不对)?[\s,，]*(?:应该|要)?(?:写|改成|改为|换成|是|为|叫|[:：])*\s*([\p{Script=Han}·]{2,8}?)(?=[,，。;；\s]|电话|手机|地址|$)/u;
const NAME_EN =
  /(?:recipient|name|attention|attn|c\/o)(?:\s(?:is|to|should be))?[:\s]+([A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,3})/;
/** 「王五 13912345678」, as it is pasted; the number stands as ☎. */
const NAME_BESIDE = /(?<=^|[,，\s:])([\p{Script=Han}·]{2,4})[\s,，]*☎|☎[\s,，]*([\p{Script=Han}·]{2,4})(?=[,，\s]|$)/u;
/** 「张三收」 */
const NAME_RECEIVES = /(?<=^|[,，\s])([\p{Script=Han}·]{2,4})收(?=[,，。\s]|$)/u;
const NO_NAME = /[路街区市省县号室幢栋楼单谢烦电话手机改换寄送]/u;
/** 「收件人改成王五吧」 */
const POLITE_NAME_END = /(?<=.{2})(?:(?:可以|行|好)?[吗吧呢]|行不行|好不好)$/u;
const PHONE_LABEL =
  /(?:(?:联系)?(?:电话|手机)(?:号码?)?|号码|\b(?:my |the |new )?(?:phone|mobile|cell|tel|telephone|contact)(?: number)?)\s*(?:(?:写错了|错了|要|也|,|，|改成|改为|换成|是|为|:|：|is|to|should be)\s*)*☎/giu;
const POSTCODE =
  /(?:邮编|邮政编码|\b(?:zip(?: ?code)?|post ?code|postal code))\s*(?:(?:是错的|错了|不对|(?:is |was )?wrong|(?:is |was )?incorrect|应该是|,|，|it|改成|改为|换成|是|为|is|to|should be|:|：)\s*)*([a-z]?\d[\da-z]{1,3}[\s-]?(?:\d[a-z\d]{1,3})?)(?![a-z\d])/iu;

/** A mark in the place of what was read already. */
const PHONE = '☎';

/** What the message says of an address. `corrects`: a card with one lies there, or it was asked for, so that a number alone may put it right. */
export function readAddress(text: string, corrects = false): AddressSaid {
  const [phone] = readPhones(text);
  let left = masked(text);
  const parts: AddressChange = {};
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(left);
    if (found) left = `${left.slice(0, found.index)},${left.slice(found.index + found[0].length)}`;
    return found;
  };
  const postcode = take(POSTCODE)?.[1];
  const name =
    take(NAME_ZH)?.[1]?.replace(POLITE_NAME_END, '') ??
    take(NAME_EN)?.[1] ??
    take(NAME_RECEIVES)?.[1] ??
    besideNumber(left);
  if (name && left.includes(name)) left = left.replace(name, ',');
  left = left.replace(PHONE_LABEL, ',').replaceAll(PHONE, ',');
  if (phone) parts.phone = `${phone.value.country === '+86' ? '' : (phone.value.country ?? '')}${phone.value.digits}`;
  if (name) parts.name = name;
  const door = doorIn(left, corrects);
  const others = door ? left.replace(door.words, ',') : left;
  const unit = door ? null : unitIn(others);
  const place = unit ? null : placeIn(others);
  if (unit) parts.street2 = unit;
  return {
    parts: { ...place?.parts, ...parts, ...(postcode && { postcode: postcode.toUpperCase().trim() }) },
    door: door?.pieces ?? [],
    rest: place?.rest ?? [],
    body: place?.body ?? '',
    frame: place?.frame ?? left,
  };
}

/** The numbers of orders and of the phone, and e-mails, are read elsewhere. */
function masked(text: string): string {
  const phones = readPhones(text).map(({ start, end }) => ({ start, end, mark: PHONE }));
  const others = [
    ...readOrderNumbers(text).filter(({ value }) => value.isCertain && value.number.length > LONGEST_DOOR),
    ...readEmails(text),
  ];
  const spans = [...phones, ...others.map(({ start, end }) => ({ start, end, mark: ' ' }))];
  spans.sort((a, b) => b.start - a.start);
  return spans.reduce((left, { start, end, mark }) => `${left.slice(0, start)}${mark}${left.slice(end)}`, text);
}

/** `#12-34` is a flat in Singapore. */
const LONGEST_DOOR = 6;

function besideNumber(left: string): string | undefined {
  const found = NAME_BESIDE.exec(left);
  const name = found?.[1] ?? found?.[2];
  return name && !NO_NAME.test(name) ? name : undefined;
}

/** "The suite should be Suite 641": the flat changes, the street stays. The last one that is named is the one that is meant. */
const UNIT =
  /\b(apt|apartment|unit|suite|ste|flat|room|rm)\b\.?\s*(?:number|no\.?)?\s*(?:(?:(?:on|of|for|in) [^\d,.]{1,50}?)?(?:(?:is|was|to|should be|must be|:)\s*)+)?#?(\d[\w-]{0,5}|[a-z]-?\d{1,4}|[a-z])\b/gi;

function unitIn(text: string): string | null {
  const named = [...text.matchAll(UNIT)].at(-1);
  if (!named) return null;
  const rest = text.replace(UNIT, ' ');
  return /\d/.test(rest) || WAY_NAMED.test(rest) ? null : `${capital(named[1] ?? '')} ${named[2]?.toUpperCase()}`;
}

const WAY_NAMED = /\b(?:street|st|road|rd|avenue|ave|lane|drive|court|square|boulevard|blvd|way|terrace)\b/i;

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}`;
}

function placeIn(text: string): PlaceSaid | null {
  const western = /[a-z]{3}/i.test(text) ? westernPlace(text) : null;
  const chinese = chinesePlace(text);
  // 「背包那单改到 221B Baker Street, London」: Chinese words around, and none in the address.
  const isWestern = western && !/\p{Script=Han}/u.test(western.body);
  return isWestern ? western : (chinese ?? western);
}

/** The parts that a message names. */
export function addressIn(text: string): AddressChange {
  return readAddress(text).parts;
}

/** A whole new place, or the number that becomes another, said of itself. */
export function changesAddress(text: string): boolean {
  const { parts, door } = readAddress(text);
  const isPlace = parts.street !== undefined && (parts.city !== undefined || LEADS_ELSEWHERE.test(text));
  return isPlace || (door.some(({ sign }) => sign !== '') && LEADS_ELSEWHERE.test(text));
}

const LEADS_ELSEWHERE = /[改换寄送]|门牌|地址|\b(?:change|ship|send|deliver|address)\b/i;

/** 「地址不对」 "that address is wrong", with no word of the right one. */
export function saysWrong(text: string): boolean {
  return /错了|不对|有误|(?:应该|其实|实际)是|\b(?:wrong|incorrect|mistake|not right|should be|instead of|i meant)\b/i.test(
    text,
  );
}

/** Enough to send a parcel elsewhere, or a recipient or a phone to put right. */
export function saysWhere(change: AddressChange): boolean {
  return Boolean(change.street || change.street2 || change.name || change.phone);
}
