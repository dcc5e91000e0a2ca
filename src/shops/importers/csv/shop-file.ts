import type { Locale } from '../../../core/locale.ts';
import { encodingNamed } from '../encoding-names.ts';
import { failed } from '../failure.ts';
import type { ImportOptions } from '../options.ts';
import { readSheet } from './read-sheet.ts';
import { SHOP } from './sheets.ts';
import { list, localized } from './values.ts';

/** The options, completed from shop.csv where it is there. */
export async function withShopFile(directory: string, options: ImportOptions): Promise<ImportOptions> {
  const row = (
    await readSheet(directory, SHOP, options.encoding === undefined ? null : encodingNamed(options.encoding))
  )?.rows[0];
  if (!row) return options;
  const languages = list(row.get('languages').toLowerCase());
  const wrong = languages.find((language) => language !== 'zh' && language !== 'en');
  if (wrong)
    throw failed({
      zh: `shop.csv 的语言「${wrong}」只能是 zh 或 en。`,
      en: `shop.csv: language “${wrong}” has to be zh or en.`,
    });
  return {
    currency: options.currency ?? (row.get('currency').toUpperCase() || undefined),
    timeZone: options.timeZone ?? (row.get('time_zone') || undefined),
    referenceDate: options.referenceDate,
    languages: options.languages ?? (languages.length > 0 ? (languages as Locale[]) : undefined),
    encoding: options.encoding,
    name: options.name ?? localized(row, 'name_zh', 'name_en') ?? undefined,
  };
}
