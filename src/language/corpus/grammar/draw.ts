/** One of them, each alike. */
export function choose<Item>(items: readonly [Item, ...Item[]], random: () => number): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

/** A whole number, both ends included. */
export function between(low: number, high: number, random: () => number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** `count` digits; the first may be 0. */
export function digits(count: number, random: () => number): string {
  return Array.from({ length: count }, () => between(0, 9, random)).join('');
}

/** `count` digits of a number that does not begin with 0. */
export function numberOf(count: number, random: () => number): string {
  return between(1, 9, random) + digits(count - 1, random);
}

/** Every digit drawn anew; a first digit other than 0 stays so. 「188号」 becomes 「307号」; 3rd stays. */
export function redraw(text: string, random: () => number): string {
  return text.replace(/\d+(?!\d|st\b|nd\b|rd\b|th\b)/g, (number) =>
    number.startsWith('0') ? digits(number.length, random) : numberOf(number.length, random),
  );
}

/** A number of the same order, with one or two figures that count: 180 → 75 … 430. */
export function near(value: number, random: () => number): number {
  const spread = value * Math.exp((random() * 2 - 1) * 0.9);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, spread))) - (random() < 0.4 ? 0 : 1));
  return Math.max(1, Math.round(spread / unit) * unit);
}
