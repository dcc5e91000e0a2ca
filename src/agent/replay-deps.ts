import { AppError } from '../core/errors.ts';
import type { Understander } from '../core/understanding.ts';
import type { Brain, OpenQuote } from './brain.ts';
import type { Budget, GateDeps } from './gate-context.ts';
import type { ConfirmationStore, StoredConfirmation } from './ports.ts';
import type { Beginning } from './recording.ts';
import type { TurnDeps } from './surroundings.ts';

/** Whatever is asked of it is refused: a replay reaches no shop, no store and no network. @throws AppError `replay.reached-out` */
export function refusing<T extends object>(what: string, except: Partial<T> = {}): T {
  return new Proxy(except, {
    get(_, name) {
      if (Reflect.has(except, name)) return Reflect.get(except, name);
      return () => {
        throw new AppError('replay.reached-out', { detail: `${what}.${String(name)}` });
      };
    },
  }) as T;
}

/** What stands in for the gate's stores: each of them refuses, but for those given. */
export function refusingGate(except: Partial<GateDeps>): GateDeps {
  return new Proxy(except, {
    get: (_, name) => (Reflect.has(except, name) ? Reflect.get(except, name) : refusing(String(name))),
  }) as GateDeps;
}

/** What a turn is run again with: its own time, the cards that it was shown, and a brain of the recorded one's name. */
export function replayDeps(
  { now, callsPerTurn }: Beginning,
  brains: { embedded: Brain; by: string },
  openCard: () => (OpenQuote & { id: string }) | null,
  warn: (event: string, fields: Record<string, unknown>) => void,
): TurnDeps {
  const listOpen = async () => {
    const card = openCard();
    return card ? [card as StoredConfirmation] : [];
  };
  const { embedded, by } = brains;
  const silent = () => undefined;
  return {
    gate: refusingGate({
      confirmations: refusing<ConfirmationStore>('confirmations', { listOpen }),
      budget: refusing<Budget>('budget', { callsPerTurn }),
    }),
    brain: by === embedded.name ? embedded : { name: by, propose: refusing<Brain>('brain').propose },
    embedded,
    understander: refusing<Understander>('understander'),
    clock: { now: () => now },
    log: { debug: silent, info: silent, warn, error: warn },
  };
}
