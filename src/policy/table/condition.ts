/** A named input's part of a row. Words are one of a closed list; numbers are open below and closed above: `after < x ≤ upTo`. */
export type Condition =
  | { kind: 'words'; words: ReadonlySet<string> }
  | { kind: 'number'; after: number; upTo: number }
  /** A number that nobody knows, e.g. days since a delivery without a date. */
  | { kind: 'unknown' };

/** A word, a number, or null: a number that is not known. */
export type Value = string | number | null;

export type Situation = Readonly<Record<string, Value>>;

export function holds(condition: Condition, value: Value | undefined): boolean {
  switch (condition.kind) {
    case 'words':
      return typeof value === 'string' && condition.words.has(value);
    case 'number':
      return typeof value === 'number' && value > condition.after && value <= condition.upTo;
    case 'unknown':
      return value === null || value === undefined;
  }
}
