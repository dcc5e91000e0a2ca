/** Folds widths and compatibility forms, so that `１３８` is `138`; drops invisible characters. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim();
}

/** An e-mail as it is compared, or null when it is none. */
export function emailKey(text: string): string | null {
  const email = fold(text).toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

/**
 * A phone number as it is compared: digits alone, without the country code of China or North America where it stands as such.
 * Null when it is none, also when digits are masked (`138****1234`): a masked number proves nothing.
 */
export function phoneKey(text: string): string | null {
  const folded = fold(text).replace(/[‐-―−]/g, '-');
  if (!/^\+?[\d\s().-]+$/.test(folded)) return null;
  const digits = folded.replace(/\D/g, '');
  const national = /^(\+|00)/.test(folded)
    ? digits.replace(/^00/, '').replace(/^86(?=\d{7,})|^1(?=[2-9]\d{9}$)/, '')
    : digits.replace(/^86(?=1[3-9]\d{9}$)/, '');
  return national.length >= 7 && national.length <= 15 ? national : null;
}

/** An order number as attempts at it are counted: width, case, spaces and signs do not make another one. */
export function orderKey(text: string): string {
  return fold(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
