import type { Page } from './claim.ts';
import { take } from './claim.ts';
import { ARABIC_NUMBER, CHINESE_NUMBER, numberText } from './numerals.ts';

const MEASURES =
  '件|双|款|张|单|台|只|把|条|套|盒|瓶|顶|对|笔|包|箱|袋|本|支|部|辆|份|位|名|人|项|种|倍|成|个(?!月|小时|工作日|星期|百分点)';
const COUNTED = new RegExp(`(?<![第这那哪每某几])(${CHINESE_NUMBER})\\s?(?:${MEASURES})`, 'g');
const SPELT =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|a hundred|one hundred)(?= (?:\w+ )?(?:items?|pairs?|pieces?|parcels?|packages?|orders?|options?|products?|units?|left|styles?|models?|colou?rs?|sizes?|lines?|results?|in stock|returns?|refunds?)\b)/g;
/** Large enough to be no article and no pronoun. */
const LARGE =
  /\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:an? |one |two |three |four |five |six |seven |eight |nine )?(?:hundred|thousand|million))\b/g;
/** 1. 2) 3、 at the start of a line, and （2） */
const LIST_MARK = /(?:^|\n)\s*(?:[-*]\s*)?\(?\d{1,2}(?:[.)、]|\s?:)(?!\d)/g;
const ORDINAL = new RegExp(
  `第\\s?(?:${ARABIC_NUMBER}|${CHINESE_NUMBER})|\\b\\d{1,2}(?:st|nd|rd|th)\\b|\\b(?:no\\.|number|option|step|#)\\s?\\d{1,2}\\b`,
  'g',
);
const BARE = new RegExp(`(?<![\\w.])(?:${ARABIC_NUMBER})(?![\\w]*@)`, 'g');
const MEASURED =
  /(?<![\w.])(\d+(?:\.\d+)?)\s?(?:kg|g|mg|cm|mm|m|km|l|ml|cl|w|kw|v|mah|wh|hz|gb|tb|mb|oz|lb|lbs|inch(?:es)?|ft|x|pcs|pc)(?![a-z])/g;

/** What numbers are left: how many, how large, how far. */
export function readCounts(page: Page): void {
  take(page, LIST_MARK, () => ({ kind: 'nothing' }));
  take(page, ORDINAL, () => ({ kind: 'nothing' }));
  take(page, MEASURED, ([, number = '']) => ({ kind: 'count', keys: [numberText(number) ?? number] }));
  take(page, COUNTED, ([, number = '']) => {
    const value = numberText(number);
    // 一款, 一个: an article, not a count.
    return value === '1' ? { kind: 'nothing' } : { kind: 'count', keys: [value ?? `loose ${number}`] };
  });
  take(page, SPELT, ([, number = '']) => ({ kind: 'count', keys: [numberText(number) ?? number] }));
  take(page, LARGE, ([number]) => ({ kind: 'count', keys: [numberText(number) ?? `loose ${number}`] }));
  take(page, BARE, ([number]) => ({ kind: 'count', keys: [numberText(number) ?? number] }));
}
