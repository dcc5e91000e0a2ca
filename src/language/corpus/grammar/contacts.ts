import type { Locale } from '../../../core/locale.ts';
import { between, choose, digits } from './draw.ts';

type Shape = (random: () => number) => string;

function mobile(random: () => number): [string, string, string] {
  return [`1${between(3, 9, random)}${digits(1, random)}`, digits(4, random), digits(4, random)];
}

const CHINESE: [Shape, ...Shape[]] = [
  (random) => mobile(random).join(''),
  (random) => mobile(random).join(''),
  (random) => mobile(random).join(''),
  (random) => mobile(random).join(' '),
  (random) => mobile(random).join('-'),
  (random) => `+86 ${mobile(random).join('')}`,
];

const CITY_CODES = ['0113', '0114', '0115', '0116', '0117', '0118', '0121', '0131', '0141', '0151', '0161'] as const;

/** American numbers: any area code with 555-0100 to 555-0199, which are kept for fiction. */
function american(random: () => number): [string, string, string] {
  return [`${between(2, 9, random)}${digits(2, random)}`, '555', `01${digits(2, random)}`];
}

/** British numbers are Ofcom's for drama (https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama). */
const ENGLISH: [Shape, ...Shape[]] = [
  (random) => `07700 900${digits(3, random)}`,
  (random) => `07700900${digits(3, random)}`,
  (random) => `+44 7700 900${digits(3, random)}`,
  (random) => `020 7946 0${digits(3, random)}`,
  (random) => `+44 20 7946 0${digits(3, random)}`,
  (random) => `${choose(CITY_CODES, random)} 496 0${digits(3, random)}`,
  (random) => `01632 960${digits(3, random)}`,
  (random) => american(random).join(' '),
  (random) => american(random).join('-'),
  (random) => american(random).join(''),
  (random) => `+1 ${american(random).join(' ')}`,
  (random) =>
    american(random)
      .join(' ')
      .replace(/^(\d+) (\d+) /, '($1) $2-'),
];

/** A phone number for another; the last digits, and numbers of other countries, in their own shape. */
export function phone(surface: string, random: () => number, locale: Locale): string | null {
  if (!/^[+\d\s().-]+$/.test(surface)) return null;
  const bare = surface.replace(/\D/g, '');
  if (bare.length < 7) return surface.replace(/\d/g, () => digits(1, random));
  if (/^(?:86)?1[3-9]\d{9}$/.test(bare) && locale === 'zh') return choose(CHINESE, random)(random);
  if (/^\+(?:44|1)\b/.test(surface) || (locale === 'en' && !surface.startsWith('+')))
    return choose(ENGLISH, random)(random);
  // +852 5550 1234, 010-55501234: the country or area stays.
  let kept = Math.max(4, bare.length - 7);
  return surface.replace(/\d/g, (digit) => (kept-- > 0 ? digit : digits(1, random)));
}

const NAMES = (
  'li wang chen zhang liu yang zhao wu zhou xu lin huang mei ling xiaoyu haoran jing lei fang tom anna kate emma ' +
  'james priya omar lucy ivan sofia ben grace noah ella raj maria peter jane sunny happy tiger mango cloud info ' +
  'office billing hello accounts sales orders'
).split(' ') as [string, ...string[]];
/** Reserved by RFC 2606. */
const DOMAINS = [
  'example.com',
  'example.com',
  'example.com',
  'example.org',
  'example.net',
  'mail.example',
  'shop.example',
  'office.example',
] as const;

/** An address that nobody has. */
export function email(surface: string, random: () => number): string | null {
  if (!/^[^\s@]+@[^\s@]+$/.test(surface)) return null;
  const second = choose(['', '', choose(NAMES, random), choose(['a', 'b', 'h', 'k', 'm', 's'], random)], random);
  const joint = second === '' ? '' : choose(['.', '.', '_', '-', ''], random);
  const number = random() < 0.4 ? String(between(1, random() < 0.5 ? 99 : 9999, random)) : '';
  return `${choose(NAMES, random)}${joint}${second}${number}@${choose(DOMAINS, random)}`;
}
