import { z } from 'zod';
import type { Slot } from '../../../core/understanding.ts';
import type { Example } from '../../corpus/examples.ts';
import { badLine, parseJsonLines } from '../../evaluation/json-lines.ts';
import { checked, shaped } from '../../evaluation/rows.ts';
import { detectLocale } from '../../language.ts';
import { normalise } from '../../normalise.ts';

const Line = z.object({
  text: z.string(),
  intent: z.string().min(1),
  slots: z.array(z.object({ name: z.string().min(1), start: z.int(), end: z.int() })).default([]),
  /** A person of the shop answered it, or the customer was content. */
  approved: z.boolean().default(false),
});

export interface ApprovedMessages {
  examples: Example[];
  /** Lines that nobody approved. */
  skipped: number;
}

/** Messages of conversations as JSON lines; only the approved ones count. Throws `rows.bad-line`, also for an intent that the model has not. */
export function parseApproved(bytes: Uint8Array, file: string, intents: readonly string[]): ApprovedMessages {
  const lines = parseJsonLines(bytes, file).map((line) => ({ ...shaped(Line, line), where: line.where }));
  const approved = lines.filter((line) => line.approved);
  const examples = approved.map(({ text, intent, slots, where }): Example => {
    if (!intents.includes(intent)) throw badLine(where, `there is no intent ${intent}`);
    const row = checked({ text, intents: [intent], slots }, where);
    return {
      ...{ text, intent, also: [], tones: [], act: null, asked: null, after: null },
      locale: detectLocale(normalise(text)) ?? 'zh',
      slots: row.slots.map((slot): Slot => ({ ...slot, text: text.slice(slot.start, slot.end) })),
    };
  });
  return { examples, skipped: lines.length - approved.length };
}
