import type { IntentScore } from '../../src/core/understanding.ts';
import type { PublicSet } from '../../src/language/evaluation/public-sets.ts';
import type { Row, Span } from '../../src/language/evaluation/rows.ts';

export interface Prediction {
  /** Likeliest first. Where a set labels several at once, those from 0.5 on count as given. */
  intents: IntentScore[];
  /** null from a contestant that reads none. */
  slots: Span[] | null;
  /** Higher for what belongs to no intent; only the order counts. */
  outOfScope: number;
}

export interface Reader {
  read(row: Row): Promise<Prediction> | Prediction;
  /** Size of what has been learnt, as it would be stored. */
  bytes: number;
}

/** What a contestant may know beside the rows to learn from. */
export interface Contest extends Pick<PublicSet, 'locale' | 'isMultiLabel'> {
  /** Name of the intent that stands for none, where the set has one. */
  outOfScope: string | null;
  random: Shuffler;
}

export interface Shuffler {
  /** 0 to 1, exclusive. */
  next(): number;
  below(limit: number): number;
}

export interface Contestant {
  name: string;
  train(rows: readonly Row[], contest: Contest): Promise<Reader>;
}
