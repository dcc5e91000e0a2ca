import type { NormalisedText } from '../language/normalise.ts';
import { normalise } from '../language/normalise.ts';
import type { PersonalKind, PersonalSpan } from './detect.ts';
import { takeOut } from './take-out.ts';

/** A value that is known to be somebody's: from their account or from an order. */
export interface KnownValue {
  kind: PersonalKind;
  value: string;
}

export interface KnownPattern {
  kind: PersonalKind;
  pattern: RegExp;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Longest first, so that a whole address goes before its street. */
export function knownPatterns(values: readonly KnownValue[]): KnownPattern[] {
  const unique = new Map<string, KnownValue>();
  for (const known of values.flatMap(withParts)) {
    const text = normalise(known.value).text.trim();
    if (text) unique.set(text.toLowerCase(), { kind: known.kind, value: text });
  }
  return [...unique.values()]
    .sort((a, b) => b.value.length - a.value.length)
    .flatMap(({ kind, value }) => {
      const source = kind === 'PHONE' ? phoneSource(value) : wordSource(value);
      return source ? [{ kind, pattern: new RegExp(source, 'giu') }] : [];
    });
}

/** The given name of 王小明 is 小明; each part of "Ming Wang" is a name too. */
function withParts(known: KnownValue): KnownValue[] {
  if (known.kind !== 'NAME') return [known];
  const name = normalise(known.value).text.trim();
  const parts = /^\p{Script=Han}{3,4}$/u.test(name)
    ? [name.slice(name.length - 2)]
    : name.split(/[\s·•]+/).filter((part) => part.length >= 3 || /\p{Script=Han}{2}/u.test(part));
  return [known, ...parts.map((value) => ({ kind: known.kind, value }))];
}

const BETWEEN = '[ ().-]{0,2}';

/** A phone with its digits apart or not, with or without its country code. */
function phoneSource(value: string): string | null {
  const [, code = ''] = /^\+?(86|\d{1,3}(?=[ -]))/.exec(value) ?? [];
  const digits = value.replace(/\D/g, '').replace(/^00/, '');
  const own = digits.length - code.length >= 7 ? digits.slice(code.length) : digits;
  if (own.length < 6) return null;
  const prefix = code && own !== digits ? `(?:\\+?(?:00)?${code}${BETWEEN})?` : `(?:\\+?(?:00)?86${BETWEEN})?`;
  const body = `${prefix}\\(?${[...own].join(BETWEEN)}`;
  // Long enough to be nobody else's, also inside a longer run of digits.
  return own.length >= 9 ? body : `(?<!\\d)${body}(?!\\d)`;
}

function wordSource(value: string): string | null {
  if ([...value].length < 2) return null;
  const body = (value.match(/\p{Script=Han}|[^\p{Script=Han}\s]+/gu) ?? []).map(escaped).join('\\s*');
  // Latin letters and digits end where the word ends; Chinese has no such ends.
  const start = /^[\p{Script=Latin}\p{N}]/u.test(value) ? '(?<![\\p{Script=Latin}\\p{N}])' : '';
  const end = /[\p{Script=Latin}\p{N}]$/u.test(value) ? '(?![\\p{Script=Latin}\\p{N}])' : '';
  return `${start}${body}${end}`;
}

export function findKnown(normalised: NormalisedText, patterns: readonly KnownPattern[]): PersonalSpan[] {
  const page = { rest: normalised.text };
  return patterns.flatMap(({ kind, pattern }) =>
    takeOut(page, pattern).map(({ start, end }) => ({ kind, ...normalised.span(start, end) })),
  );
}
