import type { CommandResult } from '../core/command.ts';
import type { Customer } from '../core/customer.ts';
import { lastFact } from '../core/fact.ts';
import type { Instant } from '../core/instant.ts';
import type { Json } from '../core/json.ts';
import type { Understanding } from '../core/understanding.ts';
import type { ShopInfo } from '../shops/shop.ts';
import type { OpenQuote, Proposal } from './brain.ts';
import type { TurnInput } from './clerk.ts';

/** Of what a turn's steps hold. A turn of another format can be resumed, not replayed. */
export const FORMAT = 2;

/** What the answer depends on besides the message: named, so that a later difference can be explained. */
export interface TurnSetting {
  /** Version of this program, whose phrase book and flows the embedded brain speaks by. */
  program: string;
  brain: string;
  /** Name of the language model; null without an endpoint. */
  model: string | null;
  /** SHA-256 of the weights that read the message. */
  understanding: string | null;
  /** Of goods, stock, prices and articles. */
  catalogue: string | null;
  burstWindowMs: number;
  confirmationMinutes: number;
}

/** All that a turn sees before it acts. */
export interface Beginning {
  format: number;
  now: Instant;
  setting: TurnSetting | null;
  /** The rules that were in force. */
  policy: { version: string; digest: string };
  callsPerTurn: number;
  input: TurnInput;
  info: ShopInfo;
  customer: Customer | null;
  understanding: Understanding;
}

/** A card that the brain was shown: whole, or by its token where a result of the same turn holds it. */
export type RecordedCard = OpenQuote | { token: string } | null;

export type Answer = Proposal | { kind: 'unavailable'; reason: string };

/** What a brain was shown and answered; what else it was shown is in the steps before. */
export type RecordedAnswer = Answer & { by: string; card: RecordedCard };

/** A read that a decision was made from: method, arguments, answer. */
export type Read = [method: string, given: Json[], answer: Json];

/** `ground` where rules of the shop were asked: what they were asked about. */
export type RecordedResult = CommandResult & { ground?: Read[] };

/** What is left open when a turn ends. */
export interface Ending {
  /** The card that a plain yes would mean. */
  card: string | null;
  handOff: string | null;
}

/** A card as it is recorded: what a result of this turn already holds is not written a second time. */
export function recordedCard(
  card: (OpenQuote & { id: string }) | undefined,
  results: readonly CommandResult[],
): RecordedCard {
  if (!card) return null;
  const { id, quote, expiresAt } = card;
  const here = results.some(({ facts }) => lastFact(facts, 'quote')?.value.token === id);
  return here ? { token: id } : { quote, expiresAt };
}
