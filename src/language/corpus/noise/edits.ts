import type { Slot } from '../../../core/understanding.ts';
import type { Example } from '../examples.ts';

/** `text` instead of [start, end) of an utterance; an insertion where both are the same. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A slip there would make another number or another person of it. */
const EXACT = new Set(['order_id', 'tracking_id', 'phone', 'email', 'coupon', 'person_name']);

const crosses = (edit: Edit, slot: Slot): boolean =>
  (edit.start < slot.start && slot.start < edit.end) || (edit.start < slot.end && slot.end < edit.end);
const inside = (edit: Edit, slot: Slot): boolean => slot.start < edit.end && edit.start < slot.end;
const erases = (edit: Edit, slot: Slot): boolean =>
  edit.text.trim() === '' && edit.start <= slot.start && slot.end <= edit.end;

/** Whether the slots' meaning stands it: an edit may not cross a slot's edge, erase one, or touch what is exact. */
export function harmless(example: Example, edit: Edit): boolean {
  return example.slots.every(
    (slot) => !inside(edit, slot) || !(crosses(edit, slot) || erases(edit, slot) || EXACT.has(slot.name)),
  );
}

/** The example with harmless edits, which come in order and do not overlap; slots move with their text. What is inserted at a slot's edge stays outside. */
export function edited(example: Example, edits: readonly Edit[]): Example {
  let text = '';
  let from = 0;
  for (const edit of edits) {
    text += example.text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  text += example.text.slice(from);
  const shift = (applies: (edit: Edit) => boolean): number =>
    edits.filter(applies).reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const slots = example.slots.map((slot) => {
    const start = slot.start + shift((edit) => edit.end <= slot.start);
    const end = slot.end + shift((edit) => edit.start < slot.end);
    return { ...slot, start, end, text: text.slice(start, end) };
  });
  return { ...example, text, slots };
}

/** The example with a text in which every character kept its place. */
export function redrawn(example: Example, text: string): Example {
  if (text.length !== example.text.length) return example;
  return {
    ...example,
    text,
    slots: example.slots.map((slot) => ({ ...slot, text: text.slice(slot.start, slot.end) })),
  };
}
