import type { Locale } from '../core/locale.ts';
import type { NormalisedText } from './normalise.ts';
import { asNormalised } from './normalise.ts';
import { looksLikePinyin } from './pinyin.ts';

/** Addresses, codes and anything with a digit belong to no language. */
const NEUTRAL = /https?:\/\/\S+|\S+@\S+|[#\w-]*\d[\w-]*/g;

/** The words that hold an English sentence together; brand and product names stand in Chinese sentences too. */
const ENGLISH_GLUE = new Set(
  `a an the i im ive id you your my me we our it its is are was were am be been do does did dont can could cant will would should have has had
  to of for with on in at by from and or but not no yes please this that these those what when where which who why how much many any some
  want need get got send sent hi hello hey thanks thank there if out up about`.split(/\s+/),
);

/**
 * The language a message is written in; null where it has none of its own (a number, a code, 👍). Mixed text goes to the language that builds
 * the sentence: 「我的order到哪了」 is Chinese, "can I get a 退款" English.
 */
export function detectLocale(input: string | NormalisedText): Locale | null {
  const text = asNormalised(input).text.toLowerCase().replace(NEUTRAL, ' ');
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z]+(?:'[a-z]+)?/g) ?? [];
  if (han === 0) {
    if (looksLikePinyin(words)) return 'zh';
    return words.some((word) => word.length > 2 || ENGLISH_GLUE.has(word)) && !onlyOk(words) ? 'en' : null;
  }
  const glue = words.filter((word) => ENGLISH_GLUE.has(word.replace("'", ''))).length;
  // A Chinese word is about 1.6 characters long.
  return glue > han / 1.6 ? 'en' : 'zh';
}

/** Said in every language. */
function onlyOk(words: readonly string[]): boolean {
  return words.every((word) => /^(?:ok+|okay|bye|wow|vip|app)$/.test(word));
}
