import { createHash } from 'node:crypto';
import { LineCounter, type Node, parseAllDocuments } from 'yaml';
import { LONGEST_RULES } from '../../core/sizes.ts';
import { RULE_INPUTS, RULE_NAMES, type RuleName } from '../inputs.ts';
import type { Policy } from '../policy.ts';
import { findFault } from '../table/check.ts';
import type { Situation } from '../table/condition.ts';
import type { Row, Table } from '../table/table.ts';
import { createNodeReader, type NodeReader } from './nodes.ts';
import type { PolicyProblem } from './problem.ts';
import { readLocalized, readRow } from './row.ts';
import { readSettings } from './settings.ts';

export type ParsedPolicy = { ok: true; policy: Policy } | { ok: false; problems: PolicyProblem[] };

/** Rows of one table. */
const MOST_ROWS = 200;

/** Reads a policy and proves its tables. `version` names it in place of the file's own name for itself. */
export function parsePolicy(yaml: string, version?: string): ParsedPolicy {
  const lines = new LineCounter();
  const reader = createNodeReader(lines);
  if (yaml.length > LONGEST_RULES) {
    reader.report('too-large', null, {
      zh: `策略文件太大（最多 ${LONGEST_RULES} 字）。`,
      en: `The policy is too large (at most ${LONGEST_RULES} characters).`,
    });
    return { ok: false, problems: reader.problems };
  }
  const documents = parseAllDocuments(yaml, { lineCounter: lines, uniqueKeys: true });
  const [document, second] = 'empty' in documents ? [] : documents;
  for (const error of document?.errors ?? []) {
    const [at] = error.linePos ?? [];
    // The place stands before it already.
    const text = (error.message.split('\n')[0] ?? error.code).replace(/ at line \d+, column \d+:?$/, '');
    reader.problems.push({
      code: 'syntax',
      line: at?.line ?? 1,
      column: at?.col ?? 1,
      text: { zh: `不是正确的 YAML：${text}`, en: `Not valid YAML: ${text}` },
    });
  }
  if (second)
    reader.report('value', second.contents, { zh: '一个文件只能有一份策略。', en: 'One file holds one policy.' });
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  const read = readPolicy(reader, document?.contents ?? null, version);
  const policy = read && { ...read, digest: createHash('sha256').update(yaml).digest('hex') };
  reader.problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return policy && reader.problems.length === 0 ? { ok: true, policy } : { ok: false, problems: reader.problems };
}

function readPolicy(reader: NodeReader, root: Node | null, version?: string): Omit<Policy, 'digest'> | null {
  const keys = ['version', 'title', 'settings', 'rules'];
  const entries = reader.map(root, { zh: '策略', en: 'The policy' }, keys, keys);
  const named = entries.has('version') ? reader.text(entries.get('version')?.value ?? null) : undefined;
  const title = entries.has('title') ? readLocalized(reader, entries.get('title')?.value ?? null) : undefined;
  const settings = entries.has('settings') ? readSettings(reader, entries.get('settings')?.value ?? null) : undefined;
  const rules = entries.has('rules') ? readRules(reader, entries.get('rules')?.value ?? null) : undefined;
  return named && title && settings && rules ? { version: version ?? named, title, ...settings, rules } : null;
}

function readRules(reader: NodeReader, node: Node | null): Policy['rules'] | undefined {
  const entries = reader.map(node, { zh: '「rules」', en: '“rules”' }, RULE_NAMES, RULE_NAMES);
  const tables: Partial<Record<RuleName, Table>> = {};
  for (const name of RULE_NAMES) {
    const entry = entries.get(name);
    if (!entry) continue;
    const nodes = reader.list(entry.value);
    if (nodes.length > MOST_ROWS) {
      reader.report('too-large', entry.value, {
        zh: `表「${name}」有 ${nodes.length} 行，最多 ${MOST_ROWS} 行。`,
        en: `The table “${name}” has ${nodes.length} rows; at most ${MOST_ROWS} are allowed.`,
      });
      continue;
    }
    const rows = nodes.map((each, index) => readRow(reader, name, each, index + 1));
    if (rows.some((row) => row === null)) continue;
    const table = { name, line: reader.line(entry.keyNode), rows: rows as Row[] };
    tables[name] = table;
    reportFault(reader, name, table, entry.keyNode, nodes);
  }
  return RULE_NAMES.every((name) => tables[name]) ? (tables as Policy['rules']) : undefined;
}

function reportFault(reader: NodeReader, name: RuleName, table: Table, key: Node, nodes: readonly Node[]): void {
  const fault = findFault(table, RULE_INPUTS[name]);
  if (!fault) return;
  if (fault.kind === 'unproven') {
    reader.report('too-large', key, {
      zh: `表「${name}」的条件组合太多，证明不了没有漏洞和重叠。请减少行数或条件。`,
      en: `The table “${name}” combines too many conditions to be proven. Use fewer rows or conditions.`,
    });
    return;
  }
  const situation = situationText(fault.situation);
  if (fault.kind === 'gap') {
    reader.report('gap', key, {
      zh: `表「${name}」有漏洞：没有一行适用于 ${situation}。`,
      en: `The table “${name}” has a gap: no row covers ${situation}.`,
    });
    return;
  }
  const [first, second] = fault.rows;
  reader.report('overlap', nodes[second.number - 1] ?? key, {
    zh: `表「${name}」第 ${first.number} 行（文件第 ${first.line} 行，${first.rule}）和第 ${second.number} 行（${second.rule}）重叠：${situation}。`,
    en: `Rows ${first.number} (line ${first.line}, ${first.rule}) and ${second.number} (${second.rule}) of the table “${name}” overlap: ${situation}.`,
  });
}

/** `status: delivered, days-since-delivery: 8`. */
export function situationText(situation: Situation): string {
  const parts = Object.entries(situation).map(([input, value]) => `${input}: ${value ?? 'unknown'}`);
  return parts.length > 0 ? parts.join(', ') : '—';
}
