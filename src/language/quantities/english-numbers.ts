const SMALL: Record<string, number> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: Record<string, number> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
);
const SCALES: Record<string, number> = { hundred: 100, thousand: 1_000 };

const WORD = [...Object.keys(SMALL), ...Object.keys(TENS)].join('|');
/** "two hundred and fifty", "a hundred", "twenty-five". */
export const ENGLISH_NUMBER = `(?:(?:${WORD}|a(?= (?:hundred|thousand)))(?:[ -](?:${WORD}|hundred|thousand|and(?= (?:${WORD}))))*|couple|dozen)`;

/** Null when the words do not make a number. */
export function parseEnglishNumber(text: string): number | null {
  const plain = text.toLowerCase().trim();
  if (plain === 'couple') return 2;
  if (plain === 'dozen') return 12;
  let total = 0;
  let current = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const word of plain.split(/[ -]+/)) {
    const scale = SCALES[word];
    const value = word === 'a' ? 1 : (SMALL[word] ?? TENS[word]);
    if (word === 'and') continue;
    if (scale !== undefined) {
      current = (current || 1) * scale;
      last = scale;
      if (scale === 1_000) {
        total += current;
        current = 0;
      }
    } else if (value !== undefined && value < last) {
      current += value;
      last = value < 10 ? 0 : value < 20 ? 0 : 10;
    } else return null;
  }
  return total + current;
}
