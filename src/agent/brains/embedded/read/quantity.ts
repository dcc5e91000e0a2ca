const NUMERALS = '一二三四五六七八九十';
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const COUNTED =
  /([一二两三四五六七八九十]|\d{1,4})\s?(?:个|件|双|只|台|把|条|套|盒|瓶|顶|对|pcs\b|pieces?\b|pairs?\b|items?\b|of (?:them|it)\b)/i;
const SPELT = new RegExp(`\\b(?:just|only|return|exchange)\\s(${WORDS.join('|')}|\\d{1,4})\\b`, 'i');
const LONE = new RegExp(`^\\s*([一二两三四五六七八九十]|\\d{1,4}|${WORDS.join('|')})\\s*[.。]?\\s*$`, 'i');

/** How many pieces are spoken of: 「退一个」「两双」 "just one". `asked`: the number was just asked for, so a lone one counts. */
export function quantityIn(text: string, asked: boolean): number | null {
  const found = COUNTED.exec(text)?.[1] ?? SPELT.exec(text)?.[1] ?? (asked ? LONE.exec(text)?.[1] : undefined);
  return found ? toNumber(found.toLowerCase()) : null;
}

function toNumber(word: string): number {
  if (word === '两') return 2;
  if (NUMERALS.includes(word)) return NUMERALS.indexOf(word) + 1;
  return WORDS.includes(word) ? WORDS.indexOf(word) + 1 : Number(word);
}
