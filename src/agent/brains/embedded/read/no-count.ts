import type { Localized } from '../../../../core/locale.ts';
import { ofGoods, quantityIn } from './quantity.ts';

/** Nought, below nought, in parts or by powers of ten: 「0」「-1」「1.5」「1e9」「半」「负一」. */
const FIGURE = '[-−–]\\s?\\d+(?:\\.\\d+)?|\\d+\\.\\d+|\\d+(?:\\.\\d+)?e\\+?\\d+|0+(?!\\d)|\\d{5,}';
const HAN = '零|〇|半|负[\\d零一二两三四五六七八九十百千万亿]+|[一二两三四五六七八九十]点[一二三四五六七八九]+';
const ENGLISH = 'zero|half(?: a)?|minus \\w+|negative \\w+';
const BEFORE = '(?<![\\w.第¥$])';
const WITH_MEASURE = new RegExp(
  `${BEFORE}(${FIGURE}|${HAN})\\s*(?=[双个件条只套副顶台盒瓶包袋本张支份块枚箱](?!半|月|小时|钱))`,
  'iu',
);
const WITH_THING = new RegExp(
  `${BEFORE}(${FIGURE}|${ENGLISH})\\s+(?:of (?:the |them|these|those|my )?)?([a-z-]+(?: [a-z-]+){0,2})`,
  'giu',
);
const AFTER_VERB = new RegExp(
  `(?:[退换]\\s*|\\b(?:return|exchange|send back)\\s+)(${FIGURE}|${HAN}|${ENGLISH})(?=\\s*(?:$|[,，。.!！?？;；吧了]))`,
  'iu',
);
const LONE = new RegExp(`^\\s*(${FIGURE}|${HAN}|${ENGLISH})\\s*[双个件条只套]?\\s*[.。吧]?\\s*$`, 'iu');
const OF_PIECES = /^(?:of|them|these|those|pairs?|pieces?|pcs|items?|units?|sets?)\b/i;
/** Numbers of orders: letters or a # before the figures, or two runs of them. */
const CODES = /#?[a-z]{1,4}-?\d[\d-]{4,}|#\d+|\d{6,}-\d+/giu;

/**
 * A number of pieces that cannot be, as it was said; null where none is. `asked`: the number was just asked for, so a lone one counts. `title`: of
 * the goods that may be counted.
 */
export function noCountIn(text: string, asked: boolean, title?: Localized): string | null {
  const words = text.replace(CODES, ' ');
  const lone = asked ? LONE.exec(words)?.[1] : undefined;
  return lone ?? WITH_MEASURE.exec(words)?.[1] ?? AFTER_VERB.exec(words)?.[1] ?? withThing(words, title);
}

function withThing(words: string, title?: Localized): string | null {
  const said = [...words.matchAll(WITH_THING)];
  const isCount = (number: string, thing: string) => OF_PIECES.test(thing) || ofGoods(number, thing, title);
  return said.find(([, number, thing]) => isCount(number ?? '', thing ?? ''))?.[1] ?? null;
}

/** More pieces than there are, as a number; null where none is. */
export function tooManyIn(text: string, left: number, title?: Localized): string | null {
  const count = quantityIn(text, false, title);
  return count !== null && count > left ? String(count) : null;
}
