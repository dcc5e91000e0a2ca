import type { Figures } from '../../evaluation/figures.ts';

/** The model in use and the new one on the same messages. */
export interface Sides {
  old: Figures;
  new: Figures;
}

export interface Comparison {
  /** The corpus's own held-out messages. */
  general: Sides;
  /** The shop's. */
  shop: Sides;
}

/** What may be lost on the general messages: 0.2 points, three of its messages. */
const TOLERANCE = 0.002;
/** Floating point adds up differently in different orders. */
const EXACT = 1e-9;

/** Better only where it reads the shop's messages better and the general ones, intents and slots each, no worse. */
export function isBetter({ general, shop }: Comparison): boolean {
  const isNoWorse = (measure: 'top1' | 'slotF1') =>
    (general.new[measure] ?? 0) >= (general.old[measure] ?? 0) - TOLERANCE - EXACT;
  return isNoWorse('top1') && isNoWorse('slotF1') && scoreOf(shop.new) > scoreOf(shop.old) + EXACT;
}

/** Intents and slots count alike. */
export function scoreOf({ top1, slotF1 }: Figures): number {
  return ((top1 ?? 0) + (slotF1 ?? 0)) / 2;
}
