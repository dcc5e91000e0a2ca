/**
 * Stretches of a normalised text that are digits but no quantity: codes, contacts, dates, addresses on the web. Blanked out, so that a
 * reader of amounts cannot take a piece of one. The length stays the same.
 */
const IDENTIFIERS = [
  /https?:\/\/[^\s，。；、！？"'<>（）]+/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?<![a-z\d])#?[a-z]{1,5}[ -]?\d{5,}(?:-\d+)*/gi,
  /(?<![a-z\d])#[a-z]?\d{3,}/gi,
  /(?<!\d)\+?\d{1,3}[ -]?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g,
  /(?<!\d)\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?!\d)/g,
  /(?<!\d)\d{1,2}月\d{1,2}[日号]?|(?<!\d)\d{1,2}:\d{2}(?!\d)/g,
  /(?<![\d.])\d{9,}(?![\d.])/g,
];

/** None of them is without one of these. */
const TELLING = /[\d@/]/;

export function blankIdentifiers(text: string): string {
  if (!TELLING.test(text)) return text;
  return IDENTIFIERS.reduce((blanked, pattern) => blanked.replace(pattern, (match) => ' '.repeat(match.length)), text);
}
