import type { Node } from 'yaml';
import type { Localized } from '../../core/locale.ts';
import { RULE_INPUTS, type RuleName } from '../inputs.ts';
import type { Condition } from '../table/condition.ts';
import type { InputKind } from '../table/input.ts';
import { OUTCOMES, PAYERS, type Row } from '../table/table.ts';
import { INSTEAD } from '../words/instead.ts';
import { standardRules } from '../words/reasons.ts';
import { readCondition } from './condition.ts';
import type { Entry, NodeReader } from './nodes.ts';

const KEYS = ['when', 'then', 'rule', 'way-back', 'refund-within', 'instead', 'say'] as const;

/** Null when it is not complete; what is missing has been reported. */
export function readRow(reader: NodeReader, rule: RuleName, node: Node, number: number): Row | null {
  const entries = reader.map(node, { zh: `表「${rule}」第 ${number} 行`, en: `Row ${number} of “${rule}”` }, KEYS, [
    'then',
    'rule',
  ]);
  const read = <T>(key: (typeof KEYS)[number], reading: (value: Node | null) => T | undefined): T | undefined => {
    const entry = entries.get(key);
    return entry ? reading(entry.value) : undefined;
  };
  const when = readWhen(reader, rule, entries.get('when'));
  const outcome = read('then', (value) => reader.word(value, OUTCOMES));
  const say = read('say', (value) => readLocalized(reader, value));
  const name = read('rule', (value) => (say ? readName(reader, value) : reader.word(value, standardRules(rule))));
  const wayBack = read('way-back', (value) => reader.word(value, PAYERS));
  const within = { zh: '「refund-within」', en: '“refund-within”' };
  const refundWithin = read('refund-within', (value) => reader.number(value, within, 0, 365));
  const instead = read('instead', (value) => reader.word(value, Object.keys(INSTEAD)));
  if (!when || !outcome || !name) return null;
  return {
    number,
    line: reader.line(node),
    when,
    outcome,
    rule: name,
    ...(wayBack && { wayBack }),
    ...(refundWithin !== undefined && { refundWithin }),
    ...(instead && { instead }),
    ...(say && { say }),
  };
}

/** The shop's own name for a rule: it stands in reasons and records. */
function readName(reader: NodeReader, node: Node | null): string | undefined {
  const name = reader.text(node);
  if (name === undefined || /^[a-z][a-z0-9-]{0,63}$/.test(name)) return name;
  reader.report('value', node, {
    zh: `「${name}」不能作规则名：只用小写字母、数字和连字符。`,
    en: `“${name}” cannot name a rule: use lower-case letters, digits and hyphens.`,
  });
  return undefined;
}

function readWhen(reader: NodeReader, rule: RuleName, entry: Entry | undefined): Record<string, Condition> | null {
  if (!entry) return {};
  const inputs: Record<string, InputKind> = RULE_INPUTS[rule];
  const when: Record<string, Condition> = {};
  const before = reader.problems.length;
  for (const { key, value } of reader
    .map(entry.value, { zh: '「when」', en: '“when”' }, Object.keys(inputs))
    .values()) {
    const condition = readCondition(reader, value, inputs[key] as InputKind);
    if (condition) when[key] = condition;
  }
  // A row that lost a condition would match more than was meant.
  return reader.problems.length === before ? when : null;
}

export function readLocalized(
  reader: NodeReader,
  node: Node | null,
): (Localized & { zh: string; en: string }) | undefined {
  const entries = reader.map(node, { zh: '这段文字', en: 'This text' }, ['zh', 'en'], ['zh', 'en']);
  const [zh, en] = ['zh', 'en'].map((key) =>
    entries.has(key) ? reader.text(entries.get(key)?.value ?? null) : undefined,
  );
  return zh && en ? { zh, en } : undefined;
}
