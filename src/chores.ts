import { deliverAlerts } from './agent/deliver-alerts.ts';
import type { GateDeps } from './agent/gate-context.ts';
import { expireApprovals, reconcile } from './agent/reconcile.ts';
import type { Clock } from './core/clock.ts';
import { MINUTE } from './core/instant.ts';
import { refreshDemo } from './demo.ts';
import type { ImportRunner } from './knowledge/imports/run-imports.ts';
import type { Log } from './platform/log.ts';
import type { ShopTables } from './shops/sql/ports.ts';

interface ChoresDeps {
  gate: GateDeps;
  tables: ShopTables;
  clock: Clock;
  log: Log;
  imports: Pick<ImportRunner, 'run'>;
}

/** What is done beside the answering. */
export interface Chores {
  /** Once all of it that concerns what customers confirmed or wait for. What fails is logged and holds up nothing else. */
  settle(): Promise<void>;
  /** From now on again and again, until `stop`: only a server lives long enough for a silent shop to answer again. */
  start(): void;
  stop(): void;
}

export function createChores({ gate, tables, clock, log, imports }: ChoresDeps): Chores {
  const attempt = (work: () => Promise<unknown>) =>
    work().catch((error) => log.error('app.chore', { error: String(error) }));
  let last: Promise<void> = Promise.resolve();
  let isBusy = false;

  async function settleNow(): Promise<void> {
    isBusy = true;
    await attempt(() => reconcile(gate, clock, log));
    await attempt(() => expireApprovals(gate, clock));
    await attempt(() => deliverAlerts(gate, clock, log));
    isBusy = false;
  }

  function settle(): Promise<void> {
    last = last.then(settleNow);
    return last;
  }

  const timers: NodeJS.Timeout[] = [];
  return {
    settle,
    start() {
      if (timers.length > 0) return;
      const every = (milliseconds: number, work: () => void) => {
        const timer = setInterval(work, milliseconds);
        timer.unref();
        timers.push(timer);
      };
      every(60 * MINUTE, () => void attempt(() => refreshDemo(tables, clock, log)));
      // A round that a silent shop makes long is not followed by all that it missed.
      every(MINUTE, () => void (isBusy || settle()));
      // What a process has left behind that is gone: now, and what others leave later.
      void imports.run();
      every(MINUTE, () => void imports.run());
    },
    stop() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
