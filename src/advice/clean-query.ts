import { lowerCase } from '../language/normalise.ts';
import { words } from '../language/segment.ts';
import { isFiller, joinNegations } from './wish-words.ts';

/** Ages and body measures say for whom, not what. */
const BODY = /(?:身高|体重)?\s*\d+(?:\.\d+)?\s*(?:多)?(?:岁|斤|公斤|kg\b|周岁|years? old)|(?:身高|体重)\s*\d+/gi;

/** The words that name the thing and how it should be; those that only wish, greet or ask are left out. Words written together stay together. */
export function cleanQuery(text: string): string {
  const kept: string[] = [];
  for (const [stretch] of text.replace(BODY, ' ').matchAll(/[\p{L}\p{N}'._+-]+(?: [a-z'._+-]+)*/giu)) {
    const pieces = joinNegations(words(stretch, true));
    let open = '';
    for (const piece of pieces) {
      const plain = lowerCase(piece).replace(/^[买找](?=[鞋包衣裤裙帽伞锅灯杯壶袜])/, '');
      const isHan = /^\p{Script=Han}/u.test(plain);
      // 的 between two words that stay holds them together: 跑鞋的清洁剂.
      if (plain === '的' && open !== '') open += '的';
      else if (isFiller(plain) || /^[\d.]+$/.test(plain)) {
        kept.push(open);
        open = '';
      } else open += isHan || open === '' ? plain : ` ${plain}`;
    }
    kept.push(open);
  }
  const parts = kept.map((part) => part.replace(/的+$/, '').trim()).filter(Boolean);
  // A comma keeps apart what was said apart, where a space would join it: "kettle, scream".
  return [...new Set(parts)].reduce(
    (query, part) =>
      query === '' ? part : `${query}${/[a-z]$/.test(query) && /^[a-z]/.test(part) ? ', ' : ' '}${part}`,
    '',
  );
}
