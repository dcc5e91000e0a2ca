import type { Instant } from '../core/instant.ts';

/** One published set of rules, as it was written. Never changed afterwards. */
export interface PolicyVersion {
  /** From 1. */
  number: number;
  yaml: string;
  /** SHA-256 of the text, in hexadecimal digits. */
  digest: string;
  by: string;
  at: Instant;
  note: string;
  activeFrom: Instant;
  /** It is, to the letter, what came with the program when it was published, or when an earlier version of the same text was. */
  shipped: boolean;
}

/** Where published rules are kept: append-only. */
export interface PolicyVersions {
  /** Resolves once it is on the disk, with its number. */
  append(version: Omit<PolicyVersion, 'number'>): Promise<PolicyVersion>;
  /** As `append`, where nothing was ever published, also when several processes begin at once; else null. */
  begin(version: Omit<PolicyVersion, 'number'>): Promise<PolicyVersion | null>;
  /** Newest first. */
  list(): Promise<PolicyVersion[]>;
  get(number: number): Promise<PolicyVersion | null>;
  /** The newest one that is active by then; null when none is. */
  activeAt(at: Instant): Promise<{ number: number; digest: string } | null>;
}
