import type { NormalisedText } from '../normalise.ts';

/** What a stretch of the customer's text means. `start` and `end` are UTF-16 offsets in the original; `text` is that stretch. */
export interface Reading<Value> {
  value: Value;
  text: string;
  start: number;
  end: number;
}

export function readingAt<Value>(source: NormalisedText, start: number, end: number, value: Value): Reading<Value> {
  const span = source.span(start, end);
  return { value, text: source.original.slice(span.start, span.end), ...span };
}

/** Of readings that overlap, the longest; in reading order. */
export function withoutOverlaps<Item extends { start: number; end: number }>(readings: readonly Item[]): Item[] {
  const kept: Item[] = [];
  for (const item of [...readings].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (kept.every((other) => item.end <= other.start || item.start >= other.end)) kept.push(item);
  }
  return kept.sort((a, b) => a.start - b.start);
}
