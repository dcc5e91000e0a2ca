import { AppError } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';

/** What the process says by its end. */
export const EXIT = {
  ...{ ok: 0, failed: 1, usage: 2, configuration: 3, unavailable: 4 },
  /** It was tried, and what was there before is better. */
  kept: 5,
  /** Stopped by whoever sat in front of it, as a shell tells of SIGINT. */
  stopped: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What stands on the command line is wrong, though its form is right. */
const USAGE =
  /^(cli\.|recipe\.|turns\.|sets\.|message\.(empty|too-long)$|request\.too-large$|(?:customer|approval|ticket)\.unknown$|ticket\.not-open$|conformance\.data$|page\.bad-marker$|conversation\.(unknown|other-customer)$|policy\.(unknown|not-a-time|too-large)$|knowledge\.)/;
const CONFIGURATION = /^(config\.|data-folder\.|policy\.invalid$|store\.(bad-key|wrong-key|newer|not-durable)$)/;
const UNAVAILABLE = /^(store\.(locked|unavailable)$|train\.locked$|server\.|shop\.unavailable$|request\.too-many$)/;

export function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof AppError)) return EXIT.failed;
  if (error.code === 'train.stopped') return EXIT.stopped;
  if (USAGE.test(error.code)) return EXIT.usage;
  if (CONFIGURATION.test(error.code)) return EXIT.configuration;
  return UNAVAILABLE.test(error.code) ? EXIT.unavailable : EXIT.failed;
}

export function failure(code: string, publicMessage: Localized, cause?: unknown): AppError {
  return new AppError(code, { publicMessage, cause });
}

/** A failure for whoever reads with a program; with the number of the line where there are several. */
export function errorLine(code: string, message: string, line?: number): string {
  return JSON.stringify({ error: { code, message, ...(line !== undefined && { line }) } });
}
