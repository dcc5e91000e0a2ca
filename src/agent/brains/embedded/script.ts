import type { CommandCall, CommandName, CommandResult } from '../../../core/command.ts';
import { AppError } from '../../../core/errors.ts';
import { canonicalJson } from '../../../core/json.ts';
import type { Choice } from '../../../core/reply.ts';
import type { BrainView, DialogueState, Flow, Proposal } from '../../brain.ts';
import { CHANGES } from './errands.ts';

/** What one need of a message comes to: words, buttons, the facts whose cards go under them, and what to remember. */
export interface Part {
  text: string;
  choices: Choice[];
  showing: string[];
  /** The customer called off what an open card offers. */
  withdraw: boolean;
  /** The words end by asking about the open card, which stands further up. */
  reminds?: boolean;
  /** Nothing came of this order, and the same is wished for of another, which is now its turn. */
  next?: Flow;
  state: Partial<DialogueState>;
}

export type Step = { kind: 'call'; calls: CommandCall[] } | { kind: 'tell'; part: Part };

/**
 * A conversation written as straight code: it yields the commands that it needs and goes on with their results.
 * Every round of a turn runs it from its start again, with the results so far given back at once, so nothing has to be kept between rounds.
 */
export type Script<T> = Generator<Step, T, CommandResult[]>;

export function call(name: CommandName, input: Record<string, unknown>): CommandCall {
  return { id: name, name, input };
}

/** The latest answer to a command with that input. The gate may have tidied a write's input: its name and its order will do. */
function answerTo(wanted: CommandCall, results: readonly CommandResult[]): CommandResult | undefined {
  const key = canonicalJson(wanted.input);
  const sameName = results.filter((result) => result.name === wanted.name && !isCardPress(result));
  return (
    sameName.findLast((result) => canonicalJson(result.input) === key) ??
    (CHANGES.has(wanted.name) ? sameName.findLast(({ input }) => orderOf(input) === orderOf(wanted.input)) : undefined)
  );
}

function orderOf(input: unknown): string | null {
  const number = (input as { orderNumber?: unknown } | null)?.orderNumber;
  return typeof number === 'string' ? number : null;
}

/** Whether a result is the outcome of a card that the turn redeemed, and not of a command that a brain proposed. */
export function isCardPress(result: CommandResult): boolean {
  return typeof result.input === 'object' && result.input !== null && 'decision' in result.input;
}

export function* gate(name: CommandName, input: Record<string, unknown>): Script<CommandResult> {
  const [result] = yield { kind: 'call', calls: [call(name, input)] };
  if (!result) throw new AppError('brain.result-missing', { detail: name });
  return result;
}

/** Several commands in one round. */
export function* gateAll(calls: CommandCall[]): Script<CommandResult[]> {
  if (calls.length === 0) return [];
  return yield { kind: 'call', calls };
}

/** Ends the script with these words, from however deep. */
export function* tell(part: Part): Script<never> {
  yield { kind: 'tell', part };
  throw new AppError('brain.told-twice');
}

/** Runs a script as one of several: what it tells comes back instead of ending everything. */
export function* contained(script: Script<Part>): Script<Part> {
  let next = script.next();
  while (!next.done) {
    if (next.value.kind === 'tell') return next.value.part;
    next = script.next(yield next.value);
  }
  return next.value;
}

/** Answers the script from the results of this turn until it needs a new command or has its say. */
export function perform(script: Script<Part>, view: BrainView): Proposal {
  const whole = contained(script);
  let next = whole.next();
  while (!next.done) {
    const calls = next.value.kind === 'call' ? next.value.calls : [];
    const results = calls.map((wanted) => answerTo(wanted, view.results));
    const missing = calls.filter((_, index) => results[index] === undefined);
    if (missing.length > 0) return { kind: 'commands', calls: missing, state: view.state };
    next = whole.next(results.filter((result) => result !== undefined));
  }
  const { text, choices, showing, withdraw, reminds, state } = next.value;
  return {
    kind: 'draft',
    draft: {
      text,
      choices,
      showing,
      ...(withdraw && { withdraw: true as const }),
      ...(reminds && { reminds: true as const }),
    },
    state: { ...view.state, ...state },
  };
}
