import type { Localized } from '../../core/locale.ts';

/** One thing that was looked at. `warning`: it works, but a shop in earnest wants it otherwise. */
export interface Finding {
  name: string;
  status: 'ok' | 'warning' | 'broken';
  detail: Localized;
  /** What to do about it. */
  mend?: Localized;
}

export function ok(name: string, detail: Localized): Finding {
  return { name, status: 'ok', detail };
}

export function warning(name: string, detail: Localized, mend: Localized): Finding {
  return { name, status: 'warning', detail, mend };
}

export function broken(name: string, detail: Localized, mend: Localized): Finding {
  return { name, status: 'broken', detail, mend };
}
