const DIGITS = '一二三四五六七八九十';
const ENGLISH = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const CHINESE = /第\s?([一二两三四五六七八九十]|\d{1,2})(?!\s?(?:天|日|次))/g;
const WORDS = new RegExp(`\\b(?:the\\s)?(${ENGLISH.join('|')})\\b(?!\\s?(?:day|time|two|three|four))`, 'gi');
const NUMBERED = /\b(\d{1,2})(?:st|nd|rd|th)\b|(?:number|no\.?|option|#)\s?(\d{1,2})\b/gi;
const LAST = /最后(?:一)?[个款双件条单项]|倒数第一|\bthe last one\b|\blast (?:option|item)\b/i;
/** Only where something was listed may a lone digit be a place in the list. */
const LONE = /^\s*([1-9]|10)\s*[.。、)）号]?\s*$/;

/** Places in a list that was shown, from 1; −1 is the last. `listed`: a list is on the table, so a lone digit counts. */
export function ordinalsIn(text: string, listed = false): number[] {
  const found: number[] = firstOf(text);
  for (const match of text.matchAll(CHINESE)) {
    const word = (match[1] ?? '').replace('两', '二');
    found.push(DIGITS.includes(word) ? DIGITS.indexOf(word) + 1 : Number(word));
  }
  for (const match of text.matchAll(WORDS)) found.push(ENGLISH.indexOf((match[1] ?? '').toLowerCase()) + 1);
  for (const match of text.matchAll(NUMBERED)) found.push(Number(match[1] ?? match[2]));
  if (LAST.test(text)) found.push(-1);
  const lone = listed ? LONE.exec(text)?.[1] : undefined;
  if (lone) found.push(Number(lone));
  return [...new Set(found)];
}

/** 「前两个」 "the first three": all of them. */
function firstOf(text: string): number[] {
  const [, chinese, english] = /前\s?([两三四])\s?[个款单件]|\bfirst (two|three|four)\b/i.exec(text) ?? [];
  const count = chinese
    ? '一两三四'.indexOf(chinese) + 1
    : english
      ? ['one', 'two', 'three', 'four'].indexOf(english) + 1
      : 0;
  return Array.from({ length: count }, (_, index) => index + 1);
}

export function pick<T>(list: readonly T[], ordinal: number): T | undefined {
  return ordinal < 0 ? list.at(ordinal) : list[ordinal - 1];
}
