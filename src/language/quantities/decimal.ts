/** An exact non-negative decimal as text: `1500`, `0.5`. Never a float in between. */
export type Decimal = string;

export function trimDecimal(decimal: string): Decimal {
  const [whole = '', fraction = ''] = decimal.split('.');
  const tail = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${tail && `.${tail}`}`;
}

/** Times ten to the power of `places`, which may be negative. */
export function shiftDecimal(decimal: Decimal, places: number): Decimal {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = `${'0'.repeat(Math.max(0, 1 - places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`;
  const point = digits.length - fraction.length - Math.max(0, places) + places;
  return trimDecimal(`${digits.slice(0, point) || '0'}.${digits.slice(point)}`);
}

/** Whole numbers as such; null when it is a fraction or beyond what a number holds exactly. */
export function wholeNumber(decimal: Decimal): number | null {
  const value = Number(decimal);
  return !decimal.includes('.') && Number.isSafeInteger(value) ? value : null;
}
