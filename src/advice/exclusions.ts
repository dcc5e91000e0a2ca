import { FILLER, FILLER_EN } from './filler.ts';

export interface Exclusion {
  words: string[];
  start: number;
  end: number;
}

/** 「不要塑料的」「除了黑色」「别是皮的」; what is too dear or too big is a wish of another kind. */
const CHINESE =
  /(?:不要|不想要|别要|不喜欢|不考虑|不含|不带|不能有|别是|(?<!是)不是|除了 ?|排除|去掉|拒绝)(?!太|超过|这|那|了|紧|错|用|多|贵|便宜)((?:[\p{L}\p{N}]{1,6}?[、和跟或])?[\p{L}\p{N}]{1,6}?)(?:的|款|以外|之外|外|还有|哈|啊|哦|吧|了|(?=[,，。.;；!！?？\s]|$))/gu;
/** 「耐克的不要」「皮的就算了」 */
const CHINESE_BEHIND =
  /(?<=^|[,，。;；\s])([\p{Script=Han}]{1,4}?)的?(?:都|就)?(?:不要|不考虑|算了|不行|不喜欢)(?![\p{Script=Han}])/gu;
const ENGLISH =
  /\b(?:no|not|isn't|is not|aren't|without|nothing|except|anything but|other than|don'?t want|do not want|don'?t like|avoid|free of|drop the|exclude)\s+(?!too|over|more|under|less|for|sure|problem|thanks?|idea|longer|need|the one|this|that|it\b|really|bad|cheap|expensive|yet|now|only|in\b|on\b|at\b|a\b|an\b)((?:(?:made of|with|any) )?[a-z]+(?:-[a-z]+)?(?:(?: or |, )[a-z]+)?)(?: ones?| please)?/gi;

export function findExclusions(text: string): Exclusion[] {
  const found: Exclusion[] = [];
  for (const pattern of [CHINESE, CHINESE_BEHIND, ENGLISH]) {
    for (const match of text.matchAll(pattern)) {
      const words = (match[1] ?? '')
        .split(/[、和跟或]| or |, /)
        .map((word) =>
          word
            .replace(/^(?:made of|with|any) /, '')
            .replace(/的$/, '')
            .trim(),
        )
        .filter(
          (word) =>
            word !== '' && word !== 'another' && !FILLER.has(word) && !FILLER_EN.has(word) && !/^\d+$/.test(word),
        );
      if (words.length > 0) found.push({ words, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}
