import type { Actor } from '../core/actor.ts';
import type { Conversation, IncomingMessage } from '../core/conversation.ts';
import type { Fact } from '../core/fact.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Progress } from '../core/wire.ts';
import type { DialogueState, TranscriptEntry } from './brain.ts';

export interface TurnInput {
  turnId: string;
  conversation: Conversation;
  /** Before this turn, oldest first. */
  transcript: TranscriptEntry[];
  /** The burst that this turn answers, oldest first. */
  incoming: IncomingMessage[];
  state: DialogueState;
}

/** What happened in a turn: for `--json`, the operator and the bench. */
export interface TurnTrace {
  commands: { name: string; input: unknown; status: string; verdict: Verdict }[];
  facts: Fact[];
  brain: string;
  /** Why another brain than the configured one answered, e.g. `brain.unavailable`. */
  degraded: string | null;
  milliseconds: number;
}

export interface TurnOutcome {
  reply: Reply;
  state: DialogueState;
  handOff: string | null;
  /** Intents whose outcome the reply tells. */
  tells: string[];
  trace: TurnTrace;
}

export interface StatelessRequest {
  /** Oldest first; the last is the one to answer. */
  transcript: TranscriptEntry[];
  text: string;
  actor: Actor;
  locale?: Locale;
}

/** The clerk: everything above conversations and below brains. */
export interface Clerk {
  runTurn(input: TurnInput, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<TurnOutcome>;
  /** What is sent when a turn could not be finished: honest words, and a person is fetched. */
  apologise(locale: Locale): TurnOutcome;
  /** Answers without a conversation: reads only, nothing is stored. For the OpenAI-compatible doors. */
  answer(request: StatelessRequest, signal: AbortSignal): Promise<TurnOutcome>;
}
