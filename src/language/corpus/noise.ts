import type { Example } from './examples.ts';
import { ABBREVIATIONS } from './noise/abbreviations.ts';
import { mannered, withEmoji } from './noise/additions.ts';
import { COLLOQUIAL } from './noise/colloquial.ts';
import { confuse } from './noise/confusions.ts';
import type { Dice } from './noise/dice.ts';
import { HOMOPHONES } from './noise/homophones.ts';
import { fullWidth, repeatedMarks, respaced, traditional, withoutMarks } from './noise/surface.ts';
import { misspelt, recased, withoutApostrophes } from './noise/typos.ts';

export type NoiseKind =
  | 'homophone'
  | 'colloquial'
  | 'traditional'
  | 'width'
  | 'punctuation'
  | 'repetition'
  | 'particle'
  | 'emoji'
  | 'spacing'
  | 'typo'
  | 'apostrophe'
  | 'case'
  | 'abbreviation';

type Damage = (example: Example, dice: Dice) => Example;

const DAMAGES: Record<NoiseKind, Damage> = {
  homophone: (example, dice) => confuse(example, HOMOPHONES, dice, { every: 12, whole: false }),
  colloquial: (example, dice) => confuse(example, COLLOQUIAL, dice, { every: 12, whole: false }),
  traditional,
  width: fullWidth,
  punctuation: withoutMarks,
  repetition: repeatedMarks,
  particle: mannered,
  emoji: withEmoji,
  spacing: respaced,
  typo: misspelt,
  apostrophe: withoutApostrophes,
  case: recased,
  abbreviation: (example, dice) => confuse(example, ABBREVIATIONS, dice, { every: 20, whole: true }),
};

/** How often each kind is met, by feeling: what the normaliser undoes by itself teaches a model little and comes seldom. */
const WEIGHTS: Record<Example['locale'], Partial<Record<NoiseKind, number>>> = {
  zh: {
    homophone: 5,
    colloquial: 3,
    punctuation: 3,
    particle: 3,
    repetition: 1,
    emoji: 1,
    spacing: 1,
    traditional: 1,
    width: 0.5,
  },
  en: {
    typo: 5,
    abbreviation: 3,
    apostrophe: 2,
    punctuation: 3,
    particle: 2,
    repetition: 1,
    emoji: 1,
    spacing: 2,
    case: 1,
    width: 0.2,
  },
};

/** Short answers and greetings in which an added word would say something else. */
const BARE = new Set(['affirm', 'deny', 'greet', 'bye', 'thank', 'hold_on', 'choose_option']);

/** The kinds of damage that occur in a language. */
export function noiseKinds(locale: Example['locale']): NoiseKind[] {
  return Object.keys(WEIGHTS[locale]) as NoiseKind[];
}

/** A copy with one kind of damage and its slots in place; equal text where this kind finds nothing to damage. */
export function damage(example: Example, kind: NoiseKind, dice: Dice): Example {
  // Politeness would also take from anger.
  if (kind === 'particle' && (BARE.has(example.intent) || example.tones.includes('angry'))) return { ...example };
  return { ...DAMAGES[kind](example, dice) };
}

/** A copy with one kind of damage, sometimes two, as real messages have it; the same meaning, slots in place. */
export function addNoise(example: Example, dice: Dice): Example {
  const left = new Map(Object.entries(WEIGHTS[example.locale]) as [NoiseKind, number][]);
  let wanted = dice.next() < 0.7 ? 1 : 2;
  let result: Example = { ...example };
  while (wanted > 0 && left.size > 0) {
    const kind = draw(left, dice);
    left.delete(kind);
    const damaged = damage(result, kind, dice);
    if (damaged.text !== result.text) wanted--;
    result = damaged;
  }
  return result;
}

function draw(weights: ReadonlyMap<NoiseKind, number>, dice: Dice): NoiseKind {
  let rest = dice.next() * [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  let last: NoiseKind = 'punctuation';
  for (const [kind, weight] of weights) {
    last = kind;
    rest -= weight;
    if (rest < 0) break;
  }
  return last;
}
