import { AppError } from '../../core/errors.ts';
import type { Localized } from '../../core/locale.ts';

/** The import cannot go on. Nothing has been written: reading never writes. */
export function failed(publicMessage: Localized, cause?: unknown): AppError {
  return new AppError('import.failed', {
    publicMessage,
    cause,
    status: 400,
    detail: publicMessage.en ?? publicMessage.zh ?? '',
  });
}
