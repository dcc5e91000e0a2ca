import type { IntentScore } from '../../core/understanding.ts';
import { type Clause, splitClauses } from './clauses.ts';

/** What is said about a need, or in passing: never a second need of its own. */
const NO_NEED =
  /^(?:provide_|affirm|deny|choose_option|correct_previous|ask_back|not_helpful|resume_task|hold_on|greet|thank|bye|small_talk|bot_identity|out_of_scope|complain|attack|undo_|refine_search|damaged_or_wrong_item|missing_item|expedite_order|refund_without_return)/;
/** Says outright that another need follows. */
const JOINER =
  /^(?:另外|还有|顺便|顺带|对了|以及|同时|再帮我|再问|也想问|还想问|and|also|plus|another thing|one more thing|by the way|btw)/i;

/** An intent below this is not named beside the first. */
const MENTION = 0.05;
const LISTED = 5;
/** How sure a clause must be to add a need: less where the customer says that another follows. */
const CLEAR = 0.75;
const ANNOUNCED = 0.35;
const SURE = 0.5;
/** Shorter pieces are particles and polite words. */
const SHORTEST_CLAUSE = 4;
/** A letter has many clauses; its needs stand at the beginning. */
const MOST_CLAUSES = 6;

/** The clauses that may hold needs of their own; none where the message has but one. */
export function needClauses(text: string): Clause[] {
  const clauses = splitClauses(text).filter((clause) => clause.text.length >= SHORTEST_CLAUSE);
  return clauses.length < 2 ? [] : clauses.slice(0, MOST_CLAUSES);
}

export interface ReadClause extends Clause {
  intents: readonly IntentScore[];
}

/** The whole message's intents; where its clauses clearly ask for several things, those, each as sure as its own clause. */
export function joinNeeds(whole: readonly IntentScore[], clauses: readonly ReadClause[]): IntentScore[] {
  const listed = whole.slice(0, LISTED).filter(({ probability }, rank) => rank === 0 || probability >= MENTION);
  const top = listed[0];
  if (!top || clauses.length < 2) return listed;
  const needs = clauses.flatMap((clause) => {
    const [first] = clause.intents;
    if (!first || NO_NEED.test(first.name)) return [];
    const isAnnounced = JOINER.test(clause.text) || clause.isJoined;
    return [{ ...first, isAnnounced, isClear: first.probability >= (isAnnounced ? ANNOUNCED : CLEAR) }];
  });
  const clear = needs.filter(({ isClear }) => isClear).sort((a, b) => b.probability - a.probability);
  // The whole message's own reading stays first where it is sure, and surer where its clauses say two other things; else they know better.
  const sureEnough = clear.length < 2 ? SURE : CLEAR;
  const first = top.probability >= sureEnough || clear.some(({ name }) => name === top.name) ? top : clear[0];
  const others = clear.filter(
    ({ name }, at) => name !== first?.name && clear.findIndex((each) => each.name === name) === at,
  );
  if (!first || others.length === 0) return listed;
  const own = clear.find(({ name }) => name === first.name);
  return [
    { name: first.name, probability: Math.max(first.probability, own?.probability ?? 0) },
    ...others.map(({ name, probability }) => ({ name, probability, isAlso: true })),
  ];
}
