import type { Json } from '../core/json.ts';

/** A place in a step where the two runs part; null on a side that has nothing there. */
export interface Difference {
  step: number;
  /** Path within the step, e.g. `draft.text`; empty for the step as a whole. */
  place: string;
  recorded: Json;
  now: Json;
}

/** A step of thousands of differences is told by its first ones. */
const MOST = 20;

/** Every leaf in which two values of JSON differ, in the order of the first. Members in another order are a difference as well. */
export function differencesIn(step: number, recorded: Json, now: Json): Difference[] {
  if (JSON.stringify(recorded) === JSON.stringify(now)) return [];
  const found: Difference[] = [];
  compare(recorded, now, []);
  return found.length > 0 ? found : [{ step, place: '', recorded, now }];

  function compare(before: Json, after: Json, path: string[]): void {
    if (found.length >= MOST || JSON.stringify(before) === JSON.stringify(after)) return;
    if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after)) {
      found.push({ step, place: path.join('.'), recorded: before, now: after });
      return;
    }
    const [left, right] = [before, after] as [Record<string, Json>, Record<string, Json>];
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
      compare(left[key] ?? null, right[key] ?? null, [...path, key]);
  }
}

function isBranch(value: Json): value is Json[] | { [key: string]: Json } {
  return value !== null && typeof value === 'object';
}
