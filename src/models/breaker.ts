import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { elapsed, type Instant } from '../core/instant.ts';
import type { ChatModel } from './chat-model.ts';

export interface BreakerOptions {
  clock: Clock;
  /** Failures in a row until the endpoint is left alone. */
  failures: number;
  /** Milliseconds until it is asked again. */
  restMs: number;
}

/**
 * Leaves an endpoint alone that has failed several times in a row, so that each customer need not wait for its time-out; one request at a time
 * then finds out whether it is back.
 * @throws AppError `model.resting` besides those of the model
 */
export function withBreaker(model: ChatModel, { clock, failures, restMs }: BreakerOptions): ChatModel {
  let failed = 0;
  let since: Instant = clock.now();
  let probing = false;
  return {
    name: model.name,
    probe: () => model.probe(),
    async complete(request, signal) {
      const open = failed >= failures;
      if (open && (probing || elapsed(since, clock.now()) < restMs))
        throw new AppError('model.resting', { detail: model.name });
      probing = open;
      try {
        const answer = await model.complete(request, signal);
        failed = 0;
        return answer;
      } catch (error) {
        const isOwnFault = error instanceof AppError && error.code === 'model.rejected';
        if (!signal.aborted && !isOwnFault) {
          failed++;
          since = clock.now();
        }
        throw error;
      } finally {
        if (open) probing = false;
      }
    },
  };
}
