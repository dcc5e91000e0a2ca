import { setTimeout as sleep } from 'node:timers/promises';
import { EMPTY_STATE } from '../agent/brain.ts';
import type { Clerk, TurnOutcome, TurnTrace } from '../agent/clerk.ts';
import type { Clock } from '../core/clock.ts';
import { elapsed, type Instant, MINUTE, plus, SECOND } from '../core/instant.ts';
import { failpoint } from '../platform/failpoints.ts';
import type { Log } from '../platform/log.ts';
import type { Hub } from './hub.ts';
import type { ConversationStore, StoredTurn } from './ports.ts';
import { CONTEXT_EVENTS, incomingOf, transcriptOf } from './transcript.ts';

export interface RunnerDeps {
  store: ConversationStore;
  clerk: Clerk;
  hub: Hub;
  clock: Clock;
  log: Log;
  /** Names this process in the turns it has claimed; stable where the data has one owner, so that a restart takes its turns up at once. */
  holder: string;
  /** Answers these conversations alone; absent: all. */
  only?: (() => readonly string[]) | undefined;
  onTrace(turnId: string, trace: TurnTrace): void;
}

export interface Runner {
  start(): Promise<void>;
  /** Something may be due, or a running turn may have been superseded. */
  wake(conversationId?: string): void;
  stop(): Promise<void>;
}

const PARALLEL_TURNS = 8;
/** A running turn is its process's own for so long without a sign of life. */
const LEASE = MINUTE;
/** How often leases are renewed, and those of dead processes taken up. */
const LEASE_CHECK = 10 * SECOND;
/** Before another try, the longer the more were made, milliseconds. */
const PAUSE = 200;
const MAX_ATTEMPTS = 3;
/** How often other processes' work is looked for when nothing wakes this one, milliseconds. */
const IDLE = 1_000;

export function createRunner(deps: RunnerDeps): Runner {
  const running = new Map<string, { turn: StoredTurn; abort: AbortController; end: Promise<void> }>();
  let stopping = false;
  let alarm = new AbortController();
  let loop: Promise<void> | null = null;
  let leasesAt = deps.clock.now();

  const ring = () => alarm.abort();

  async function work(turn: StoredTurn, signal: AbortSignal): Promise<void> {
    const { id: turnId, conversationId } = turn;
    failpoint('turn.claimed');
    try {
      const conversation = await deps.store.get(conversationId);
      if (!conversation) return;
      const past = await deps.store.events(
        conversationId,
        Math.max(0, turn.fromSequence - 1 - CONTEXT_EVENTS),
        CONTEXT_EVENTS,
      );
      const incoming = await deps.store.events(
        conversationId,
        turn.fromSequence - 1,
        turn.toSequence - turn.fromSequence + 1,
      );
      const input = {
        turnId,
        conversation: { ...conversation, epoch: turn.epoch },
        transcript: transcriptOf(past.filter((event) => event.sequence < turn.fromSequence)),
        incoming: incomingOf(incoming),
        state: (await deps.store.state(conversationId)) ?? EMPTY_STATE,
      };
      const outcome = await deps.clerk.runTurn(input, (progress) => deps.hub.report(conversationId, progress), signal);
      deps.onTrace(turnId, outcome.trace);
      await commit(turn, outcome);
    } catch (error) {
      if (signal.aborted) return;
      deps.log.error('turn.failed', {
        turnId,
        attempts: turn.attempts,
        error: error instanceof Error ? error.stack : String(error),
      });
      await giveUp(turn);
    } finally {
      deps.hub.report(conversationId, { state: 'idle' });
    }
  }

  async function commit(turn: StoredTurn, outcome: TurnOutcome): Promise<void> {
    failpoint('turn.before-commit');
    const { reply, state, handOff, tells, trace } = outcome;
    const { id: turnId, conversationId, epoch } = turn;
    const at = deps.clock.now();
    const result = await deps.store.commitTurn({
      turnId,
      conversationId,
      epoch,
      reply,
      brain: trace.brain,
      state,
      locale: reply.locale,
      handOff,
      tells,
      at,
    });
    if (result.ok) deps.hub.publish(result.events);
    else deps.log.info('turn.discarded', { turnId, reason: result.reason });
  }

  /** A turn that throws is tried again; after the last try the customer is told so and a person is fetched. */
  async function giveUp(turn: StoredTurn): Promise<void> {
    if (turn.attempts < MAX_ATTEMPTS) {
      await sleep(PAUSE * turn.attempts);
      await deps.store.releaseTurn(turn.id);
      return;
    }
    try {
      const conversation = await deps.store.get(turn.conversationId);
      await commit(turn, deps.clerk.apologise(conversation?.locale ?? 'zh'));
    } catch (error) {
      deps.log.error('turn.abandoned', { turnId: turn.id, error: String(error) });
      deps.hub.publish(await deps.store.failTurn(turn.id));
    }
  }

  function begin(turn: StoredTurn): void {
    const abort = new AbortController();
    const end = work(turn, abort.signal)
      // Not even giving up worked: the lease ends and the turn is taken up again.
      .catch((error) => deps.log.error('turn.stranded', { turnId: turn.id, error: String(error) }))
      .finally(() => {
        running.delete(turn.id);
        ring();
      });
    running.set(turn.id, { turn, abort, end });
  }

  async function keepLeases(now: Instant): Promise<void> {
    leasesAt = now;
    await deps.store.renewTurns(deps.holder, plus(now, LEASE));
    await deps.store.releaseTurns(now, 'expired');
  }

  async function run(): Promise<void> {
    while (!stopping) {
      alarm = new AbortController();
      const now = deps.clock.now();
      let claimed: StoredTurn | null = null;
      try {
        if (elapsed(leasesAt, now) >= LEASE_CHECK) await keepLeases(now);
        if (running.size < PARALLEL_TURNS)
          claimed = await deps.store.claimTurn(now, deps.holder, plus(now, LEASE), deps.only?.());
        if (claimed) {
          begin(claimed);
          continue;
        }
        const due = running.size < PARALLEL_TURNS ? await deps.store.nextDueAt() : null;
        // What is due but not for this process is looked at again a little later.
        const soonest = deps.only ? IDLE / 10 : 1;
        const wait = due === null ? IDLE : Math.min(IDLE, Math.max(soonest, elapsed(deps.clock.now(), due)));
        await sleep(wait, undefined, { signal: alarm.signal, ref: true }).catch(() => undefined);
      } catch (error) {
        deps.log.error('runner.failed', { error: String(error) });
        await sleep(IDLE);
      }
    }
  }

  async function interruptSuperseded(conversationId: string): Promise<void> {
    for (const { turn, abort } of running.values()) {
      if (turn.conversationId !== conversationId) continue;
      const now = await deps.store.turnState(turn.id);
      if (now?.state === 'superseded') abort.abort();
    }
  }

  return {
    async start() {
      await deps.store.releaseTurns(deps.clock.now(), deps.holder);
      await deps.store.releaseTurns(deps.clock.now(), 'expired');
      loop = run();
    },
    wake(conversationId) {
      ring();
      if (conversationId)
        void interruptSuperseded(conversationId).catch((error) =>
          deps.log.error('runner.interrupt', { error: String(error) }),
        );
    },
    async stop() {
      stopping = true;
      ring();
      await loop;
      await Promise.all([...running.values()].map(({ end }) => end));
    },
  };
}
