import { pick } from '../../../core/sampling.ts';
import type { Example } from '../examples.ts';
import type { Dice } from './dice.ts';
import { pickSome } from './dice.ts';
import type { Edit } from './edits.ts';
import { edited, harmless } from './edits.ts';

/** What may be written instead of a word. */
export type Confusions = ReadonlyMap<string, readonly string[]>;

/** `在吗=再吗,在嘛|做=作`: a word and what stands in its place. */
export function confusions(lists: readonly string[]): Confusions {
  const entries = lists.flatMap((list) => list.split(/[|\n]/)).map((entry) => entry.trim().split('='));
  return new Map(entries.map(([word = '', instead = '']) => [word, instead.split(',')]));
}

/** Writes one word in `every` characters of the text otherwise, at least one. `whole`: words end at letters' edges, as in English. */
export function confuse(
  example: Example,
  table: Confusions,
  dice: Dice,
  options: { every: number; whole: boolean },
): Example {
  const found = occurrences(example, table, options.whole);
  const count = Math.max(1, Math.round(example.text.length / options.every));
  const edits = pickSome(found, 1 + dice.below(count), dice).map(({ edit, instead }) => ({
    ...edit,
    text: pick(instead, dice.next) ?? edit.text,
  }));
  return edited(example, edits);
}

interface Occurrence {
  edit: Edit;
  instead: readonly string[];
}

/** The longest word of the table at each place, none within another. */
function occurrences(example: Example, table: Confusions, whole: boolean): Occurrence[] {
  const text = example.text.toLowerCase();
  if (text.length !== example.text.length) return [];
  const found: Occurrence[] = [];
  const longest = Math.max(...[...table.keys()].map((word) => word.length));
  for (let start = 0; start < text.length; start++) {
    if (whole && /[a-z']/.test(text[start - 1] ?? '')) continue;
    for (let size = longest; size > 0; size--) {
      const end = start + size;
      const instead = table.get(text.slice(start, end));
      if (instead === undefined || (whole && /[a-z']/.test(text[end] ?? ''))) continue;
      const edit = { start, end, text: instead[0] ?? '' };
      if (harmless(example, edit)) found.push({ edit, instead });
      start = end - 1;
      break;
    }
  }
  return found;
}
