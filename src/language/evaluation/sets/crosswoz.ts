import { z } from 'zod';
import { parseJsonLines } from '../json-lines.ts';
import type { Row, Span } from '../rows.ts';
import { checked, shaped } from '../rows.ts';
import type { Remark, SetReader } from './reader.ts';

const Line = z.object({
  dialog: z.string(),
  text: z.string(),
  /** Intent, domain, slot, value. */
  acts: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
});

type Act = z.output<typeof Line>['acts'][number];

/** CrossWOZ's dialogues of travellers in Beijing, both sides. Trained on the larger file: the official training file is not at hand. */
export const crosswoz: SetReader = {
  locale: 'zh',
  files: ['test.jsonl', 'val.jsonl'],
  load: (read) => {
    const remarks: Remark[] = [];
    const rows = (file: string): Row[] => {
      let last: z.output<typeof Line> | undefined;
      return parseJsonLines(read(file), file).map((line) => {
        const turn = shaped(Line, line);
        const { slots, missing } = spansOf(turn.text, turn.acts);
        remarks.push(...missing.map((what) => ({ where: line.where, kind: 'value not in the text', what })));
        const before = last?.dialog === turn.dialog ? last.text : null;
        last = turn;
        const intents = [...new Set(turn.acts.map(labelOf))];
        return checked({ text: turn.text, intents, slots, before }, line.where);
      });
    };
    return { train: rows('test.jsonl'), test: rows('val.jsonl'), remarks };
  },
};

const labelOf = ([intent, domain, slot]: Act): string => `${intent}+${domain}+${slot}`;

/**
 * Which values are words of the text: those of Inform and Recommend, but no hotel facility's 是/否, as in the authors' own reader
 * (github.com/thu-coai/CrossWOZ, convlab2/nlu/jointBERT/crosswoz/preprocess.py).
 */
const isSpoken = ([intent, , slot, value]: Act): boolean =>
  (intent === 'Inform' || intent === 'Recommend') && !slot.includes('酒店设施') && value !== '';

/** Each value at its first free place, the longest first, so that 故宫 leaves 故宫博物院 whole. */
function spansOf(text: string, acts: readonly Act[]): { slots: Span[]; missing: string[] } {
  const slots: Span[] = [];
  const missing: string[] = [];
  const byLength = acts.filter(isSpoken).sort((one, other) => other[3].length - one[3].length);
  for (const act of byLength) {
    const start = firstFree(text, act[3], slots);
    if (start === -1) missing.push(`${labelOf(act)} ${act[3]}`);
    else slots.push({ name: labelOf(act), start, end: start + act[3].length });
  }
  return { slots, missing };
}

function firstFree(text: string, value: string, taken: readonly Span[]): number {
  for (let start = text.indexOf(value); start !== -1; start = text.indexOf(value, start + 1)) {
    const end = start + value.length;
    const isFree = taken.every((span) => end <= span.start || start >= span.end);
    if (isFree && !cutsNumber(text, start) && !cutsNumber(text, end)) return start;
  }
  return -1;
}

/** 5 is no part of 4.5 nor of 150. */
function cutsNumber(text: string, at: number): boolean {
  return /\d\.?$/.test(text.slice(Math.max(0, at - 2), at)) && /^\.?\d/.test(text.slice(at, at + 2));
}
