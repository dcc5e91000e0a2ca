import { z } from 'zod';
import { parseJsonLines } from '../json-lines.ts';
import type { Row } from '../rows.ts';
import { checked, shaped } from '../rows.ts';

const Line = z.object({ text: z.string(), intent: z.string().min(1) });

/** `{text, intent}` a line. */
export function labelledRows(bytes: Uint8Array, file: string): Row[] {
  return parseJsonLines(bytes, file).map((line) => {
    const { text, intent } = shaped(Line, line);
    return checked({ text, intents: [intent], slots: [] }, line.where);
  });
}
