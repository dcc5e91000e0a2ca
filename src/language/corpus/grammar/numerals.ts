const FIGURES = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** Below ten thousand, without the 两 of speech. */
function section(value: number): string {
  let text = '';
  let hasGap = false;
  for (const [at, figure] of [...String(value)].entries()) {
    const unit = UNITS[String(value).length - 1 - at];
    if (figure === '0') hasGap = true;
    else {
      if (hasGap && text !== '') text += '零';
      text += `${FIGURES[Number(figure)]}${unit}`;
      hasGap = false;
    }
  }
  return text.replace(/^一十/, '十');
}

/** As it is spoken: 200 「两百」, 1500 「一千五」 where `isShort`, 2 「二」; before a measure word 2 is 「两」: see counted. */
export function chineseNumeral(value: number, isShort = false): string {
  if (value === 0) return '零';
  const [above, below] = [Math.floor(value / 10_000), value % 10_000];
  const tail = below === 0 ? '' : above > 0 && below < 1_000 ? `零${section(below)}` : section(below);
  const spoken = `${above > 0 ? `${section(above)}万` : ''}${tail}`.replace(/二(?=[百千万])/g, '两');
  // 一百五十 → 一百五, 一千五百 → 一千五, 三万二千 → 三万二.
  return isShort ? spoken.replace(/(百[^零])十$|(千[^零])百$|(万[^零])千$/, '$1$2$3') : spoken;
}

/** With a measure word: 2 「两」. */
export function counted(value: number): string {
  return value === 2 ? '两' : chineseNumeral(value);
}

const WORDS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** 42 "forty two", 150 "a hundred and fifty", 2500 "two thousand five hundred". */
export function englishNumeral(value: number): string {
  if (value < 20) return WORDS[value] ?? String(value);
  if (value < 100) return `${TENS[Math.floor(value / 10) - 2]}${value % 10 > 0 ? ` ${WORDS[value % 10]}` : ''}`;
  const [size, name] = value < 1_000 ? [100, 'hundred'] : [1_000, 'thousand'];
  const count = Math.floor(value / size);
  const head = `${count === 1 ? 'a' : englishNumeral(count)} ${name}`;
  if (value % size === 0) return head;
  return `${head}${value % size < 100 ? ' and ' : ' '}${englishNumeral(value % size).replace(/^a /, 'one ')}`;
}

/** What `englishNumeral` writes, read back; null for anything else. */
export function parseEnglishNumeral(text: string): number | null {
  let total = 0;
  let part = 0;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    const unit = WORDS.indexOf(word);
    const ten = TENS.indexOf(word);
    if (unit >= 0) part += unit;
    else if (ten >= 0) part += (ten + 2) * 10;
    else if (word === 'a' && total === 0 && part === 0) part = 1;
    else if (word === 'hundred' && part > 0) part *= 100;
    else if (word === 'thousand' && part > 0) [total, part] = [total + part * 1_000, 0];
    else if (word !== 'and') return null;
  }
  return total + part > 0 ? total + part : null;
}
