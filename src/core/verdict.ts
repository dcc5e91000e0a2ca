import type { Localized } from './locale.ts';

/** A rule that was applied, by its name in the policy, and how it reads to a customer. */
export interface Reason {
  rule: string;
  text: Localized;
}

/** What the rules say of a wish. A refusal is an answer, not an error; it may name what is possible instead. */
export type Verdict = { allowed: true; reasons: Reason[] } | Refusal;

export interface Refusal {
  allowed: false;
  reasons: Reason[];
  alternative?: CommandHint;
}

/** Something else the customer can do. */
export interface CommandHint {
  command: string;
  text: Localized;
}

export function allow(...reasons: Reason[]): Verdict {
  return { allowed: true, reasons };
}

export function refuse(rule: string, text: Localized, alternative?: CommandHint): Refusal {
  return { allowed: false, reasons: [{ rule, text }], ...(alternative && { alternative }) };
}
