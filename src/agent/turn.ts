import type { CommandCall, CommandResult } from '../core/command.ts';
import { AppError } from '../core/errors.ts';
import { elapsed } from '../core/instant.ts';
import { canonicalJson } from '../core/json.ts';
import type { Progress } from '../core/wire.ts';
import type { Brain, BrainView, DialogueState, Draft } from './brain.ts';
import type { TurnInput, TurnOutcome } from './clerk.ts';
import type { Journal } from './journal.ts';
import { type Answer, FORMAT, type RecordedAnswer, recordedCard } from './recording.ts';
import { passRecorded, withoutGround } from './recording-gate.ts';
import { outcomesIn, redeem } from './redeem.ts';
import { composeReply, fallbackDraft } from './reply.ts';
import type { GateScope } from './scope.ts';
import { cardIn, leaveCards, lookAround, openQuotes, surroundingsOf, type TurnDeps } from './surroundings.ts';
import { checkDraft } from './verify/check.ts';

/** Rounds of proposing and acting before the clerk gives up and fetches a person. */
const MAX_ROUNDS = 8;

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
  const begin = await journal.step('begin', () => lookAround(deps, input));
  // An older version recorded the time alone.
  const seen = begin.format === FORMAT ? begin : { ...(await lookAround(deps, input)), now: begin.now };
  const surroundings = surroundingsOf(seen, input, mode);
  const { scope } = surroundings;
  const results: CommandResult[] = [];
  let state: DialogueState = input.state;
  let brain: Brain = deps.brain;
  let degraded: string | null = null;
  let draft: Draft | null = null;

  const ask = async (): Promise<RecordedAnswer> => {
    const open = scope.mode === 'full' ? await openQuotes(deps, scope) : [];
    const card = open.length === 1 ? open[0] : undefined;
    const openQuote = card ? { quote: card.quote, expiresAt: card.expiresAt } : null;
    const answer = await propose(brain, { ...surroundings.view, state, results, openQuote }, signal);
    return { ...answer, by: brain.name, card: recordedCard(card, results) };
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
    const proposal = await journal.step('proposal', ask);
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
        if (earlier || ran.size >= deps.gate.budget.callsPerTurn) {
          results.push({ ...(earlier ?? tooMany(call)), callId: call.id });
          continue;
        }
        signal.throwIfAborted();
        onProgress({ state: 'looking-up' });
        const recorded = await journal.step('result', () => passRecorded(deps.gate, scope, call));
        const result = withoutGround(recorded);
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

  const finished = draft ?? fallbackDraft(surroundings.view.locale, mode);
  const facts = results.flatMap((result) => result.facts);
  const handOff = facts.find((fact) => fact.kind === 'hand-off')?.value.reason ?? (draft ? null : 'turn.unanswered');
  const reply = await journal.step('reply', () => composeReply(finished, facts, surroundings));
  const end = await journal.step('end', async () => ({
    card: await leaveCards(deps, scope, reply, finished),
    handOff,
  }));
  state = { ...state, card: end.card };
  const commands = results.map(({ name, input: given, status, verdict }) => ({ name, input: given, status, verdict }));
  const milliseconds = elapsed(started, deps.clock.now());
  // Words that were not found tell nothing of what was done.
  const tells = draft ? outcomesIn(facts) : [];
  return { reply, state, handOff, tells, trace: { commands, facts, brain: brain.name, degraded, milliseconds } };
}

async function propose(brain: Brain, view: BrainView, signal: AbortSignal): Promise<Answer> {
  try {
    return await brain.propose(view, signal);
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
