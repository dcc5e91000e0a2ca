import { factsOf, lastFact, type Passage } from '../core/fact.ts';
import type { Instant } from '../core/instant.ts';
import { canonicalJson } from '../core/json.ts';
import type { Localized } from '../core/locale.ts';
import type { Money } from '../core/money.ts';
import type { Policy } from '../policy/policy.ts';
import type { JournalStep, JournalStore, RecordedTurn } from './ports.ts';
import type { RecordedResult } from './recording.ts';
import { beginningOf, firstBrain, type ReplayDeps, runAgain, type Unreplayable } from './replay.ts';
import { decideBy } from './replay-decide.ts';
import { replayJournal } from './replay-journal.ts';

/** What the gate says to a wish, in short. */
export interface Decision {
  status: string;
  /** Names of the rules that were applied. */
  rules: string[];
  refund: Money | null;
  charge: Money | null;
  /** Reasons, or what would happen, or how the rule reads. */
  says: Localized[];
}

/** A turn that goes another way under the new rules; `before` is the rules in force now. */
export interface ChangedTurn {
  turnId: string;
  conversationId: string;
  at: Instant;
  /** Something else would be done, or the same told in other words. */
  change: 'decided' | 'answered';
  decisions: { command: string; input: unknown; before: Decision; after: Decision }[];
  /** What the embedded brain says, or what it would ask of the gate next; null where that is the same or a language model spoke. */
  answer: { before: string; after: string } | null;
}

export interface PolicyDiff {
  /** Versions of the rules that were compared. */
  before: string;
  after: string;
  turns: number;
  /** Decisions of the gate that the rules had a part in. */
  decisions: number;
  /** Turns with another decision, and those that only read differently. */
  decided: number;
  answered: number;
  changed: ChangedTurn[];
  /** Decisions for which something would have to be read that was not read then. */
  undecidable: number;
  /** Turns that could not be looked at, by reason. */
  leftOut: Partial<Record<Unreplayable, number>>;
}

export interface PolicyDiffDeps extends ReplayDeps {
  journal: Pick<JournalStore, 'list' | 'read'>;
}

const PAGE = 100;

/**
 * Puts every recorded conversation to other rules, with orders, time and words as they were. Nothing is published and nothing is done. A card
 * counts where it was offered, not once more where it was pressed.
 */
export async function comparePolicies(deps: PolicyDiffDeps, next: Policy, since?: Instant): Promise<PolicyDiff> {
  const current = await deps.policies.current();
  const diff: PolicyDiff = {
    ...{ before: current.version, after: next.version, turns: 0, decisions: 0, decided: 0, answered: 0 },
    ...{ changed: [], undecidable: 0, leftOut: {} },
  };
  for (let after: RecordedTurn | undefined; ; ) {
    const page = await deps.journal.list({ ...(since && { since }), ...(after && { after }), limit: PAGE });
    for (const turn of page) await compareTurn(deps, [current, next], turn, diff);
    after = page.at(-1);
    if (page.length < PAGE) return diff;
  }
}

async function compareTurn(
  deps: PolicyDiffDeps,
  [current, next]: readonly [Policy, Policy],
  { turnId, conversationId, at }: RecordedTurn,
  diff: PolicyDiff,
): Promise<void> {
  diff.turns++;
  const steps = await deps.journal.read(turnId);
  const before = await underRules(deps, current, steps);
  const after = await underRules(deps, next, steps);
  if (typeof before === 'string' || typeof after === 'string') {
    const reason = typeof before === 'string' ? before : 'unknown';
    diff.leftOut[reason] = (diff.leftOut[reason] ?? 0) + 1;
    return;
  }
  diff.decisions += before.results.filter(({ ground }) => ground).length;
  diff.undecidable += after.unrecorded;
  const decisions = before.results.flatMap((was, index) => {
    const now = after.results[index];
    const [left, right] = [decisionOf(was), now && decisionOf(now)];
    return !right || isSame(left, right) ? [] : [{ command: was.name, input: was.input, before: left, after: right }];
  });
  const answer = before.answer === after.answer ? null : { before: before.answer, after: after.answer };
  if (decisions.length === 0 && !answer) return;
  const isDecided = decisions.some((each) => !isSame(gist(each.before), gist(each.after)));
  const change = isDecided ? 'decided' : 'answered';
  diff[change]++;
  diff.changed.push({ turnId, conversationId, at, change, decisions, answer });
}

interface UnderRules {
  results: RecordedResult[];
  answer: string;
  unrecorded: number;
}

/** A turn under these rules, as far as its record goes. */
async function underRules(
  deps: PolicyDiffDeps,
  policy: Policy,
  steps: readonly JournalStep[],
): Promise<UnderRules | Unreplayable> {
  const begin = beginningOf(steps);
  if (typeof begin === 'string') return begin;
  let unrecorded = 0;
  const decide = decideBy(policy, begin, () => unrecorded++);
  const results: RecordedResult[] = [];
  const recorded = steps
    .filter(({ kind }) => kind === 'result')
    .map(({ payload }) => payload as unknown as RecordedResult);
  for (const result of recorded) results.push(await decide(result));
  const embedded = deps.embedded({ current: async () => policy });
  // What a language model would have said to another decision is in no record.
  if (firstBrain(steps) !== embedded.name) return { results, answer: '', unrecorded };
  const { outcome, wish } = await runAgain(
    begin,
    steps,
    replayJournal(steps, embedded.name, decideBy(policy, begin)),
    embedded,
  );
  return { results, answer: outcome?.reply.text ?? `→ ${wish?.replace(/^[^:]*: /, '') ?? ''}`, unrecorded };
}

function decisionOf({ status, verdict, facts }: RecordedResult): Decision {
  const quote = lastFact(facts, 'quote')?.value.quote;
  const estimate = lastFact(facts, 'refund-estimate')?.value;
  return {
    status,
    rules: verdict.reasons.map(({ rule }) => rule),
    refund: (quote?.refund ?? estimate?.refund)?.amount ?? null,
    charge: quote?.charge?.amount ?? null,
    says: [
      ...verdict.reasons.map(({ text }) => text),
      ...(quote?.effects ?? estimate?.effects ?? []),
      ...factsOf(facts, 'rules').flatMap(({ value }) => value.rules.map(({ text }) => text)),
      ...factsOf(facts, 'passages').flatMap(({ value }) => value.passages.map(inItsLanguage)),
    ],
  };
}

function inItsLanguage({ locale, text }: Passage): Localized {
  return locale === 'zh' ? { zh: text } : { en: text };
}

/** What makes it another decision: not the words. */
function gist({ says: _, ...decision }: Decision) {
  return decision;
}

function isSame(left: unknown, right: unknown): boolean {
  return canonicalJson(left) === canonicalJson(right);
}
