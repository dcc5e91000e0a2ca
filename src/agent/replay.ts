import type { Instant } from '../core/instant.ts';
import type { Reply } from '../core/reply.ts';
import type { Brain } from './brain.ts';
import type { TurnOutcome } from './clerk.ts';
import type { JournalStep } from './ports.ts';
import { type Beginning, FORMAT, type RecordedAnswer, type TurnSetting } from './recording.ts';
import { replayDeps } from './replay-deps.ts';
import type { Difference } from './replay-differences.ts';
import { ReplayEnded, type ReplayedStep, type ReplayJournal, replayJournal } from './replay-journal.ts';
import { runTurn } from './turn.ts';

/** Why a turn cannot be run again: no record, none yet of its end, its customer was erased, or another version's record. */
export type Unreplayable = 'unknown' | 'unfinished' | 'erased' | 'other-format';

export interface Replayed {
  outcome: 'equal' | 'different';
  turnId: string;
  conversationId: string;
  at: Instant;
  /** The shop's, in which `at` is read. */
  timeZone: string;
  /** As it was when the turn was recorded. */
  setting: TurnSetting | null;
  steps: readonly ReplayedStep[];
  /** Where this version goes another way; the first is the cause. */
  differences: readonly Difference[];
  reply: { recorded: Reply; now: Reply | null };
  /** Why a brain was replaced or a draft withheld, now. */
  notes: string[];
}

export type Replay = Replayed | { outcome: Unreplayable; turnId: string };

/** The surroundings of a turn, if its record can be read and is one of this version's. */
export function beginningOf(steps: readonly JournalStep[]): Beginning | Unreplayable {
  if (steps.some(({ erased }) => erased)) return 'erased';
  const begin = steps[0]?.payload as unknown as Beginning | undefined;
  if (!begin) return 'unknown';
  if (begin.format !== FORMAT) return 'other-format';
  return steps.at(-1)?.kind === 'end' ? begin : 'unfinished';
}

/**
 * Runs a recorded turn again by today's code, with what was recorded in the place of shop, stores, network and time. The embedded brain proposes
 * anew; what a language model said is taken from the record.
 */
export async function replayTurn(turnId: string, steps: readonly JournalStep[], embedded: Brain): Promise<Replay> {
  const begin = beginningOf(steps);
  if (typeof begin === 'string') return { outcome: begin, turnId };
  const journal = replayJournal(steps, embedded.name);
  const notes: string[] = [];
  const outcome = await runAgain(begin, journal, firstBrain(steps) ?? embedded.name, embedded, notes);
  const recorded = steps.find(({ kind }) => kind === 'reply')?.payload as unknown as Reply;
  return {
    outcome: journal.differences.length === 0 ? 'equal' : 'different',
    turnId,
    conversationId: begin.input.conversation.id,
    at: begin.now,
    timeZone: begin.info.timeZone,
    setting: begin.setting,
    steps: journal.steps,
    differences: journal.differences,
    reply: { recorded, now: outcome?.reply ?? null },
    notes,
  };
}

async function runAgain(
  begin: Beginning,
  journal: ReplayJournal,
  by: string,
  embedded: Brain,
  notes: string[],
): Promise<TurnOutcome | null> {
  const warn = (event: string, { reason }: Record<string, unknown>) => notes.push(`${event} ${String(reason ?? '')}`);
  const deps = replayDeps(begin, { embedded, by }, journal.openCard, warn);
  try {
    const outcome = await runTurn(deps, begin.input, journal, 'full', () => undefined, new AbortController().signal);
    journal.finish();
    return outcome;
  } catch (error) {
    if (error instanceof ReplayEnded) return null;
    throw error;
  }
}

function firstBrain(steps: readonly JournalStep[]): string | null {
  const first = steps.find(({ kind }) => kind === 'proposal');
  return first ? (first.payload as unknown as RecordedAnswer).by : null;
}
