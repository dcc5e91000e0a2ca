import type { Locale } from '../../core/locale.ts';
import { localize } from '../../core/locale.ts';
import type { Attribute } from '../../core/product.ts';

/** 白色 / 42 */
export function optionsText(options: readonly Attribute[], locale: Locale): string {
  return options.map(({ value }) => localize(value, locale)).join(' / ');
}
