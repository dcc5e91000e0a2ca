import type { Product } from '../core/product.ts';
import { attributeOf, inStock } from '../core/product.ts';
import type { Measure, MeasureRange, Measures, SizeAdvice } from '../core/size-advice.ts';
import { MEASURES } from '../core/size-advice.ts';
import { sameSize } from '../language/quantities/same-size.ts';
import { type SizeRow, sizeTable } from './size-table.ts';

/** Places in the table, the same twice where one row holds the measure. */
type Span = readonly [low: number, high: number];

/** By the product's own table alone: a measure that stands between two rows, or two measures that disagree, name both sizes. */
export function adviseSize(product: Product, measures: Measures): SizeAdvice {
  const rows = sizeTable(product);
  const reach = MEASURES.flatMap((measure) => reachOf(rows, measure));
  const nothing = { productId: product.id, title: product.title, by: [], sizes: [], reach };
  if (reach.length === 0) return { ...nothing, outcome: 'no-table' };
  const given = reach.flatMap(({ measure }) => {
    const value = measures[measure];
    return value === undefined ? [] : [{ measure, value, span: spanOf(rows, measure, value) }];
  });
  if (given.length === 0) return { ...nothing, outcome: 'needs-measures' };
  const by = given.map(({ measure, value, span }) => ({
    measure,
    value,
    sizes: span ? [...new Set(span)].flatMap((at) => rows[at]?.size ?? []) : [],
  }));
  const spans = given.flatMap(({ span }) => (span ? [span] : []));
  if (spans.length < given.length) return { ...nothing, by, outcome: 'outside' };
  const low = Math.max(...spans.map(([from]) => from));
  const high = Math.min(...spans.map(([, to]) => to));
  const sizes = [...new Set([Math.min(low, high), Math.max(low, high)])].flatMap((at) => {
    const row = rows[at];
    return row ? [{ size: row.size, inStock: isThere(product, row.size), ranges: row.ranges }] : [];
  });
  return { ...nothing, by, sizes, outcome: sizes.length === 1 ? 'fits' : 'between' };
}

function reachOf(rows: readonly SizeRow[], measure: Measure): MeasureRange[] {
  const ranges = rows.flatMap((row) => row.ranges.filter((range) => range.measure === measure));
  if (ranges.length === 0) return [];
  return [{ measure, from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) }];
}

/** Null where the measure lies outside the table. */
function spanOf(rows: readonly SizeRow[], measure: Measure, value: number): Span | null {
  const ranges = rows.flatMap(({ ranges: all }, at) => {
    const range = all.find((each) => each.measure === measure);
    return range ? [{ ...range, at }] : [];
  });
  const holding = ranges.filter(({ from, to }) => from <= value && value <= to);
  const [first] = holding;
  const last = holding.at(-1);
  if (first && last) return [first.at, last.at];
  const below = ranges.filter(({ to }) => to < value).at(-1);
  const above = ranges.find(({ from }) => from > value);
  return below && above ? [below.at, above.at] : null;
}

function isThere({ variants }: Product, size: string): boolean {
  return variants.some((variant) => {
    const own = attributeOf(variant.options, 'size');
    return inStock(variant) && [own?.zh, own?.en].some((value) => value !== undefined && sameSize(value, size));
  });
}
