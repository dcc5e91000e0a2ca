import type { JournalStep } from '../../agent/ports.ts';
import type { Replay } from '../../agent/replay.ts';

export const OUTCOMES: Record<Replay['outcome'], { zh: string; en: string }> = {
  equal: { zh: '相同：逐字节一致', en: 'equal, byte for byte' },
  different: { zh: '不同', en: 'different' },
  unknown: { zh: '没有这一轮的记录', en: 'no record of that turn' },
  unfinished: { zh: '这一轮还没有记录完', en: 'the record has no end' },
  erased: { zh: '顾客已被抹去，记录读不出来了', en: 'erased with its customer' },
  'other-format': { zh: '是另一版小二的记录格式，不能重放', en: 'recorded in another version’s format' },
};

export const STEP_KINDS: Record<JournalStep['kind'], { zh: string; en: string }> = {
  begin: { zh: '开始', en: 'begin   ' },
  proposal: { zh: '提议', en: 'proposal' },
  result: { zh: '结果', en: 'result  ' },
  reply: { zh: '回复', en: 'reply   ' },
  end: { zh: '收尾', en: 'end     ' },
};

/** Characters of a value that are shown; all of it is in the JSON. */
const SHOWN = 400;

/** A value on one line. */
export function cut(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null');
  const line = text.replaceAll('\n', '⏎');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
