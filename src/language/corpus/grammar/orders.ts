import { between, choose, digits, numberOf, redraw } from './draw.ts';

function day(random: () => number): string {
  const year = between(2023, 2026, random);
  return `${year}${String(between(1, 12, random)).padStart(2, '0')}${String(between(1, 28, random)).padStart(2, '0')}`;
}

type Shape = (random: () => number) => string;

/** As the platforms write them; what the shape is taken from stands behind it. */
const SHAPES: [Shape, ...Shape[]] = [
  (random) => `XE${day(random)}-${digits(4, random)}`, // the built-in shop
  (random) => `XE${day(random)}-${digits(4, random)}`,
  (random) => `XE${day(random)}-${digits(4, random)}`,
  (random) => `#W${numberOf(7, random)}`, // tau-bench's retail shop
  (random) => `#${numberOf(4, random)}`, // Shopify
  (random) => numberOf(18, random), // Taobao
  (random) => numberOf(19, random), // Taobao, Douyin
  (random) => numberOf(16, random), // Taobao, older
  (random) => numberOf(12, random), // JD
  (random) => `${day(random).slice(2)}-${digits(15, random)}`, // Pinduoduo
  (random) => `${day(random)}${digits(between(4, 10, random), random)}`,
  (random) => `${between(100, 404, random)}-${digits(7, random)}-${digits(7, random)}`, // Amazon
  (random) => numberOf(10, random),
  (random) => `${choose(['SO', 'EB', 'WC', 'ORD', 'DD', 'A'], random)}-${numberOf(between(5, 8, random), random)}`,
];

/** Digits said of an order: its end, or all of it. */
const MAX_TAIL = 6;

/** An order number for another: the last digits for the last digits, a whole one for a whole one. */
export function orderNumber(surface: string, random: () => number): string | null {
  if (!/^[\w#\s-]*\d[\w#\s-]*$/.test(surface)) return null;
  if (/^\d+$/.test(surface) && surface.length <= MAX_TAIL) return digits(surface.length, random);
  // A date in it would no longer be one.
  const isDated = /20\d{6}/.test(surface);
  const made = !isDated && random() < 0.3 ? redraw(surface, random) : choose(SHAPES, random)(random);
  // 「XE20251104 0007」
  return /\d\s\d/.test(surface) ? made.replace(/-/g, ' ') : made;
}
