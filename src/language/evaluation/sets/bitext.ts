import { z } from 'zod';
import { parseJsonLines } from '../json-lines.ts';
import type { Row, Span } from '../rows.ts';
import { checked, shaped } from '../rows.ts';
import type { Remark, SetReader } from './reader.ts';

const Line = z.object({
  utterance: z.string(),
  intent: z.string().min(1),
  /** All four are '' where the utterance has no entity; offsets are decimal text. */
  entity_type: z.string(),
  entity_value: z.string(),
  start_offset: z.string(),
  end_offset: z.string(),
});

type Entity = Pick<z.output<typeof Line>, 'entity_type' | 'entity_value' | 'start_offset' | 'end_offset'>;

/** Bitext's 27 intents of an online shop's customers, at most one entity a row. */
export const bitext: SetReader = {
  locale: 'en',
  files: ['train.jsonl', 'dev.jsonl'],
  load: (read) => {
    const remarks: Remark[] = [];
    const rows = (file: string): Row[] =>
      parseJsonLines(read(file), file).map((line) => {
        const { utterance, intent, ...entity } = shaped(Line, line);
        const { slots, remark } = spanOf(utterance, entity);
        if (remark) remarks.push({ where: line.where, ...remark });
        return checked({ text: utterance, intents: [intent], slots }, line.where);
      });
    return { train: rows('train.jsonl'), test: rows('dev.jsonl'), remarks };
  },
};

/** The entity where its offsets say, if its value stands there; else where the value stands once; else nowhere. */
function spanOf(text: string, entity: Entity): { slots: Span[]; remark?: Omit<Remark, 'where'> } {
  const { entity_type: name, entity_value: value } = entity;
  if (name === '' || value === '') return { slots: [] };
  const start = Number(entity.start_offset);
  const end = Number(entity.end_offset);
  const there = text.slice(start, end);
  if (there === value) return { slots: [{ name, start, end }] };
  if (there.toLowerCase() === value.toLowerCase())
    return {
      slots: [{ name, start, end }],
      remark: { kind: 'other case', what: `${value} is written ${there}` },
    };
  const found = text.indexOf(value);
  const said = `${name} ${value} is not at ${entity.start_offset}–${entity.end_offset}, where ${JSON.stringify(there)} stands`;
  if (found === -1 || text.indexOf(value, found + 1) !== -1)
    return { slots: [], remark: { kind: 'not found', what: said } };
  return {
    slots: [{ name, start: found, end: found + value.length }],
    remark: { kind: 'moved', what: `${said}; taken at ${found}` },
  };
}
