import { COMMAND_NAMES } from '../../core/command.ts';
import type { Fact } from '../../core/fact.ts';
import { detectLocale } from '../../language/language.ts';
import type { Draft } from '../brain.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Claim } from './claim.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { proves } from './proof.ts';
import { plainForm, readPlain } from './read-claims.ts';
import { type StatementFinding, unprovedStatements } from './statements.ts';

export interface Finding {
  kind: Claim['kind'] | StatementFinding['kind'] | 'language' | 'markup' | 'placeholder';
  /** The stretch of the draft that was not proved. For the log's eyes only when it is redacted. */
  text: string;
}

/** A command written as words, a tag of a chat template, markup: never meant for a customer. */
const MARKUP = /<\/?[a-z][a-z0-9_-]*(?:\s[^<>]*)?>|<\|[^|]*\|>|```|\{\s*"\w+"\s*:|\[\/?(?:inst|tool_calls?)\]/i;
/** Names of commands are for brains and the gate. */
const COMMAND = new RegExp(`\\b(?:${COMMAND_NAMES.filter((name) => name.includes('_')).join('|')})\\b`);
/** Letters of other alphabets, as of words that only look Latin. */
const FOREIGN = /[^\P{L}\p{Script=Han}\p{Script=Latin}]/u;
const PLACEHOLDER = /⟦[^⟧]*⟧|\{\{[^}]*\}\}|\[(?:your|insert|order number|name|date|amount)[^\]]*\]|x{4,}/i;

/**
 * What a draft asserts and this turn's facts do not prove; empty when it may leave. Errs towards withholding: the embedded brain then speaks.
 * Numbers of every kind, codes, links, contacts and "it is done" are bound to facts; what is said without any of them is not looked at.
 */
export function checkDraft(draft: Draft, facts: readonly Fact[], surroundings: Surroundings): Finding[] {
  const evidence = gatherEvidence(facts, surroundings);
  const plain = plainForm(draft.text);
  return [
    ...unprovedClaims(plain, evidence),
    ...unprovedStatements(plain, evidence),
    ...matches('markup', MARKUP, draft.text),
    ...matches('markup', COMMAND, draft.text),
    ...foreignLetters(plain, facts),
    ...matches('placeholder', PLACEHOLDER, draft.text),
    ...wrongLanguage(draft.text, surroundings),
  ];
}

function unprovedClaims(plain: string, evidence: Evidence): Finding[] {
  return readPlain(withoutNames(plain, evidence), evidence.context)
    .filter((claim) => !proves(evidence, claim, plain))
    .map(({ kind, start, end }) => ({ kind, text: plain.slice(start, end) }));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Names blanked where they stand for themselves, not inside a word or an address. */
function withoutNames(plain: string, evidence: Evidence): string {
  return evidence.names.reduce((text, name) => {
    const whole = new RegExp(`(?<![a-z0-9/.@-])${escaped(name)}(?![a-z0-9/@-])`, 'g');
    return text.replace(whole, '\u0001'.repeat(name.length));
  }, plain);
}

function matches(kind: Finding['kind'], pattern: RegExp, text: string): Finding[] {
  const found = pattern.exec(text);
  return found ? [{ kind, text: found[0] }] : [];
}

/** A name in another alphabet is said as the facts write it; otherwise such letters have no place in either language. */
function foreignLetters(plain: string, facts: readonly Fact[]): Finding[] {
  const [letter] = FOREIGN.exec(plain) ?? [];
  if (letter === undefined) return [];
  return plainForm(JSON.stringify(facts)).includes(letter) ? [] : [{ kind: 'language', text: letter }];
}

function wrongLanguage(text: string, { view }: Surroundings): Finding[] {
  const locale = detectLocale(text);
  return locale !== null && locale !== view.locale ? [{ kind: 'language', text: locale }] : [];
}
