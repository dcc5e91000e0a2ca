import { type LabelScore, labelScores } from '../../evaluation/metrics.ts';
import type { ReadRow } from '../../evaluation/read-examples.ts';
import type { Span } from '../../evaluation/rows.ts';

/** Precision, recall and F1 of each kind of slot: right are spans with the same two ends. */
export function slotScores(read: readonly ReadRow[]): LabelScore[] {
  const names = new Set(read.flatMap(({ row, reading }) => [...row.slots, ...reading.slots].map(({ name }) => name)));
  return [...names].map((name) => scoreOf(name, read));
}

function scoreOf(name: string, read: readonly ReadRow[]): LabelScore {
  const keys = (slots: readonly Span[]) =>
    slots.flatMap((slot) => (slot.name === name ? [`${slot.start}–${slot.end}`] : []));
  // Each span a message of its own, so that the spans of one kind add up to one label.
  const gold: string[][] = [];
  const given: string[][] = [];
  for (const { row, reading } of read) {
    const [meant, found] = [keys(row.slots), keys(reading.slots)];
    for (const key of new Set([...meant, ...found])) {
      gold.push(meant.includes(key) ? [name] : []);
      given.push(found.includes(key) ? [name] : []);
    }
  }
  const [score = { label: name, precision: 0, recall: 0, f1: 0, support: 0 }] = labelScores(gold, given);
  return score;
}
