import { AppError } from '../../src/core/errors.ts';

/** What an error of the expected kind tells; any other goes on. */
export function whyNot(error: unknown, ...expected: readonly string[]): string {
  if (error instanceof AppError && expected.includes(error.code)) return error.message.replace(`${error.code}: `, '');
  throw error;
}
