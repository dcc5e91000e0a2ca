import type { Locale } from '../../../core/locale.ts';
import type { Row } from '../rows.ts';

/** Something that the set says and that is not so, or that could not be taken over. */
export interface Remark {
  /** `file:line`. */
  where: string;
  kind: string;
  what: string;
}

/** Both halves of a set by its protocol: nobody tunes on `test`. */
export interface SetRows {
  train: Row[];
  test: Row[];
  remarks: Remark[];
}

/** How one public set is laid out in its folder. */
export interface SetReader {
  locale: Locale;
  files: readonly string[];
  /** `read` gives the bytes of one of `files`. */
  load(read: (file: string) => Uint8Array): SetRows;
}
