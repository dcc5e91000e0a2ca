import type { CommandCall, CommandResult } from '../core/command.ts';
import { AppError } from '../core/errors.ts';
import { elapsed } from '../core/instant.ts';
import { canonicalJson } from '../core/json.ts';
import type { Progress } from '../core/wire.ts';
import type { Brain, BrainView, DialogueState, Draft, Proposal } from './brain.ts';
import type { TurnInput, TurnOutcome } from './clerk.ts';
import { passGate } from './gate.ts';
import type { Journal } from './journal.ts';
import { redeem } from './redeem.ts';
import { composeReply, fallbackDraft } from './reply.ts';
import type { GateScope } from './scope.ts';
import { cardAskedAbout, cardIn, lookAround, openQuotes, type TurnDeps } from './surroundings.ts';
import { checkDraft } from './verify/check.ts';

/** Rounds of proposing and acting before the clerk gives up and fetches a person. */
const MAX_ROUNDS = 8;
/** Commands a turn may run. Equal ones run once. */
const MAX_CALLS = 12;

/** One turn: the customer's burst in, one reply out. Everything it decides on is in the journal before it is used. */
export async function runTurn(
  deps: TurnDeps,
  input: TurnInput,
  journal: Journal,
  mode: GateScope['mode'],
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<TurnOutcome> {
  onProgress({ state: 'thinking' });
  const started = deps.clock.now();
  const begin = await journal.step('begin', () => ({ now: deps.clock.now() }));
  const surroundings = await lookAround(deps, input, begin.now, mode);
  const { scope } = surroundings;
  const results: CommandResult[] = [];
  let state: DialogueState = input.state;
  let brain: Brain = deps.brain;
  let degraded: string | null = null;
  let draft: Draft | null = null;

  const view = async (): Promise<BrainView> => {
    const open = scope.mode === 'full' ? await openQuotes(deps, scope) : [];
    const card = open.length === 1 ? open[0] : undefined;
    return {
      ...surroundings.view,
      state,
      results,
      openQuote: card ? { quote: card.quote, expiresAt: card.expiresAt } : null,
    };
  };
  const degrade = (reason: string) => {
    degraded = reason;
    brain = deps.embedded;
    deps.log.warn('brain.degraded', { turnId: input.turnId, reason });
  };

  const cards = await journal.step('begin', () => cardIn(deps, scope, input, surroundings.view.text));
  for (const [index, card] of cards.entries()) {
    onProgress({ state: 'acting' });
    results.push(await journal.step('result', () => redeem(deps.gate, scope, card, `k${index + 1}`)));
  }

  const ran = new Map<string, CommandResult>();
  for (let round = 0; round < MAX_ROUNDS && !draft; round++) {
    const proposal = await journal.step('proposal', () => propose(brain, view, signal));
    if (proposal.kind === 'unavailable') {
      if (brain === deps.embedded) break;
      degrade(proposal.reason);
      continue;
    }
    if (proposal.kind === 'commands') {
      state = proposal.state;
      for (const [index, proposed] of proposal.calls.entries()) {
        const key = canonicalJson([proposed.name, proposed.input]);
        const call: CommandCall = { ...proposed, id: `${round + 1}.${index + 1}` };
        const earlier = ran.get(key);
        if (earlier || ran.size >= MAX_CALLS) {
          results.push({ ...(earlier ?? tooMany(call)), callId: call.id });
          continue;
        }
        signal.throwIfAborted();
        onProgress({ state: 'looking-up' });
        const result = await journal.step('result', () => passGate(deps.gate, scope, call));
        ran.set(key, result);
        results.push(result);
      }
      continue;
    }
    const facts = results.flatMap((result) => result.facts);
    const findings = brain === deps.embedded ? [] : checkDraft(proposal.draft, facts, surroundings);
    if (findings.length > 0) {
      degrade(`draft.withheld: ${findings.map((finding) => finding.kind).join(', ')}`);
      continue;
    }
    ({ draft, state } = proposal);
  }

  // Called off in other words than a plain no: a later yes must not redeem what still lies there.
  if (draft?.withdraw && mode === 'full')
    for (const card of await openQuotes(deps, scope)) await deps.gate.confirmations.cancel(card.id);
  const finished = draft ?? fallbackDraft(surroundings.view.locale, mode);
  const facts = results.flatMap((result) => result.facts);
  const handOff = facts.find((fact) => fact.kind === 'hand-off')?.value.reason ?? (draft ? null : 'turn.unanswered');
  const reply = await journal.step('reply', () => composeReply(finished, facts, surroundings));
  state = { ...state, card: await cardAskedAbout(deps, scope, reply, finished) };
  const commands = results.map(({ name, input: given, status, verdict }) => ({ name, input: given, status, verdict }));
  const milliseconds = elapsed(started, deps.clock.now());
  return { reply, state, handOff, trace: { commands, facts, brain: brain.name, degraded, milliseconds } };
}

type Answer = Proposal | { kind: 'unavailable'; reason: string };

async function propose(brain: Brain, view: () => Promise<BrainView>, signal: AbortSignal): Promise<Answer> {
  try {
    return await brain.propose(await view(), signal);
  } catch (error) {
    signal.throwIfAborted();
    // An unforeseen error's own words may hold what the customer said: its name is enough for the log.
    const reason = error instanceof AppError ? error.message : error instanceof Error ? error.name : 'unknown';
    return { kind: 'unavailable', reason };
  }
}

function tooMany(call: CommandCall): CommandResult {
  return {
    callId: call.id,
    name: call.name,
    input: call.input,
    status: 'invalid',
    verdict: { allowed: false, reasons: [] },
    facts: [],
  };
}
