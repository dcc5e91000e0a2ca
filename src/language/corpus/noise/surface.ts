import { Converter } from 'opencc-js/cn2t';
import { pick } from '../../../core/sampling.ts';
import type { Example } from '../examples.ts';
import type { Dice } from './dice.ts';
import { pickSome } from './dice.ts';
import type { Edit } from './edits.ts';
import { edited, harmless, redrawn } from './edits.ts';

/** General, Taiwan's and Hong Kong's characters (no other words). Made when first used: the tables are large. */
const VARIANTS = ['t', 'tw', 'hk'] as const;
const converters = new Map<string, (text: string) => string>();

export function traditional(example: Example, dice: Dice): Example {
  const to = pick(VARIANTS, dice.next) ?? 't';
  const convert = converters.get(to) ?? Converter({ from: 'cn', to });
  converters.set(to, convert);
  return redrawn(example, convert(example.text));
}

/** Full width, as a Chinese keyboard left in that mode types: digits, or letters and signs as well. */
export function fullWidth(example: Example, dice: Dice): Example {
  const wide = dice.next() < 0.6 ? /[0-9]/g : /[!-~]/g;
  return redrawn(
    example,
    example.text.replace(wide, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  );
}

/** Marks between sentences and at their end; not those within a number or a word (1,299, type-c, a@b.example). */
const MARK = /(?<![0-9a-z](?=[^\s][0-9a-z]))[,.!?;:，。！？；：、~～…]+/giu;
const FINAL_MARK = /[.!?。！？~～…]+(?=\s*$)/u;

/** Runs on without marks, or without the last one; in Chinese a space often stands instead. */
export function withoutMarks(example: Example, dice: Dice): Example {
  const last = dice.next() < 0.35;
  const instead = example.locale === 'zh' && dice.next() < 0.4 ? ' ' : '';
  const edits = [...example.text.matchAll(MARK)].map((match): Edit => {
    const end = match.index + match[0].length;
    const final = example.text.slice(end).trim() === '';
    const spaced = final || /[\s]/.test(example.text[end] ?? '') || /\s$/.test(example.text.slice(0, match.index));
    const joined = example.locale === 'en' ? ' ' : instead;
    return { start: match.index, end, text: spaced ? '' : joined };
  });
  return edited(
    example,
    (last ? edits.slice(-1) : edits).filter((edit) => harmless(example, edit)),
  );
}

/** ？？ !!! 。。。 ~: a last mark said several times, or one where none was. */
export function repeatedMarks(example: Example, dice: Dice): Example {
  const zh = example.locale === 'zh';
  const match = FINAL_MARK.exec(example.text);
  if (match) {
    const mark = [...match[0]].at(-1) ?? '';
    const edit = {
      start: match.index + match[0].length,
      end: match.index + match[0].length,
      text: mark.repeat(1 + dice.below(3)),
    };
    return edited(example, [edit]);
  }
  const end = example.text.trimEnd().length;
  const text =
    pick(
      zh ? ['。。', '。。。', '...', '～', '~', '，', '。', '、、'] : ['...', '..', ' ...', ' .', ',', '~'],
      dice.next,
    ) ?? '';
  return edited(example, [{ start: end, end, text }]);
}

/** Spaces between Chinese words, as voice input leaves them; in English two words as one, one as two, or none after a comma. */
export function respaced(example: Example, dice: Dice): Example {
  const places = example.locale === 'zh' ? chinesePlaces(example.text) : englishPlaces(example.text, dice);
  const count = Math.max(1, Math.round(example.text.length / (example.locale === 'zh' ? 15 : 35)));
  return edited(
    example,
    pickSome(
      places.filter((edit) => harmless(example, edit)),
      count,
      dice,
    ),
  );
}

function chinesePlaces(text: string): Edit[] {
  const gaps = [...text.matchAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu)];
  const spaces = [...text.matchAll(/(?<=\S) +(?=\S)/gu)];
  return [
    ...gaps.map(({ index }) => ({ start: index, end: index, text: ' ' })),
    ...spaces.map((match) => ({ start: match.index, end: match.index + match[0].length, text: '' })),
  ].sort((a, b) => a.start - b.start);
}

function englishPlaces(text: string, dice: Dice): Edit[] {
  if (dice.next() < 0.7) {
    const between = [...text.matchAll(/(?<=[a-z,.!?]) (?=[a-z])/giu)];
    return between.map(({ index }) => ({ start: index, end: index + 1, text: dice.next() < 0.8 ? '' : '  ' }));
  }
  const within = [...text.matchAll(/(?<=[a-z]{3})(?=[a-z]{3})/giu)];
  return within.map(({ index }) => ({ start: index, end: index, text: ' ' }));
}
