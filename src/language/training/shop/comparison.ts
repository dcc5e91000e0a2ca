import type { Figures } from '../../evaluation/figures.ts';

/** The model in use and the new one on the same messages. */
export interface Sides {
  old: Figures;
  new: Figures;
}

export interface Comparison {
  /** The corpus's own held-out messages, read by the shipped model, too. */
  general: Sides & { shipped: Figures };
  /** The shop's. */
  shop: Sides;
}

/** Why the new model does not take over. */
export type Objection =
  | { kind: 'too-few-messages'; messages: number; needed: number }
  /** The mean of top-1 and slot F1 on the shop's messages grew by less than is needed. Shares. */
  | { kind: 'no-gain'; gain: number; needed: number }
  | {
      kind: 'worse';
      part: 'general' | 'shop';
      than: 'old' | 'shipped';
      measure: 'top1' | 'slotF1' | 'calibrationError';
      /** Shares: how much worse, and how much would do. */
      by: number;
      allowed: number;
    };

/** On fewer messages a gain may be luck. */
const FEWEST_MESSAGES = 30;
/** A point, of the mean and of each of its parts. */
const POINT = 0.01;
/** On the general messages 0.2 points may be lost, three of them. Against the shipped model as well: many small losses would add up. */
const TOLERANCE = 0.002;
/** How much surer than right, or less sure, it may become. */
const CALIBRATION_TOLERANCE = 0.02;
/** Floating point adds up differently in different orders. */
const EXACT = 1e-9;

/** Better only where it reads the shop's messages clearly better and the general ones no worse than the model in use and the shipped one. */
export function objectionsTo({ general, shop }: Comparison): Objection[] {
  const { messages } = shop.new;
  const gain = scoreOf(shop.new) - scoreOf(shop.old);
  return [
    ...(messages < FEWEST_MESSAGES ? [{ kind: 'too-few-messages' as const, messages, needed: FEWEST_MESSAGES }] : []),
    ...(gain < POINT - EXACT ? [{ kind: 'no-gain' as const, gain, needed: POINT }] : []),
    ...lossesOf('shop', 'old', shop.old, shop.new, POINT),
    ...lossesOf('general', 'old', general.old, general.new, TOLERANCE),
    ...lossesOf('general', 'shipped', general.shipped, general.new, TOLERANCE),
  ];
}

function lossesOf(
  part: 'general' | 'shop',
  than: 'old' | 'shipped',
  before: Figures,
  now: Figures,
  tolerance: number,
): Objection[] {
  const losses = [
    { measure: 'top1' as const, by: (before.top1 ?? 0) - (now.top1 ?? 0), allowed: tolerance },
    { measure: 'slotF1' as const, by: (before.slotF1 ?? 0) - (now.slotF1 ?? 0), allowed: tolerance },
    {
      measure: 'calibrationError' as const,
      by: (now.calibrationError ?? 0) - (before.calibrationError ?? 0),
      allowed: CALIBRATION_TOLERANCE,
    },
  ];
  return losses
    .filter(({ by, allowed }) => by > allowed + EXACT)
    .map((loss) => ({ kind: 'worse' as const, part, than, ...loss }));
}

/** Intents and slots count alike, where there are any. */
export function scoreOf({ top1, slotF1 }: Figures): number {
  const scores = [top1, slotF1].filter((each) => each !== null);
  return scores.reduce((sum, each) => sum + each, 0) / Math.max(1, scores.length);
}
