const DIGITS: Record<string, number> = {
  ...{ 零: 0, 〇: 0, 一: 1, 壹: 1, 幺: 1, 二: 2, 两: 2, 贰: 2, 俩: 2, 三: 3, 叁: 3, 仨: 3, 四: 4, 肆: 4 },
  ...{ 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9 },
};
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 };
const MYRIADS: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

const WORDS: Record<string, number> = {
  ...{
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  },
  ...{ thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20 },
  ...{ thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, zero: 0 },
};
const SCALES: Record<string, number> = { dozen: 12, hundred: 100, thousand: 1_000, million: 1_000_000 };

const ARABIC = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s?[万千百亿](?!分)|[kw](?![a-z]))?`;
const CHINESE = `[${Object.keys(DIGITS).join('')}${Object.keys(UNITS).join('')}廿卅万亿]+(?:点[${Object.keys(DIGITS).join('')}]+)?`;
const ENGLISH = `(?:${[...Object.keys(WORDS), ...Object.keys(SCALES)].join('|')})(?:[ -](?:and |a )?(?:${[...Object.keys(WORDS), ...Object.keys(SCALES)].join('|')}))*`;

/** Source of a pattern for a number as digits, in Chinese or in English words. Lower case only. */
export const NUMBER = `(?:${ARABIC}|${CHINESE}|\\b(?:an? )?${ENGLISH}\\b)`;
export const ARABIC_NUMBER = ARABIC;
export const CHINESE_NUMBER = CHINESE;

/** The number as a decimal text without an exponent; null when it is none. */
export function numberText(text: string): string | null {
  const written = text.trim().replace(/,/g, '');
  const arabic = /^(\d+(?:\.\d+)?)\s?([万千百亿kw])?$/.exec(written);
  if (arabic) return scaled(arabic[1] ?? '', arabic[2]);
  if (/^(?:an? )?[a-z][a-z -]*$/.test(written)) return english(written);
  const [whole = '', fraction] = written.split('点');
  const value = chinese(whole);
  if (value === null) return null;
  const decimals = fraction && [...fraction].map((digit) => DIGITS[digit] ?? '').join('');
  return plain(decimals ? `${value}.${decimals}` : String(value));
}

export function numberOf(text: string): number | null {
  const found = numberText(text);
  return found === null ? null : Number(found);
}

/** Without leading and trailing zeros: equal numbers are equal texts. */
function plain(decimal: string): string {
  const short = decimal.replace(/^0+(?=\d)/, '');
  return short.includes('.') ? short.replace(/0+$/, '').replace(/\.$/, '') : short;
}

const FACTORS: Record<string, number> = { 百: 2, 千: 3, 万: 4, 亿: 8, k: 3, w: 4 };

/** Moves the point: 1.5万 is 15000, without binary rounding. */
function scaled(decimal: string, unit: string | undefined): string {
  const places = unit ? (FACTORS[unit] ?? 0) : 0;
  const [whole = '', fraction = ''] = decimal.split('.');
  const moved = fraction.padEnd(places, '0');
  return plain(`${whole}${moved.slice(0, places)}.${moved.slice(places)}`);
}

/** 一千五 is 1500, 三万二 is 32000, 二〇二五 is 2025, 廿五 is 25. */
function chinese(text: string): number | null {
  const written = text.replaceAll('廿', '二十').replaceAll('卅', '三十');
  if (written === '') return null;
  const characters = [...written];
  if (characters.every((character) => character in DIGITS)) {
    return Number(characters.map((character) => DIGITS[character]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit = 0;
  let last = 1;
  let zero = false;
  for (const character of characters) {
    const unit = UNITS[character];
    const myriad = MYRIADS[character];
    if (character in DIGITS) {
      digit = DIGITS[character] ?? 0;
      if (digit === 0) zero = true;
    } else if (unit !== undefined) {
      section += (digit || 1) * unit;
      digit = 0;
      last = unit;
      zero = false;
    } else if (myriad !== undefined) {
      total = (total + section + digit || 1) * myriad;
      section = 0;
      digit = 0;
      last = myriad;
      zero = false;
    } else return null;
  }
  return total + section + (digit > 0 && !zero && last >= 100 ? digit * (last / 10) : digit);
}

function english(text: string): string | null {
  let total = 0;
  let section = 0;
  for (const word of text.replace(/^an? /, '').split(/[ -]+/)) {
    if (word === 'and' || word === 'a') continue;
    const scale = SCALES[word];
    const value = WORDS[word];
    if (scale !== undefined && scale < 1_000) section = (section || 1) * scale;
    else if (scale !== undefined) {
      total += (section || 1) * scale;
      section = 0;
    } else if (value !== undefined) section += value;
    else return null;
  }
  return String(total + section);
}
