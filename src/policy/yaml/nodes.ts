import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import { nearest } from './nearest.ts';
import type { PolicyProblem } from './problem.ts';

type Words = { zh: string; en: string };

/** A key of a map with its value, each with its place. */
export interface Entry {
  key: string;
  keyNode: Node;
  value: Node | null;
}

/** Reads the nodes of one document and keeps what is wrong with them, each with its place. */
export interface NodeReader {
  readonly problems: PolicyProblem[];
  line(node: Node | null): number;
  report(code: PolicyProblem['code'], node: Node | null, text: Words): void;
  /** The entries of a map. Keys outside `known` are reported with the nearest known one, missing `required` ones by name. */
  map(node: Node | null, what: Words, known: readonly string[], required?: readonly string[]): Map<string, Entry>;
  /** The members of a list; a single value counts as a list of one. */
  list(node: Node | null): Node[];
  word<Word extends string>(node: Node | null, known: readonly Word[]): Word | undefined;
  text(node: Node | null): string | undefined;
  number(node: Node | null, what: Words, least: number, most: number, whole?: boolean): number | undefined;
}

export function createNodeReader(lines: LineCounter): NodeReader {
  const problems: PolicyProblem[] = [];
  const place = (node: Node | null) => {
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };

  function report(code: PolicyProblem['code'], node: Node | null, text: Words): void {
    problems.push({ code, ...place(node), text });
  }

  /** The word that was probably meant. */
  function unknown(node: Node | null, word: string, known: readonly string[]): string | null {
    const meant = nearest(word, known);
    const list = known.join(', ');
    report('unknown', node, {
      zh: `不认识「${word}」，${meant ? `是不是「${meant}」？` : `可用的有：${list}。`}`,
      en: `“${word}” is not known; ${meant ? `did you mean “${meant}”?` : `known are: ${list}.`}`,
    });
    return meant;
  }

  function scalar(node: Node | null): unknown {
    return isScalar(node) ? node.value : undefined;
  }

  return {
    problems,
    line: (node) => place(node).line,
    report,

    map(node, what, known, required = []) {
      const found = new Map<string, Entry>();
      const meant = new Set<string | null>();
      if (!isMap(node)) {
        report('value', node, { zh: `${what.zh}应该是一组「键: 值」。`, en: `${what.en} has to be a map of keys.` });
        return found;
      }
      for (const pair of node.items) {
        const keyNode = pair.key as Node;
        const key = String(scalar(keyNode) ?? '');
        if (known.includes(key)) found.set(key, { key, keyNode, value: pair.value as Node | null });
        else meant.add(unknown(keyNode, key, known));
      }
      for (const key of required)
        if (!found.has(key) && !meant.has(key))
          report('missing', node, { zh: `${what.zh}缺少「${key}」。`, en: `${what.en} lacks “${key}”.` });
      return found;
    },

    list: (node) => (isSeq(node) ? (node.items as Node[]) : node ? [node] : []),

    word(node, known) {
      const value = scalar(node);
      const text = value === true ? 'yes' : value === false ? 'no' : String(value ?? '');
      const word = known.find((each) => each === text);
      if (word === undefined) unknown(node, text, known);
      return word;
    },

    text(node) {
      const value = scalar(node);
      if (typeof value === 'string' && value.trim() !== '' && value.length <= 2_000) return value.trim();
      report('value', node, {
        zh: '这里应该是一段文字（不超过 2000 字）。',
        en: 'A text is needed here, of at most 2,000 characters.',
      });
      return undefined;
    },

    number(node, what, least, most, whole = true) {
      const value = scalar(node);
      const right = typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value));
      if (right) return value;
      report('value', node, {
        zh: `${what.zh}应该是 ${least} 到 ${most} 之间的${whole ? '整数' : '数'}。`,
        en: `${what.en} has to be a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`,
      });
      return undefined;
    },
  };
}
