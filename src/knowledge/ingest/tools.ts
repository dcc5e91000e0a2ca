import type { ReadLimits } from './limits.ts';
import type { Workbench } from './parsing/workbench.ts';

/** What reading needs besides what is to be read. */
export interface Tools {
  limits: ReadLimits;
  fetch: typeof fetch;
  workbench: Workbench;
}
