import { normalise } from './normalise.ts';

/**
 * Whole answers, never parts of one. A confirmation card may be redeemed on these words alone, so a form stands here only if nobody
 * would write it meaning anything else; whatever is added (「但是」, "but", another wish, the name of an action) makes it no longer plain.
 */
const AFFIRMATIONS_ZH = `是 是的 对 对的 没错 正确 好 好的 好吧 行 行的 行吧 可以 可以的 确认 确定 我确认 我确定 确认无误 确认的 确定的
  同意 我同意 嗯 恩 没问题 就这样 就这样吧 就这么办 就这么办吧 办吧 帮我办吧 请办理 麻烦办理 好确认 好的确认 是的确认 确认办吧 就办吧 确认办理 确认提交 提交 提交吧
  可以确认 没问题确认 对确认 嗯确认 好的没问题 好没问题 好的可以 可以办吧 好就这样 好的就这样 行就这样 是的没错 对没错 好的办吧 好提交 好的提交
  妥 妥了 中 成 得行 要得 ok ok的 okok yes 当然 当然可以 必须的 shide haode keyi queren`;

const AFFIRMATIONS_EN = `yes|yep|yess|yeah|yup|ya|ye|y|aye|yes confirm|yes i confirm|yes confirmed|yes confirm it|yes go ahead|yes do it|yes do|yes i do
  |ok|okay|k|ok confirm|ok yes|yes ok|ok go ahead|okay go ahead|ok do it|sure|sure thing|sure go ahead|yes sure|confirm|confirmed|i confirm|confirm it|i agree|agreed
  |go ahead|go for it|do it|proceed|yes proceed|correct|thats correct|yes thats correct|thats right|yes thats right|right|exactly
  |absolutely|yes absolutely|definitely|of course|sounds good|yes sounds good|looks good|yes looks good|fine|thats fine|yes thats fine|alright|all right|submit it|yes submit it|uh huh|please do|yes please do|please go ahead|yes please go ahead|please proceed|please do it|hao de|shi de|que ren|ke yi`;

const DENIALS_ZH = `不 不是 不是的 不对 不要 不要了 不用 不用了 不必 不必了 不行 不可以 不好 不了 先不 先不了 先不要 先不要了 算了 算了吧 还是算了 还是算了吧 取消操作
  别 别了 先别 先别办 别办了 否 不确认 不确定 不同意 我不同意 不需要 不需要了 不办了 先不办了 我再想想 再想想 我想想 停 放弃 我放弃 先放着 等一下先别 等等先别 等下先别 我再考虑一下 再考虑一下 再考虑 我再考虑`;

const DENIALS_EN = `no|noo|nope|nah|n|not now|not yet|no not yet|no not now|dont|do not|please dont|dont do it|please dont do it|do not do it|dont do that|never mind|nevermind
  |forget it|stop|no stop|no dont|negative|i changed my mind|no i changed my mind|not correct|thats wrong|no thats wrong|incorrect|wrong|thats not it|not right|id rather not|rather not
  |let me think|no let me think|no need|not anymore|leave it|no leave it|absolutely not|no way|no wait|wait no|wait dont|cancel that|no cancel that|scrap that|not really|dont submit it|i dont think so|no i dont|i dont`;

/** Said out of politeness or habit at the ends of an answer; changes nothing in it. 「吗」「嘛」「么」 ask and 「了」 may mean enough (「好了」). */
const BEFORE = /^(?:嗯+|恩+|哦+|噢+|啊|亲+|那|well|um+|oh|hi)[ ]?(?=.)/;
const AFTER =
  /(?:[呀啊呢哈哦噢喔嘞哒滴啦呗]|谢谢[您你]?[了啦啊]?|谢啦|多谢|辛苦[您你]?了?|麻烦[您你]?了|拜托了?|亲+|then|thanks|thx|thank you|(?:please|pls)(?: do)?)$/;

function forms(list: string, separator: RegExp): string[] {
  return list
    .split(separator)
    .map((form) => form.trim())
    .filter(Boolean);
}

const AFFIRMATIONS = new Set([...forms(AFFIRMATIONS_ZH, /\s+/), ...forms(AFFIRMATIONS_EN, /\|/)]);
const DENIALS = new Set([...forms(DENIALS_ZH, /\s+/), ...forms(DENIALS_EN, /\|/)]);

/** Yes by themselves, in any skin colour. */
const YES_SIGN = /^\s*(?:[👌👍✅✔]\p{Emoji_Modifier}?\ufe0f?\s*){1,3}$/u;
/** Turn an answer into its opposite or into doubt. */
const DOUBT_SIGN = /[👎❌✖🚫🙅🤔😕🙄❓❔]/u;
const NO_SIGN = /^\s*(?:[👎❌✖🙅]\p{Emoji_Modifier}?\ufe0f?\s*){1,3}$/u;

/** The bare words: lower case, no punctuation, emoji or spaces between Chinese characters, repetitions once. A question mark stays: 「确认？」 asks. */
function bareWords(text: string): string {
  const words = normalise(text)
    .text.toLowerCase()
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) +| +(?=\p{Script=Han})/gu, '')
    .trim();
  return words.replace(/^(\p{Script=Han}{1,3}?)\1+/u, '$1').replace(/^([a-z]+)(?: \1)+\b/, '$1');
}

/** Longer than any form with its particles: no need to look. */
const LONGEST = 80;

function isOneOf(list: ReadonlySet<string>, text: string): boolean {
  if (text.length > LONGEST) return false;
  let words = bareWords(text);
  for (let trims = 0; trims < 5 && words; trims++) {
    if (list.has(words)) return true;
    const shorter = words.replace(AFTER, '').trim();
    const next = shorter && shorter !== words ? shorter : words.replace(BEFORE, '').trim();
    if (next === words) return false;
    words = next;
  }
  return false;
}

/** "yeah go ahead", "sure, do it": an assent before another one is still nothing but a yes. */
const ASSENT = /^(?:yes|yeah|yep|yup|ok|okay|sure|alright|all right)[ ](?=.)/;

/** 「好的」「确认」「是的～」 "yes please" 👌 and nothing besides. */
export function isPlainAffirmation(text: string): boolean {
  if (DOUBT_SIGN.test(text) || text.length > LONGEST) return false;
  return (
    YES_SIGN.test(text) || isOneOf(AFFIRMATIONS, text) || isOneOf(AFFIRMATIONS, bareWords(text).replace(ASSENT, ''))
  );
}

/** 「不用了」「算了吧」 "no thanks" and nothing besides. */
export function isPlainDenial(text: string): boolean {
  return NO_SIGN.test(text) || isOneOf(DENIALS, text);
}
