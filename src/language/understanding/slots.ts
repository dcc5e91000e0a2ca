import type { Slot, UnderstandingContext } from '../../core/understanding.ts';
import type { NormalisedText } from '../normalise.ts';

/** Words the shop's catalogue knows, in any language: they become slots when they stand in a message. */
export interface Lexicon {
  products?: readonly string[];
  categories?: readonly string[];
  brands?: readonly string[];
}

type SlotReader = (text: NormalisedText, context?: UnderstandingContext) => Slot[];

/** Finds slots by rule and by list. The longest reading of a stretch wins. */
export function createSlotReader(lexicon: Lexicon): SlotReader {
  const listed = [
    ...(lexicon.products ?? []).map((word) => ({ word: word.toLowerCase(), name: 'product' })),
    ...(lexicon.categories ?? []).map((word) => ({ word: word.toLowerCase(), name: 'category' })),
    ...(lexicon.brands ?? []).map((word) => ({ word: word.toLowerCase(), name: 'attribute' })),
  ].filter(({ word }) => word.length > 1);
  return (text) => {
    const lower = text.text.toLowerCase();
    const found: Slot[] = [];
    for (const { word, name } of listed) {
      const at = lower.indexOf(word);
      if (at < 0) continue;
      const { start, end } = text.span(at, at + word.length);
      found.push({ name, text: text.original.slice(start, end), start, end });
    }
    return longestOnly(found);
  };
}

/** Of stretches that overlap, the longest; in reading order. */
export function longestOnly(slots: readonly Slot[]): Slot[] {
  const kept: Slot[] = [];
  for (const slot of [...slots].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => slot.end <= other.start || slot.start >= other.end)) kept.push(slot);
  }
  return kept.sort((a, b) => a.start - b.start);
}
