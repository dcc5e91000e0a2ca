import { orderNumberKey } from '../../core/order-number.ts';
import { DEEDS } from './deeds.ts';
import type { Evidence } from './evidence.ts';
import { groundlessSentences } from './grounding.ts';
import { PROMISES } from './promises.ts';
import type { Proven } from './proven.ts';
import type { Statement, StatementKind } from './statement.ts';
import { STATES } from './states.ts';

const STATEMENTS: readonly Statement[] = [...DEEDS, ...STATES, ...PROMISES].map((statement) => ({
  ...statement,
  pattern: new RegExp(statement.pattern, 'g'),
}));

export interface StatementFinding {
  kind: StatementKind;
  text: string;
}

/** Marks that somebody may put between the characters of a word: 退·款, 退 款. */
const BETWEEN_HAN = /(?<=\p{Script=Han})[\s·•.*_~|/\\-]+(?=\p{Script=Han})/gu;

/** Sentences that assert something without the fact that proves it. `plain` is the normal form of the draft. */
export function unprovedStatements(plain: string, evidence: Evidence): StatementFinding[] {
  const findings: StatementFinding[] = groundlessSentences(plain, evidence.facts).map((text) => ({
    kind: 'ungrounded',
    text,
  }));
  const numbers = evidence.orderNumbers;
  for (const sentence of plain.split(/(?<=[。!?;\n])|(?<=\.)\s+(?=\D)/)) {
    if (isQuoted(sentence, evidence)) continue;
    const key = orderNumberKey(sentence);
    const proven: Proven = {
      facts: evidence.facts,
      named: numbers.filter((number) => key.includes(number)),
      texts: evidence.texts,
    };
    // A line break separates like a comma; inside a word it does not.
    for (const clause of sentence.replace(BETWEEN_HAN, (gap) => (gap.includes('\n') ? ',' : '')).split(/[,:]/)) {
      const found = STATEMENTS.find((statement) => isUnproved(statement, proven, clause, sentence));
      if (found) findings.push({ kind: found.kind, text: sentence.trim() });
    }
  }
  return findings;
}

function isUnproved(statement: Statement, proven: Proven, clause: string, sentence: string): boolean {
  const { pattern, unless, holds } = statement;
  for (const match of clause.matchAll(pattern)) {
    const before = clause.slice(0, match.index);
    const after = clause.slice(match.index + match[0].length);
    const place = { before, match: match[0], after, clause, sentence };
    if (!unless.some((guard) => guard(place)) && !holds(proven, place)) return true;
  }
  return false;
}

/** The shop's own sentence, word for word. */
function isQuoted(sentence: string, evidence: Evidence): boolean {
  const bare = sentence.replace(/^[\s·*-]+|[。!;.,\s]+$/g, '');
  return bare.length >= 6 && evidence.texts.some((text) => text.includes(bare));
}
