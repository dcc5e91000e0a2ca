/** Spoken with a vowel first: "an apple", "an 8", "an XL", but "a unicorn". */
function beginsWithVowel(text: string): boolean {
  if (/^(?:8|11\b|18\b|hour|honest|heir)/i.test(text)) return true;
  if (/^(?:uni|use|uk\b|us\b|uk\d|us\d|eu|one\b|u-)/i.test(text)) return false;
  if (/^[A-Z]{1,3}\d*(?![a-z])/.test(text)) return /^[AEFHILMNORSX]/.test(text);
  return /^[aeiou]/i.test(text);
}

const SINGULAR_IN_S = /(?:ss|us|is|lens|canvas|atlas|gas)$/i;

function isPlural(text: string): boolean {
  return /s$/i.test(text) && !SINGULAR_IN_S.test(text);
}

/** Whether an English value can stand behind what is before it: "an apple", "a pear". */
export function fitsArticle(value: string, before: string): boolean {
  const article = /(?:^|[^a-z'])(an?) $/i.exec(before)?.[1]?.toLowerCase();
  return article === undefined || beginsWithVowel(value) === (article === 'an');
}

export function isSameNumber(value: string, surface: string): boolean {
  return isPlural(value) === isPlural(surface);
}

/** The value as the writer of the surface would have typed it: in capitals, without any, or with one to begin a sentence. */
export function inCaseOf(surface: string, value: string, before: string, text: string): string {
  if (!/[a-z]/i.test(surface) || /[^\p{ASCII}\p{Script=Latin}]/u.test(value)) return value;
  const isLower = surface === surface.toLowerCase();
  // A short name is in capitals of itself: XL, UPS, SF.
  if (!isLower && surface === surface.toUpperCase())
    return /^[A-Z\s]{4,}$/.test(surface) && !/\d/.test(value) ? value.toUpperCase() : value;
  if (isLower) return text === text.toLowerCase() ? value.toLowerCase() : value;
  const beginsSentence = /^[A-Z]/.test(surface) && /(?:^|[.!?\n]\s*)$/.test(before);
  return beginsSentence ? value.charAt(0).toUpperCase() + value.slice(1) : value;
}

const FULL_WIDTH = /[！-～]/;

/** Digits and letters in full width, as input methods leave them. */
function widen(text: string): string {
  return text.replace(/[0-9A-Za-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

/** Every other value is in full width where the surface was. */
export function inWidthOf(surface: string, value: string, random: () => number): string {
  return FULL_WIDTH.test(surface) && random() < 0.5 ? widen(value) : value;
}
