import type { Shuffler } from '../contestant.ts';
import { Perceptron } from './perceptron.ts';
import { shuffle } from './shuffle.ts';
import type { Sentence, Stretch, Token } from './tokens.ts';
import { stretchOf } from './tokens.ts';
import { windowsOf } from './windows.ts';

export interface Boundaries {
  read(tokens: readonly Token[]): Stretch[];
  bytes: number;
}

const EPOCHS = 8;
const OUTSIDE = 0;
const BEGIN = 1;
const INSIDE = 2;
const TAGS = 3;

/** A greedy tagger from left to right over an averaged perceptron (Collins 2002): what is around each token, and the two tags before it. */
export function trainBoundaries(sentences: readonly Sentence[], random: Shuffler): Boundaries {
  const tasks = sentences.map((sentence) => ({ windows: windowsOf(sentence.tokens), tags: tagsOf(sentence) }));
  const perceptron = new Perceptron(TAGS);
  const order = Int32Array.from(tasks.keys());
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const task = tasks[at];
      let [beforeLast, last] = [OUTSIDE, OUTSIDE];
      task?.windows.forEach((window, position) => {
        const features = perceptron.numbersOf([...window, ...historyOf(window, last, beforeLast)], true);
        const guess = perceptron.best(features);
        perceptron.learn(features, task.tags[position] ?? OUTSIDE, guess);
        // It goes on from its own guess, as it will have to when it reads.
        [beforeLast, last] = [last, guess];
      });
    }
  }
  perceptron.average();
  const read = (tokens: readonly Token[]): Stretch[] => {
    const found: Stretch[] = [];
    let [beforeLast, last] = [OUTSIDE, OUTSIDE];
    windowsOf(tokens).forEach((window, at) => {
      const features = perceptron.numbersOf([...window, ...historyOf(window, last, beforeLast)], false);
      [beforeLast, last] = [last, perceptron.best(features)];
      const open = found.at(-1);
      if (last === INSIDE && beforeLast !== OUTSIDE && open) open.to = at + 1;
      else if (last !== OUTSIDE) found.push({ from: at, to: at + 1 });
    });
    return found;
  };
  return { read, bytes: perceptron.bytes };
}

function tagsOf({ row, tokens }: Sentence): number[] {
  const tags = tokens.map(() => OUTSIDE);
  for (const span of row.slots) {
    const { from, to } = stretchOf(tokens, span);
    tags.fill(INSIDE, from, to);
    tags[from] = BEGIN;
  }
  return tags;
}

/** Where windowsOf has the token itself, and the one to its right. */
const FORM = 3;

function historyOf(window: readonly string[], last: number, beforeLast: number): string[] {
  return [`q${last}`, `r${beforeLast} ${last}`, `s${last} ${window[FORM]}`, `t${last} ${window[FORM + 1]}`];
}
