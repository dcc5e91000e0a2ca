import type { IntentEntry } from '../../corpus/intents.ts';
import type { Recipe } from '../fit.ts';
import type { EpochRecord } from '../options.ts';
import type { PartReport } from './part.ts';

/** What a training came to: what report.json holds and report.html draws. */
export interface TrainingReport {
  corpus: {
    /** Of all that was learned from. */
    digest: string;
    messages: { training: number; development: number; heldOut: number };
    intents: IntentEntry[];
  };
  recipe: Recipe;
  model: {
    parameters: number;
    /** As they are stored. */
    bytes: number;
    temperature: number;
    /** Top-1 on the development part before the weights were rounded to 8 bits. */
    top1BeforeRounding: number | null;
  };
  curve: EpochRecord[];
  tokensPerSecond: number;
  /** The part that chose the epoch and the temperature, and the one that nothing was trained on. */
  development: PartReport;
  heldOut: PartReport | null;
}

/** The figures that travel with a model: by part, language and measure, to four decimals. */
export function figuresToKeep({ development, heldOut, model }: TrainingReport): Record<string, number> {
  const kept: Record<string, number> = {};
  const keep = (name: string, value: number | null) => {
    if (value !== null) kept[name] = Math.round(value * 1e4) / 1e4;
  };
  for (const [part, report] of Object.entries({ development, heldOut }))
    for (const [kind, figures] of Object.entries(report ? { all: report.all, ...report.byLocale } : {}))
      for (const [measure, value] of Object.entries(figures))
        keep(`${part}.${kind}.${measure}`, value as number | null);
  keep('development.all.top1BeforeRounding', model.top1BeforeRounding);
  return kept;
}
