import type { MessageRequest } from '../../../src/core/wire.ts';
import type { Environment } from './environment.ts';

/** A message that the server has not acknowledged. */
export interface Unsent extends MessageRequest {
  state: 'pending' | 'failed';
  /** Milliseconds since 1970 at which it was written. */
  at: number;
  /** Why it failed, in the server's words. */
  problem?: string;
}

export interface Outbox {
  /** What this identity wrote and could not send; pending again. Anybody else's is destroyed. */
  open(identity: string | null): Unsent[];
  keep(identity: string | null, messages: readonly Unsent[]): void;
}

/** Keeps unsent messages over a reload, so that the same client message id is sent again. */
export function createOutbox(base: string, environment: Environment): Outbox {
  const key = `xiaoer:${base}:outbox`;
  return {
    open(identity) {
      const kept = parse(environment.local.get(key));
      if (kept && identity !== null && kept.identity === identity) {
        return kept.messages.map(({ problem: _, ...message }) => ({ ...message, state: 'pending' as const }));
      }
      environment.local.remove(key);
      return [];
    },
    keep(identity, messages) {
      if (identity === null || messages.length === 0) environment.local.remove(key);
      else environment.local.set(key, JSON.stringify({ identity, messages }));
    },
  };
}

function parse(text: string | null): { identity: string; messages: Unsent[] } | null {
  try {
    const value = JSON.parse(text ?? 'null') as { identity: string; messages: Unsent[] } | null;
    return value && Array.isArray(value.messages) ? value : null;
  } catch {
    return null;
  }
}
