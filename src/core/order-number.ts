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

/** A run of digits and letters O, as a person writes zeros. */
const RUN = /[0-9o]{2,}/gu;

/**
 * The number that is meant when somebody wrote a letter O for a zero: `XE2O26O1O1-OOO1` is `xe20260101-0001`. Null when there is no such letter.
 * Only for a look-up that found nothing: `WOO1` may be a number of its own.
 */
export function orderNumberWithZeros(text: string): string | null {
  const key = orderNumberKey(text);
  const digits = key.replace(RUN, (run, at: number) =>
    /\d/.test(run) || isWhole(key, at, run) ? run.replaceAll('o', '0') : run,
  );
  return digits === key ? null : digits;
}

/** A part between hyphens that is letters O alone, behind a part with digits: `XE20260101-OOOO`. */
function isWhole(key: string, at: number, run: string): boolean {
  const after = key[at + run.length];
  return key[at - 1] === '-' && (after === undefined || after === '-') && /\d/.test(key.slice(0, at));
}
