import type { Localized } from './locale.ts';

/** Centimetres; weight in kilograms. */
export const MEASURES = ['height', 'weight', 'chest', 'waist', 'foot'] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = { [K in Measure]?: number | undefined };

export interface MeasureRange {
  measure: Measure;
  from: number;
  to: number;
}

/** What the shop's size table says to a customer's measures. Nothing is reckoned beside it. */
export interface SizeAdvice {
  productId: string;
  title: Localized;
  outcome: 'fits' | 'between' | 'outside' | 'needs-measures' | 'no-table';
  /** What was given and stands in the table, with the sizes that it alone would take; none where it lies outside. */
  by: { measure: Measure; value: number; sizes: string[] }[];
  /** One that fits, or the two that it lies between, smaller first. */
  sizes: { size: string; inStock: boolean; ranges: MeasureRange[] }[];
  /** What the table goes by, from its smallest to its largest. */
  reach: MeasureRange[];
}
