import type { IntentEntry } from '../../corpus/intents.ts';
import type { Recipe } from '../fit.ts';
import type { EpochRecord } from '../options.ts';
import { type PartReport, reportPart } from '../report/part.ts';
import type { Objection } from './comparison.ts';
import type { ShopTrained } from './tune.ts';

/** What a training for a shop came to: both sides, the model in use and the new one, and the shipped one on the general messages. */
export interface ShopReport {
  corpus: { digest: string; intents: IntentEntry[] };
  recipe: Recipe;
  /** Of the shop. */
  messages: { training: number; development: number };
  curve: EpochRecord[];
  /** It takes over where there is none. */
  objections: Objection[];
  general: Record<'old' | 'new' | 'shipped', PartReport>;
  shop: Record<'old' | 'new', PartReport>;
}

export function shopReport(
  { curve, readings, objections }: ShopTrained,
  about: Pick<ShopReport, 'corpus' | 'recipe' | 'messages'>,
): ShopReport {
  const { general, shop } = readings;
  const of = (read: Parameters<typeof reportPart>[0]) => reportPart(read, about.corpus.intents);
  return {
    ...about,
    ...{ curve, objections },
    general: { old: of(general.old), new: of(general.new), shipped: of(general.shipped) },
    shop: { old: of(shop.old), new: of(shop.new) },
  };
}
