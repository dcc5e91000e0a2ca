import type { Localized } from '../../../../core/locale.ts';

export type Extreme = 'lowest' | 'highest';

const CHEAPEST = /最便宜|价格?最低|\b(?:cheapest|least expensive|lowest[- ]priced?|most affordable)\b/i;
const DEAREST = /最贵|价格?最高|\b(?:most expensive|priciest|dearest|highest[- ]priced?)\b/i;

/** 「最便宜的那款」 "the cheapest option". */
export function extremeOfPrice(text: string): Extreme | null {
  if (CHEAPEST.test(text)) return 'lowest';
  return DEAREST.test(text) ? 'highest' : null;
}

const MOST = 'largest|biggest|highest|longest|tallest|greatest|maximum|max|most|brightest|strongest|thickest';
const LEAST = 'smallest|lowest|least|fewest|minimum|min|shortest|easiest|thinnest|lightest';
const MOST_ZH = '大|高|长|多|强|厚';
const LEAST_ZH = '小|低|短|少|弱|薄';
/** What these measure where nothing is named: "the largest one". */
const OF_SIZE = /^(?:size|capacity|尺码|容量)$/i;

/** 「容量最大的」 "the largest size", "maximum zoom": the end of an option's values that is wished for. */
export function extremeOf(text: string, key: string, label: Localized): Extreme | null {
  const names = [key, label.zh ?? '', label.en ?? ''].filter((name) => name.length > 1).map(escaped);
  const said = (words: string, han: string) => {
    const named = names.some((name) =>
      new RegExp(`\\b(?:${words}) (?:\\w+ ){0,2}${name}s?\\b|最(?:${han})的?${name}|${name}最(?:${han})`, 'i').test(
        text,
      ),
    );
    const bare = /\b(?:largest|biggest|smallest) (?:one|option|available|version)\b|最[大小](?:的|码|号)/i;
    return (
      named || (OF_SIZE.test(key) && bare.test(text) && new RegExp(`\\b(?:${words})\\b|最(?:${han})`, 'i').test(text))
    );
  };
  if (said(MOST, MOST_ZH)) return 'highest';
  return said(LEAST, LEAST_ZH) ? 'lowest' : null;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Words that stand in an order of their own, from little to much. */
const LADDERS: readonly (readonly string[])[] = [
  ['beginner', 'intermediate', 'expert'],
  ['low', 'medium', 'high'],
  ['small', 'medium', 'large'],
  ['低', '中', '高'],
  ['小', '中', '大'],
  ['xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl'],
];

/** Where a value stands among its kind; null where it does not measure anything. */
export function measureOf(value: string): number | null {
  const bare = value.toLowerCase().replace(/[码号]$/, '');
  const ladder = LADDERS.find((each) => each.includes(bare));
  if (ladder) return ladder.indexOf(bare);
  const figure = /\d+(?:\.\d+)?/.exec(bare)?.[0];
  if (figure === undefined) return null;
  // 1 TB is more than 512 GB, and 1 l more than 750 ml.
  return Number(figure) * (/\dtb|\d ?(?:l|liters?|litres?|升)$/.test(bare) ? 1000 : 1);
}
