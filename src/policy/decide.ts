import type { CommandHint, Verdict } from '../core/verdict.ts';
import { allow, refuse } from '../core/verdict.ts';
import type { RuleName } from './inputs.ts';
import { askPerson, PERSON_DECIDES } from './people.ts';
import type { Situation } from './table/condition.ts';
import { type Row, rowFor, type Table } from './table/table.ts';
import type { ReasonFacts, ReasonWords } from './words/facts.ts';
import { INSTEAD } from './words/instead.ts';
import { reasonWords } from './words/reasons.ts';

/** What the table says of a situation, with the rule's name and words. */
export function decide(rule: RuleName, table: Table, situation: Situation, facts: ReasonFacts): Verdict {
  return verdictOf(rule, rowFor(table, situation), facts);
}

export function verdictOf(rule: RuleName, row: Row, facts: ReasonFacts): Verdict {
  const words = reasonWords(rule, row.rule);
  const text = row.say ?? words?.text(facts) ?? { zh: row.rule, en: row.rule };
  const name = `${rule}.${row.rule}`;
  return row.outcome === 'allow' ? allow({ rule: name, text }) : refuse(name, text, hint(row, words, facts));
}

function hint({ instead, outcome }: Row, words: ReasonWords | undefined, facts: ReasonFacts): CommandHint | undefined {
  if (instead && instead !== 'hand_off')
    return { command: instead, text: words?.instead?.(facts) ?? INSTEAD[instead] ?? { zh: instead, en: instead } };
  if (outcome !== 'person' && !instead) return undefined;
  return words?.person ? askPerson(words.person) : PERSON_DECIDES;
}
