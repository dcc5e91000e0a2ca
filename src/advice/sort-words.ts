import type { ProductNeed } from './need.ts';

export interface SortWords {
  sort?: ProductNeed['sort'];
  /** Cheaper, or dearer, than what was shown. */
  cheaper: boolean;
  dearer: boolean;
  /** Wishes that no longer hold: 「价格无所谓」. */
  freed: ('price' | 'colour' | 'size')[];
  stretches: { start: number; end: number }[];
}

const CHEAPEST =
  /最便宜(?:的)?|(?:价格|价钱)?从低到高|低到高|cheapest|lowest (?:price )?first|low(?:est)? to high(?:est)?|lowest price/g;
const DEAREST =
  /最贵(?:的)?|(?:价格|价钱)?从高到低|高到低|most expensive|priciest|highest (?:price )?first|high(?:est)? to low(?:est)?/g;
const CHEAPER =
  /(?:再|更|还要|有没有)?(?:便宜|实惠|划算)(?:一?点儿?|一?些|些)?(?:的|哒)?|太贵了?|(?:有点|偏)贵|别太贵|不要太贵|cheap(?:er|ish)?|less expensive|more affordable|too (?:expensive|pricey|dear|much)|on a budget|isn't a fortune|inexpensive|affordable/g;
const DEARER =
  /(?:再|更)?(?:贵|高端|高档|上档次|好)一?(?:点儿?|些)(?:的|也行|也可以)?|(?:稍微)?贵点|更好的|nicer|higher[- ]end|more expensive(?! than)|pricier|premium/g;
const FREED: [SortWords['freed'][number], RegExp][] = [
  [
    'price',
    /(?:价格|价钱|预算|钱)(?:无所谓|不限|都行|不是问题|随意)|不(?:在乎|差)钱|money (?:isn't|is not|is no) (?:the |an )?(?:issue|object)|any price|price doesn't matter/g,
  ],
  [
    'colour',
    /颜色(?:无所谓|不限|都行|随意)|(?:别的|其他|其它)颜色|any colou?r|other colou?rs?|colou?r doesn't matter/g,
  ],
  ['size', /尺码(?:无所谓|不限|都行)|any size/g],
];

export function findSort(text: string): SortWords {
  const stretches: SortWords['stretches'] = [];
  let rest = text;
  const take = (pattern: RegExp): boolean => {
    const found = [...rest.matchAll(pattern)];
    for (const match of found) {
      stretches.push({ start: match.index, end: match.index + match[0].length });
      rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
    return found.length > 0;
  };
  const freed = FREED.filter(([, pattern]) => take(pattern)).map(([wish]) => wish);
  const cheapest = take(CHEAPEST);
  const dearest = take(DEAREST);
  const cheaper = take(CHEAPER);
  const dearer = take(DEARER);
  const sort = cheapest || cheaper ? 'price-up' : dearest ? 'price-down' : undefined;
  return { ...(sort && { sort }), cheaper, dearer, freed, stretches };
}
