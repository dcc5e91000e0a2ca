import type { Localized } from '../../core/locale.ts';
import type { Row } from '../../language/evaluation/rows.ts';
import type { ModelDescription } from '../../language/storage/model-folder.ts';

/** Which of the rows' labels the model can never give: what they cost says nothing of how well it reads. Null where it has all. */
export function unknownLabels(
  rows: readonly Row[],
  { intents, slots, acts, tones }: ModelDescription['labels'],
): Localized | null {
  const kinds = [
    { zh: '意图', en: 'intents', used: rows.flatMap((row) => row.intents), known: intents },
    {
      ...{ zh: '槽位', en: 'slots' },
      used: rows.flatMap((row) => row.slots.map(({ name }) => name)),
      known: slots,
    },
    { zh: '行为', en: 'acts', used: rows.flatMap(({ act }) => act ?? []), known: acts },
    { zh: '语气', en: 'tones', used: rows.flatMap((row) => row.tones ?? []), known: tones },
  ].map(({ used, known, ...name }) => ({
    ...name,
    missing: [...new Set(used)].filter((label) => !known.includes(label)),
  }));
  const lacking = kinds.filter(({ missing }) => missing.length > 0);
  if (lacking.length === 0) return null;
  const zh = lacking.map((kind) => `${kind.zh} ${kind.missing.join('、')}`).join('；');
  const en = lacking.map((kind) => `${kind.en} ${kind.missing.join(', ')}`).join('; ');
  return {
    zh: `模型没有这些标签，永远给不出，分数因此偏低：${zh}`,
    en: `The model lacks these labels and can never give them, which lowers the figures: ${en}`,
  };
}
