import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import { banking77 } from './sets/banking77.ts';
import { bitext } from './sets/bitext.ts';
import { clinc150 } from './sets/clinc150.ts';
import { crosswoz } from './sets/crosswoz.ts';
import type { SetReader, SetRows } from './sets/reader.ts';

export interface PublicSet extends SetRows {
  name: string;
  locale: Locale;
  /** A row may have any number of intents. */
  isMultiLabel: boolean;
  licence: string;
  /** Where it was published, as its SOURCE.md tells. */
  source: string;
}

const READERS: Record<string, SetReader> = { banking77, clinc150, bitext, crosswoz_zh: crosswoz };

export const PUBLIC_SETS: readonly string[] = Object.keys(READERS);

/**
 * A public set from `<directory>/<name>`, read where it lies. Throws `sets.unknown` for a name that is none of PUBLIC_SETS and `sets.missing`
 * where the folder or one of its files is not there.
 */
export function loadPublicSet(name: string, directory: string): PublicSet {
  const reader = READERS[name];
  if (!reader) throw new AppError('sets.unknown', { detail: `${name}; there are ${PUBLIC_SETS.join(', ')}` });
  const folder = join(directory, name);
  const missing = [...reader.files, 'SOURCE.md'].filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0)
    throw new AppError('sets.missing', { detail: `${name}: ${folder} has no ${missing.join(', no ')}` });
  const rows = reader.load((file) => readFileSync(join(folder, file)));
  const isMultiLabel = rows.train.some(({ intents }) => intents.length !== 1);
  return {
    name,
    locale: reader.locale,
    isMultiLabel,
    ...rows,
    ...origin(readFileSync(join(folder, 'SOURCE.md'), 'utf8')),
  };
}

/** `- licence: …` and the first `- repo: …` of a SOURCE.md. */
function origin(text: string): Pick<PublicSet, 'licence' | 'source'> {
  const field = (name: string) => new RegExp(`^- ${name}: (.+)$`, 'm').exec(text)?.[1]?.trim() ?? 'not stated';
  return { licence: field('licence'), source: field('repo') };
}
