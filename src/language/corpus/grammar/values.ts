import { AppError } from '../../../core/errors.ts';

/** Values that may stand for each other. */
export interface ValueGroup {
  name: string;
  values: string[];
  /** Which surfaces are of this group though they are not listed. */
  pattern: RegExp | null;
}

/** What may stand in one slot: `corpus/grammar/{zh,en}/<slot>.txt`. */
export interface SlotValues {
  groups: ValueGroup[];
  /** By value, and by value in lower case. */
  listed: ReadonlyMap<string, ValueGroup>;
}

const HEADING = /^## ([^/]+?)(?: \/(.+)\/(i?))?$/;

/** The format is corpus/grammar/README.md's. Throws `corpus.grammar` naming the line. */
export function parseValues(content: string, where: string): SlotValues {
  const groups: ValueGroup[] = [];
  for (const [at, raw] of content.split('\n').entries()) {
    const line = raw.trim();
    if (line.startsWith('## ')) groups.push(groupOf(line, `${where}:${at + 1}`));
    else if (line !== '' && !/^#(?:\s|$)/.test(line)) {
      const group = groups.at(-1);
      if (!group || /[\t[\]]/.test(line))
        throw new AppError('corpus.grammar', {
          detail: `${where}:${at + 1}: a value stands under a heading, without marks: ${line}`,
        });
      group.values.push(line);
    }
  }
  const listed = new Map<string, ValueGroup>();
  for (const group of groups) for (const value of group.values) if (!listed.has(value)) listed.set(value, group);
  for (const group of groups)
    for (const value of group.values) if (!listed.has(value.toLowerCase())) listed.set(value.toLowerCase(), group);
  return { groups, listed };
}

function groupOf(line: string, where: string): ValueGroup {
  const [, name, source, flags] = HEADING.exec(line) ?? [];
  if (name === undefined) throw new AppError('corpus.grammar', { detail: `${where}: not a heading: ${line}` });
  try {
    return { name, values: [], pattern: source === undefined ? null : new RegExp(source, `u${flags}`) };
  } catch (cause) {
    throw new AppError('corpus.grammar', { cause, detail: `${where}: not a regular expression: ${source}` });
  }
}

/** The group that lists the surface. */
export function listedGroup(values: SlotValues, surface: string): ValueGroup | null {
  return values.listed.get(surface) ?? values.listed.get(surface.toLowerCase()) ?? null;
}

/** The group of a surface's shape; where `byEnd`, of the longest listed value that it ends with (婴儿[皮鞋], walking [boots]). */
export function likelyGroup(values: SlotValues, surface: string, byEnd: boolean): ValueGroup | null {
  const shaped = values.groups.find((group) => group.pattern?.test(surface));
  if (shaped) return shaped;
  const isSpaced = /\p{Script=Latin}/u.test(surface);
  for (let from = 1; byEnd && from < surface.length; from++) {
    if (isSpaced && surface[from - 1] !== ' ') continue;
    const group = listedGroup(values, surface.slice(from));
    if (group) return group;
  }
  return null;
}
