import type { Locale } from '../../../core/locale.ts';
import { between, choose, digits, numberOf } from './draw.ts';

type Shape = (random: () => number) => string;

/** By carrier, as printed on the label. */
const CHINESE: [Shape, ...Shape[]] = [
  (random) => `SF${digits(13, random)}`,
  (random) => `SF${digits(13, random)}`,
  (random) => `YT${digits(13, random)}`,
  (random) => `JD${choose(['', 'VA', 'VB', 'X'], random)}${digits(between(10, 13, random), random)}`,
  (random) => `JT${digits(13, random)}`,
  (random) => `DPK${digits(12, random)}`,
  (random) => `7${between(3, 8, random)}${digits(12, random)}`, // ZTO, STO: 14 digits
  (random) => `77${digits(13, random)}`, // STO: 15 digits
  (random) => `4${between(3, 6, random)}${digits(11, random)}`, // Yunda
  (random) => `9${digits(12, random)}`, // China Post
  (random) => `E${choose(['A', 'B', 'V', 'X', 'Z'], random)}${digits(9, random)}CN`, // EMS
];

const ENGLISH: [Shape, ...Shape[]] = [
  (random) => `1Z${choose(['999AA1', '88A2E3', 'V40W09', '5R8910'], random)}${digits(10, random)}`, // UPS
  (random) => numberOf(12, random), // FedEx
  (random) => numberOf(15, random), // FedEx Ground
  (random) => `9400${digits(18, random)}`, // USPS
  (random) =>
    `${choose(['RM', 'RR', 'LX', 'CP'], random)}${digits(9, random)}${choose(['GB', 'US', 'DE', 'CN'], random)}`,
  (random) => `JD000${digits(13, random)}`, // Yodel, DHL eCommerce
  (random) => `H00${choose(['A', 'B', 'C'], random)}${digits(13, random)}`, // Evri
  (random) => `1597${digits(10, random)}`, // DPD
  (random) => numberOf(10, random), // DHL Express
  (random) => `YT${digits(13, random)}`,
  (random) => `SF${digits(13, random)}`,
];

const MAX_TAIL = 6;

/** A parcel number for another: the last digits for the last digits, a whole one for a whole one. */
export function parcelNumber(surface: string, random: () => number, locale: Locale): string | null {
  if (!/^[A-Za-z\d\s-]*\d[A-Za-z\d\s-]*$/.test(surface)) return null;
  if (/^\d+$/.test(surface) && surface.length <= MAX_TAIL) return digits(surface.length, random);
  return choose(locale === 'zh' ? CHINESE : ENGLISH, random)(random);
}
