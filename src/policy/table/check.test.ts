import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFault } from './check.ts';
import type { Condition, Situation } from './condition.ts';
import { type InputKind, number, words } from './input.ts';
import { matches, type Row, rowFor, type Table } from './table.ts';

const INPUTS: Record<string, InputKind> = {
  status: words('paid', 'sent', 'delivered'),
  opened: words('yes', 'no'),
  days: number('days'),
};

const oneOf = (...list: string[]): Condition => ({ kind: 'words', words: new Set(list) });
const between = (after: number, upTo: number): Condition => ({ kind: 'number', after, upTo });
const ever = Number.POSITIVE_INFINITY;

function table(...rows: Row['when'][]): Table {
  return {
    name: 'return',
    line: 1,
    rows: rows.map((when, index) => ({
      number: index + 1,
      line: index + 2,
      when,
      outcome: 'allow',
      rule: `r${index + 1}`,
    })),
  };
}

describe('the proof of a table', () => {
  it('[POLICY-40] finds nothing where exactly one row matches every situation', () => {
    const sound = table(
      { status: oneOf('paid', 'sent') },
      { status: oneOf('delivered'), days: between(-ever, 7), opened: oneOf('no') },
      { status: oneOf('delivered'), days: between(-ever, 7), opened: oneOf('yes') },
      { status: oneOf('delivered'), days: between(7, ever) },
      { status: oneOf('delivered'), days: { kind: 'unknown' } },
    );
    expect(findFault(sound, INPUTS)).toBeNull();
    expect(rowFor(sound, { status: 'delivered', opened: 'no', days: 7 }).rule).toBe('r2');
    expect(rowFor(sound, { status: 'delivered', opened: 'no', days: 7.001 }).rule).toBe('r4');
    expect(findFault(table({}), INPUTS)).toBeNull();
  });

  it('[POLICY-40] names a situation that no row covers', () => {
    const open = table(
      { status: oneOf('paid', 'sent') },
      { status: oneOf('delivered'), days: between(-ever, 7) },
      { status: oneOf('delivered'), days: { kind: 'unknown' } },
    );
    expect(findFault(open, INPUTS)).toEqual({ kind: 'gap', situation: { status: 'delivered', days: 8 } });
    expect(findFault(table(), INPUTS)).toEqual({ kind: 'gap', situation: {} });
    const forgotten = table({ days: between(-ever, 7) }, { days: between(7, ever) });
    expect(findFault(forgotten, INPUTS)).toEqual({ kind: 'gap', situation: { days: null } });
    const between7and8 = table({ days: between(-ever, 7) }, { days: between(8, ever) }, { days: { kind: 'unknown' } });
    expect(findFault(between7and8, INPUTS)).toEqual({ kind: 'gap', situation: { days: 8 } });
  });

  it('[POLICY-40] names two rows that cover the same situation', () => {
    const double = table({ status: oneOf('paid', 'sent') }, { status: oneOf('sent', 'delivered') });
    const fault = findFault(double, INPUTS);
    expect(fault).toMatchObject({ kind: 'overlap', situation: { status: 'sent' } });
    expect(fault?.kind === 'overlap' && fault.rows.map((row) => row.number)).toEqual([1, 2]);
    expect(findFault(table({}, {}), INPUTS)).toMatchObject({ kind: 'overlap' });
    // The day on which both hold, and no other.
    const edge = table({ days: between(-ever, 7) }, { days: between(6, ever) }, { days: { kind: 'unknown' } });
    expect(findFault(edge, INPUTS)).toMatchObject({ kind: 'overlap', situation: { days: 7 } });
  });

  it('[POLICY-40] agrees with trying every situation, for tables of any shape', () => {
    const word = (list: readonly string[]) =>
      fc.subarray([...list], { minLength: 1 }).map((some): Condition => oneOf(...some));
    const days = fc.oneof(
      fc.constant<Condition>({ kind: 'unknown' }),
      fc.tuple(fc.nat(4), fc.nat(4)).map(([from, more]) => between(from === 0 ? -ever : from, from + more + 1)),
      fc.nat(4).map((from) => between(from, ever)),
    );
    const when = fc.record(
      { status: word(['paid', 'sent', 'delivered']), opened: word(['yes', 'no']), days },
      { requiredKeys: [] },
    );
    const every: Situation[] = ['paid', 'sent', 'delivered'].flatMap((status) =>
      ['yes', 'no'].flatMap((opened) =>
        [null, ...Array.from({ length: 24 }, (_, half) => half / 2)].map((day) => ({ status, opened, days: day })),
      ),
    );
    let sound = 0;
    fc.assert(
      fc.property(fc.array(when, { maxLength: 4 }), (rows) => {
        const made = table(...rows);
        const counts = every.map((situation) => made.rows.filter((row) => matches(row, situation)).length);
        const fault = findFault(made, INPUTS);
        if (counts.every((count) => count === 1)) sound++;
        expect(fault === null).toBe(counts.every((count) => count === 1));
        if (fault && fault.kind !== 'unproven') {
          const hits = made.rows.filter((row) =>
            matches(row, { status: 'paid', opened: 'yes', days: 0, ...fault.situation }),
          );
          expect(hits.length).toBe(fault.kind === 'gap' ? 0 : hits.length);
          if (fault.kind === 'overlap') expect(hits.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 3_000, seed: 20_261_128 },
    );
    expect(sound).toBeGreaterThan(0);
  });
});
