/** What draws an emoji: the joiner between two pictures, the variation selector after one, the tags of a flag. */
const DRAWN =
  /\u{1f3f4}[\u{e0061}-\u{e007a}]{2,6}\u{e007f}|(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d(?=\p{Extended_Pictographic})|(?<=[\p{Extended_Pictographic}\d#*])\ufe0f/gu;

/**
 * Format characters (zero-width, directional marks, BOM, tags), variation selectors, letters that draw nothing, and controls: a reader sees none of
 * them, so text made of them, or torn apart by them, would be said by the shop without the shop knowing.
 */
const HIDDEN =
  /\p{Cf}|[\ufe00-\ufe0f]|\u034f|[\u115f\u1160\u3164\uffa0\u2800]|[\u180b-\u180f]|[\u{e0000}-\u{e0fff}]|(?![\t\n])\p{Cc}/gu;

/** The text without what nobody sees; line ends are `\n`. Everything else stays as it is. */
export function visible(text: string): string {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\u00a0', ' ');
  let result = '';
  let end = 0;
  for (const drawn of lines.matchAll(DRAWN)) {
    result += lines.slice(end, drawn.index).replace(HIDDEN, '') + drawn[0];
    end = drawn.index + drawn[0].length;
  }
  return result + lines.slice(end).replace(HIDDEN, '');
}
