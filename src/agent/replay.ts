import type { Instant } from '../core/instant.ts';
import type { Reply } from '../core/reply.ts';
import type { PolicySource } from '../policy/policy.ts';
import type { PolicyStore } from '../policy/published.ts';
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
  /** Version of the rules that were in force. */
  policy: string;
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

export interface ReplayDeps {
  policies: Pick<PolicyStore, 'current' | 'byDigest'>;
  /** The embedded brain of this version, under these rules. */
  embedded(policies: PolicySource): Brain;
}

/**
 * Runs a recorded turn again by today's code, with what was recorded in the place of shop, stores, network and time. The embedded brain proposes
 * anew; what a language model said is taken from the record.
 */
export async function replayTurn(deps: ReplayDeps, turnId: string, steps: readonly JournalStep[]): Promise<Replay> {
  const begin = beginningOf(steps);
  if (typeof begin === 'string') return { outcome: begin, turnId };
  const kept = await deps.policies.byDigest(begin.policy.digest);
  const policy = kept ?? (await deps.policies.current());
  const notes = kept ? [] : [`policy.not-kept ${begin.policy.version}`];
  const embedded = deps.embedded({ current: async () => policy });
  const journal = replayJournal(steps, embedded.name);
  const { outcome } = await runAgain(begin, steps, journal, embedded, notes);
  return {
    outcome: journal.differences.length === 0 ? 'equal' : 'different',
    turnId,
    conversationId: begin.input.conversation.id,
    at: begin.now,
    timeZone: begin.info.timeZone,
    setting: begin.setting,
    policy: begin.policy.version,
    steps: journal.steps,
    differences: journal.differences,
    reply: { recorded: replyIn(steps), now: outcome?.reply ?? null },
    notes,
  };
}

function replyIn(steps: readonly JournalStep[]): Reply {
  return steps.find(({ kind }) => kind === 'reply')?.payload as unknown as Reply;
}

/** `outcome` is null where the record had nothing to go on with; then `wish` is what would have been asked next. */
export async function runAgain(
  begin: Beginning,
  steps: readonly JournalStep[],
  journal: ReplayJournal,
  embedded: Brain,
  notes: string[] = [],
): Promise<{ outcome: TurnOutcome | null; wish: string | null }> {
  const warn = (event: string, { reason }: Record<string, unknown>) => notes.push(`${event} ${String(reason ?? '')}`);
  const deps = replayDeps(begin, { embedded, by: firstBrain(steps) ?? embedded.name }, journal.openCard, warn);
  const silent = () => undefined;
  try {
    const outcome = await runTurn(deps, begin.input, journal, 'full', silent, new AbortController().signal);
    journal.finish();
    return { outcome, wish: null };
  } catch (error) {
    if (error instanceof ReplayEnded) return { outcome: null, wish: error.wish };
    throw error;
  }
}

/** Whose proposals a turn began with. */
export function firstBrain(steps: readonly JournalStep[]): string | null {
  const first = steps.find(({ kind }) => kind === 'proposal');
  return first ? (first.payload as unknown as RecordedAnswer).by : null;
}
