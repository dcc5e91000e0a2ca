import type { Span } from '../../../src/language/evaluation/rows.ts';
import type { Shuffler } from '../contestant.ts';
import { Perceptron } from './perceptron.ts';
import { shuffle } from './shuffle.ts';
import type { Sentence, Stretch, Token } from './tokens.ts';
import { stretchOf, tokensOf } from './tokens.ts';
import { windowsOf } from './windows.ts';

export interface Names {
  read(sentence: Sentence, stretches: readonly Stretch[]): Span[];
  bytes: number;
}

const EPOCHS = 8;

/** What each span is, from left to right: an averaged perceptron over what it holds, what is around it, the message, the turn before and the last name. */
export function trainNames(sentences: readonly Sentence[], random: Shuffler): Names {
  const names = [...new Set(sentences.flatMap(({ row }) => row.slots.map(({ name }) => name)))];
  const place = new Map(names.map((name, at) => [name, at]));
  const perceptron = new Perceptron(names.length);
  const tasks = sentences.flatMap((sentence) => {
    const described = describe(sentence);
    return sentence.row.slots.map((slot, at) => ({
      features: perceptron.numbersOf(
        described(stretchOf(sentence.tokens, slot), sentence.row.slots[at - 1]?.name ?? ''),
        true,
      ),
      truth: place.get(slot.name) ?? 0,
    }));
  });
  const order = Int32Array.from(tasks.keys());
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const task = tasks[at];
      if (task) perceptron.learn(task.features, task.truth, perceptron.best(task.features));
    }
  }
  perceptron.average();
  const read = (sentence: Sentence, stretches: readonly Stretch[]): Span[] => {
    const described = describe(sentence);
    let last = '';
    return stretches.map((stretch) => {
      const features = perceptron.numbersOf(described(stretch, last), false);
      last = names[perceptron.best(features)] ?? '';
      return { name: last, ...endsOf(sentence.tokens, stretch) };
    });
  };
  return { read, bytes: perceptron.bytes };
}

function endsOf(tokens: readonly Token[], { from, to }: Stretch): { start: number; end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** Features of any stretch of a sentence; what holds for the whole sentence is worked out once. */
function describe({ row, tokens }: Sentence): (stretch: Stretch, last: string) => string[] {
  const windows = windowsOf(tokens);
  const whole = [...pairsOf(tokens, 'M'), ...pairsOf(tokensOf(row.before ?? ''), 'T')];
  return (stretch, last) => [
    ...(windows[stretch.from] ?? []).map((feature) => `F${feature}`),
    ...(windows[stretch.to - 1] ?? []).map((feature) => `L${feature}`),
    ...pairsOf(tokens.slice(stretch.from, stretch.to), 'S'),
    ...pairsOf(tokens.slice(Math.max(0, stretch.from - REACH), stretch.from), 'B'),
    ...pairsOf(tokens.slice(stretch.to, stretch.to + REACH), 'A'),
    ...whole,
    `N${last}`,
  ];
}

/** Tokens that are looked at on either side of a span. */
const REACH = 6;

/** Tokens and their pairs, each once. */
function pairsOf(tokens: readonly Token[], mark: string): Set<string> {
  const forms = tokens.map(({ text }) => text.toLowerCase());
  return new Set(forms.flatMap((form, at) => [`${mark}${form}`, `${mark}${forms[at - 1] ?? ''} ${form}`]));
}
