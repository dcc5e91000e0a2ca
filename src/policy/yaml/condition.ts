import { isMap, type Node } from 'yaml';
import type { Condition } from '../table/condition.ts';
import type { InputKind, Unit } from '../table/input.ts';
import type { NodeReader } from './nodes.ts';

/** `within 7`, `after 7`, `after 7 within 15`. */
const BOUNDS = /^(?:after (\d+(?:\.\d+)?))? ?(?:within (\d+(?:\.\d+)?))?$/;

/** Ten years of days; amounts up to a hundred million. */
const MOST: Record<Unit, number> = { days: 3_660, hours: 87_840, amount: 100_000_000 };

export function readCondition(reader: NodeReader, node: Node | null, kind: InputKind): Condition | null {
  return kind.words ? readWords(reader, node, kind.words) : readNumber(reader, node, kind.unit);
}

/** One word, a list of words, or `{ not: … }`. */
function readWords(reader: NodeReader, node: Node | null, known: readonly string[]): Condition | null {
  if (isMap(node)) {
    const inner = reader.map(node, { zh: '条件', en: 'The condition' }, ['not'], ['not']).get('not')?.value ?? null;
    const excluded = inner && readWords(reader, inner, known);
    if (excluded?.kind !== 'words') return null;
    return { kind: 'words', words: new Set(known.filter((word) => !excluded.words.has(word))) };
  }
  const nodes = reader.list(node);
  if (nodes.length === 0) reader.report('value', node, { zh: '条件是空的。', en: 'The condition is empty.' });
  const words = nodes.map((each) => reader.word(each, known));
  return words.length > 0 && words.every((word) => word !== undefined)
    ? { kind: 'words', words: new Set(words as string[]) }
    : null;
}

function readNumber(reader: NodeReader, node: Node | null, unit: Unit): Condition | null {
  const text = String((node as { value?: unknown } | null)?.value ?? '').trim();
  if (text === 'unknown') return { kind: 'unknown' };
  if (text === 'known') return { kind: 'number', after: Number.NEGATIVE_INFINITY, upTo: Number.POSITIVE_INFINITY };
  const match = text === '' ? null : BOUNDS.exec(text);
  const after = match?.[1] === undefined ? Number.NEGATIVE_INFINITY : Number(match[1]);
  const upTo = match?.[2] === undefined ? Number.POSITIVE_INFINITY : Number(match[2]);
  const tooLarge = [after, upTo].some((end) => Number.isFinite(end) && end > MOST[unit]);
  const broken = unit === 'days' && [after, upTo].some((end) => Number.isFinite(end) && !Number.isInteger(end));
  if (match && after < upTo && !tooLarge && !broken) return { kind: 'number', after, upTo };
  reader.report('value', node, {
    zh: `「${text}」不是${unit === 'days' ? '整天数' : '数'}的范围：写 within 7、after 7、after 7 within 15、known 或 unknown${tooLarge ? `，最大 ${MOST[unit]}` : ''}。`,
    en: `“${text}” is no range of ${unit === 'days' ? 'whole days' : 'numbers'}: write within 7, after 7, after 7 within 15, known or unknown${tooLarge ? `, at most ${MOST[unit]}` : ''}.`,
  });
  return null;
}
