import type { Localized } from './locale.ts';

export interface AppErrorOptions {
  cause?: unknown;
  /** For the log and the developer; never shown to a customer. */
  detail?: string;
  /** What may be shown outside. Without it only the code leaves. */
  publicMessage?: Localized;
  /** HTTP status the code maps to; 500 when absent. */
  status?: number;
}

/** Anything that is not an expected outcome. Expected outcomes are values (`Verdict`, `{ ok: false, reason }`). */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly publicMessage: Localized | undefined;

  constructor(code: string, options: AppErrorOptions = {}) {
    super(options.detail ? `${code}: ${options.detail}` : code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = options.status ?? 500;
    this.publicMessage = options.publicMessage;
  }
}
