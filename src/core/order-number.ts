/** Dashes that keyboards and word processors put where a shop printed a hyphen. */
const DASHES = /[‐‑‒–—―−﹣－]/gu;

/**
 * An order number as it is looked up: width, case, spaces, a leading # and other marks do not count; letters, digits and hyphens do.
 * `＃ａｂ 12－3` and `AB12-3` are one number.
 */
export function orderNumberKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(DASHES, '-')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]/gu, '');
}
