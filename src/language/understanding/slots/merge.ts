import type { Slot } from '../../../core/understanding.ts';
import type { Span } from '../../evaluation/rows.ts';
import type { NormalisedText } from '../../normalise.ts';

/** What has a form is read exactly by rule; what is told by its place in the sentence is read by the model. Where both claim a stretch the rule wins. */
export function mergeSlots(source: NormalisedText, byRule: readonly Slot[], byModel: readonly Span[]): Slot[] {
  const { original } = source;
  const free = byModel
    .filter(({ name }) => !EXACT.has(name))
    .filter(({ start, end }) => byRule.every((slot) => end <= slot.start || start >= slot.end))
    .map(({ name, start, end }) => ({ name, text: original.slice(start, end), start, end }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return [...byRule, ...free].sort((a, b) => a.start - b.start);
}

/** Read by rule alone. */
const EXACT = new Set(['order_id', 'tracking_id', 'phone', 'email', 'price', 'size', 'ordinal', 'quantity']);
