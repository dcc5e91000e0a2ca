import { readOrdinals } from '../../../../language/quantities/ordinals.ts';

/** Only where something was listed may a lone digit be a place in the list. */
const LONE = /^\s*([1-9]|10)\s*[.。、)）号]?\s*$/;
/** 「第一天」「第二次」 count time, not things. */
const OF_TIME = /^\s?(?:天|次|周|个月|时间)/;
const FIRST_OF = /前\s?([两三四])\s?[个款单件]|\bfirst (two|three|four)\b/i;

/** Places in a list that was shown, from 1; −1 is the last. `listed`: a list is on the table, so a lone digit counts. */
export function ordinalsIn(text: string, listed = false): number[] {
  const several = firstOf(text);
  if (several.length > 0) return several;
  const found = readOrdinals(text)
    .filter(({ end }) => !OF_TIME.test(text.slice(end)))
    .flatMap(({ value }) => (value.kind === 'place' ? [value.position] : []));
  const lone = listed ? LONE.exec(text)?.[1] : undefined;
  return [...new Set(lone ? [...found, Number(lone)] : found)];
}

/** 「上一单」 "my latest order": how many orders before the newest; null when nothing of the kind is said. */
export function backFromNewest(text: string): number | null {
  const latest = readOrdinals(text).find(({ value }) => value.kind === 'latest');
  return latest?.value.kind === 'latest' ? latest.value.back : null;
}

/** 「前两个」 "the first three": all of them. */
function firstOf(text: string): number[] {
  const [, chinese, english] = FIRST_OF.exec(text) ?? [];
  const count = chinese
    ? '一两三四'.indexOf(chinese) + 1
    : english
      ? ['one', 'two', 'three', 'four'].indexOf(english.toLowerCase()) + 1
      : 0;
  return Array.from({ length: count }, (_, index) => index + 1);
}

export function pick<T>(list: readonly T[], ordinal: number): T | undefined {
  return ordinal < 0 ? list.at(ordinal) : list[ordinal - 1];
}
