import type { Comparison } from '../../core/fact.ts';
import type { Locale } from '../../core/locale.ts';
import { localize } from '../../core/locale.ts';
import type { Block } from '../../core/reply.ts';

export function comparisonBlock({ products, rows }: Comparison, locale: Locale): Block {
  return {
    kind: 'comparison',
    titles: products.map(({ title }) => localize(title, locale)),
    rows: rows.map(({ label, values }) => ({
      label: localize(label, locale),
      values: values.map((value) => (value ? localize(value, locale) : '—')),
    })),
  };
}
