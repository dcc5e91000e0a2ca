import type { Fact } from '../../core/fact.ts';
import { detectLocale } from '../../language/language.ts';
import type { Draft } from '../brain.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Claim } from './claim.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { proves } from './proof.ts';
import { plainForm, readClaims } from './read-claims.ts';
import { type StatementFinding, unprovedStatements } from './statements.ts';

export interface Finding {
  kind: Claim['kind'] | StatementFinding['kind'] | 'language' | 'markup' | 'placeholder';
  /** The stretch of the draft that was not proved. For the log's eyes only when it is redacted. */
  text: string;
}

/** A command written as words, a tag of a chat template, markup: never meant for a customer. */
const MARKUP = /<\/?[a-z][a-z0-9_-]*(?:\s[^<>]*)?>|<\|[^|]*\|>|```|\{\s*"\w+"\s*:|\[\/?(?:inst|tool_calls?)\]/i;
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
    ...matches('placeholder', PLACEHOLDER, draft.text),
    ...wrongLanguage(draft.text, surroundings),
  ];
}

function unprovedClaims(plain: string, evidence: Evidence): Finding[] {
  return readClaims(withoutNames(plain, evidence), evidence.context)
    .filter((claim) => !proves(evidence, claim, plain))
    .map(({ kind, text }) => ({ kind, text }));
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

function wrongLanguage(text: string, { view }: Surroundings): Finding[] {
  const locale = detectLocale(text);
  return locale !== null && locale !== view.locale ? [{ kind: 'language', text: locale }] : [];
}
