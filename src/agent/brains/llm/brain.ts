import { AppError } from '../../../core/errors.ts';
import type { ChatAnswer, ChatModel, ChatRequest } from '../../../models/chat-model.ts';
import { createRedactor } from '../../../privacy/redactor.ts';
import type { Brain, BrainView, Proposal } from '../../brain.ts';
import { callsOff } from './calls-off.ts';
import { knownValuesIn } from './known-values.ts';
import { messagesFor, roundOf, toolsFor } from './messages.ts';
import { nextState } from './next-state.ts';
import { plainText } from './plain-text.ts';
import { showingOf } from './showing.ts';

/** After this many rounds of commands it has to find words; the rounds that the turn has left belong to the embedded brain. */
const MAX_ROUNDS = 4;
/** Commands in this turn that the gate could not read: a model that goes on like this will not find its way. */
const MAX_INVALID = 2;
const MAX_CALLS = 6;
/** Nobody reads more than this in a chat window. */
const MAX_DRAFT = 2_000;

/** Speaks through a language model. Personal data is replaced in everything that is sent, and put back in what comes. */
export function createLlmBrain(model: ChatModel): Brain {
  return {
    name: 'llm',
    async propose(view, signal) {
      const redactor = createRedactor(knownValuesIn(view));
      const round = Math.max(0, ...view.results.map(roundOf));
      const invalid = view.results.filter(({ status }) => status === 'invalid').length;
      if (invalid > MAX_INVALID) throw unavailable('commands that cannot be read');
      const request: ChatRequest = {
        messages: messagesFor(view, redactor),
        tools: round >= MAX_ROUNDS ? [] : toolsFor(view),
      };
      const answer = await ask(model, request, signal);
      return proposalFrom(answer, request.tools.length > 0, view, redactor.restore, redactor.restoreJson);
    },
  };
}

function unavailable(detail: string, cause?: unknown): AppError {
  return new AppError('brain.unavailable', { detail, cause });
}

async function ask(model: ChatModel, request: ChatRequest, signal: AbortSignal): Promise<ChatAnswer> {
  try {
    return await model.complete(request, signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw unavailable(cause instanceof AppError ? cause.code : 'model failed', cause);
  }
}

function proposalFrom(
  answer: ChatAnswer,
  mayCall: boolean,
  view: BrainView,
  restore: (text: string) => string,
  restoreJson: <T>(value: T) => T,
): Proposal {
  if (answer.refusal !== null || answer.finish === 'filtered') throw unavailable('the model declined');
  if (answer.finish === 'length') throw unavailable('the answer was cut at its length');
  if (answer.calls.length > 0) {
    if (!mayCall) throw unavailable('commands without end');
    if (answer.calls.length > MAX_CALLS) throw unavailable(`${answer.calls.length} commands at once`);
    // Arguments that are no JSON go to the gate as they are: it refuses them and says why, and the model may do better.
    const calls = answer.calls.map(({ id, name, input, raw }) => ({
      id,
      name,
      input: input === null ? raw.slice(0, 200) : restoreJson(input),
    }));
    return { kind: 'commands', calls, state: view.state };
  }
  const text = plainText(restore(answer.text));
  if (text === '') throw unavailable('an empty answer');
  if (text.length > MAX_DRAFT) throw unavailable(`an answer of ${text.length} characters`);
  const withdraw = callsOff(view) && { withdraw: true as const };
  return { kind: 'draft', draft: { text, choices: [], showing: showingOf(view), ...withdraw }, state: nextState(view) };
}
