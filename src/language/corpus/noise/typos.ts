import { pick } from '../../../core/sampling.ts';
import type { Example } from '../examples.ts';
import type { Dice } from './dice.ts';
import { pickSome } from './dice.ts';
import type { Edit } from './edits.ts';
import { edited, harmless, redrawn } from './edits.ts';

/** The neighbours on a QWERTY keyboard. */
const NEIGHBOURS: Record<string, string> = Object.fromEntries(
  `q:wa w:qes e:wrd r:etf t:ryg y:tuh u:yij i:uok o:ipl p:ol a:qsz s:awdx d:sefc f:drgv g:fthb h:gyjn j:hukm k:jil l:kop z:asx x:zsdc c:xdfv v:cfgb b:vghn n:bhjm m:njk`
    .split(' ')
    .map((entry) => entry.split(':')),
);

/** One slip in about six words of four letters and more; the first letter is mostly right. */
export function misspelt(example: Example, dice: Dice): Example {
  const words = [...example.text.matchAll(/(?<![\p{L}\p{N}'@.-])[a-z]{4,}(?![\p{L}\p{N}'@]|[.-]\w)/giu)];
  const slips = pickSome(words, Math.max(1, Math.round(words.length / 6)), dice)
    .map((match) => slip(match[0], match.index, dice))
    .filter((edit) => harmless(example, edit));
  return edited(example, slips);
}

/** One wrong key in a word that begins at `from`. */
function slip(word: string, from: number, dice: Dice): Edit {
  const at = dice.next() < 0.1 ? 0 : 1 + dice.below(word.length - 1);
  const letter = word[at] ?? '';
  const start = from + at;
  switch (dice.below(4)) {
    case 0:
      return { start, end: start + 1, text: '' };
    case 1:
      return { start, end: start, text: letter };
    case 2: {
      const neighbour = pick([...(NEIGHBOURS[letter.toLowerCase()] ?? letter)], dice.next) ?? letter;
      return { start, end: start + 1, text: letter === letter.toLowerCase() ? neighbour : neighbour.toUpperCase() };
    }
    default: {
      const place = Math.min(at, word.length - 2);
      return { start: from + place, end: from + place + 2, text: `${word[place + 1]}${word[place]}` };
    }
  }
}

/** don't → dont, now and then don´t. */
export function withoutApostrophes(example: Example, dice: Dice): Example {
  const instead = dice.next() < 0.85 ? '' : '´';
  const edits = [...example.text.matchAll(/(?<=\p{L})['’](?=\p{L})/gu)]
    .map((match) => ({ start: match.index, end: match.index + 1, text: instead }))
    .filter((edit) => harmless(example, edit));
  return edited(example, edits);
}

/** All small, all capital, Each Word, or a capital gone astray. */
export function recased(example: Example, dice: Dice): Example {
  const { text } = example;
  switch (dice.below(4)) {
    case 0:
      return redrawn(example, text.toLowerCase());
    case 1:
      return redrawn(example, text.toUpperCase());
    case 2:
      return redrawn(
        example,
        text.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase()),
      );
    default:
      return redrawn(
        example,
        text.replace(/\p{L}/gu, (letter) => (dice.next() < 0.1 ? otherCase(letter) : letter)),
      );
  }
}

function otherCase(letter: string): string {
  return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
}
