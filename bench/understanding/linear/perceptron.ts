/** The weights of one feature, by class; only those that have ever been changed. */
interface FeatureWeights {
  classes: number[];
  values: number[];
  /** Sum of the values over all steps up to `steps`. */
  sums: number[];
  steps: number[];
}

/** A perceptron over named features whose weights are averaged over all steps of its training (Collins 2002). */
export class Perceptron {
  readonly #numbers = new Map<string, number>();
  readonly #weights: FeatureWeights[] = [];
  readonly #scores: Float64Array;
  #step = 0;

  constructor(classes: number) {
    this.#scores = new Float64Array(classes);
  }

  /** Numbers of the features that are known, and with `grow` of the new ones too. */
  numbersOf(names: readonly string[], grow: boolean): number[] {
    const numbers: number[] = [];
    for (const name of names) {
      let number = this.#numbers.get(name);
      if (number === undefined && grow) {
        number = this.#weights.length;
        this.#numbers.set(name, number);
        this.#weights.push({ classes: [], values: [], sums: [], steps: [] });
      }
      if (number !== undefined) numbers.push(number);
    }
    return numbers;
  }

  /** The class with the highest score. */
  best(features: readonly number[]): number {
    const scores = this.#scores.fill(0);
    for (const feature of features) {
      const weights = this.#weights[feature];
      if (!weights) continue;
      const { classes, values } = weights;
      for (let i = 0; i < classes.length; i++) {
        const k = classes[i] ?? 0;
        scores[k] = (scores[k] ?? 0) + (values[i] ?? 0);
      }
    }
    let best = 0;
    for (let k = 1; k < scores.length; k++) if ((scores[k] ?? 0) > (scores[best] ?? 0)) best = k;
    return best;
  }

  /** One step of training: nothing changes where the guess was right. */
  learn(features: readonly number[], truth: number, guess: number): void {
    this.#step++;
    if (truth === guess) return;
    for (const feature of features) {
      const weights = this.#weights[feature];
      if (!weights) continue;
      this.#add(weights, truth, 1);
      this.#add(weights, guess, -1);
    }
  }

  /** Every weight becomes its mean over all steps; those that come to nothing go. */
  average(): void {
    for (const weights of this.#weights) {
      const averaged = weights.classes.map((k, i) => {
        const since = this.#step - (weights.steps[i] ?? 0);
        return { k, value: ((weights.sums[i] ?? 0) + since * (weights.values[i] ?? 0)) / this.#step };
      });
      const kept = averaged.filter(({ value }) => value !== 0);
      weights.classes = kept.map(({ k }) => k);
      weights.values = kept.map(({ value }) => value);
      weights.sums = [];
      weights.steps = [];
    }
    for (const [name, number] of this.#numbers)
      if (this.#weights[number]?.classes.length === 0) this.#numbers.delete(name);
  }

  /** Names, and a class (2 bytes) and a value (4) for each weight. */
  get bytes(): number {
    let bytes = 0;
    for (const [name, number] of this.#numbers)
      bytes += Buffer.byteLength(name) + 1 + 6 * (this.#weights[number]?.classes.length ?? 0);
    return bytes;
  }

  #add(weights: FeatureWeights, k: number, amount: number): void {
    let at = weights.classes.indexOf(k);
    if (at === -1) {
      at = weights.classes.push(k) - 1;
      weights.values.push(0);
      weights.sums.push(0);
      weights.steps.push(this.#step);
    }
    const value = weights.values[at] ?? 0;
    weights.sums[at] = (weights.sums[at] ?? 0) + (this.#step - (weights.steps[at] ?? 0)) * value;
    weights.steps[at] = this.#step;
    weights.values[at] = value + amount;
  }
}
