import { normalise } from '../language/normalise.ts';
import { detectPersonal, type PersonalKind, type PersonalSpan } from './detect.ts';
import { findKnown, type KnownValue, knownPatterns } from './known.ts';

/** Takes personal data out of what leaves, and puts it back into what comes. One redactor a turn: its placeholders mean nothing elsewhere. */
export interface Redactor {
  redact(text: string): string;
  /** Placeholders that this redactor has given out; any other stays as it is. */
  restore(text: string): string;
  /** Every text in a JSON value; names of members stay. */
  redactJson<T>(value: T): T;
  restoreJson<T>(value: T): T;
}

/** Mathematical white square brackets: nobody types them, and models copy them faithfully. */
const PLACEHOLDER = /⟦\s*([A-Z]+)[_ ](\d{1,4})\s*⟧/gi;

export function createRedactor(knownValues: readonly KnownValue[] = []): Redactor {
  const patterns = knownPatterns(knownValues);
  const byValue = new Map<string, string>();
  const byPlaceholder = new Map<string, string>();
  const counts = new Map<PersonalKind, number>();

  const placeholderFor = (kind: PersonalKind, original: string): string => {
    const key = `${kind} ${keyOf(kind, original)}`;
    const known = byValue.get(key);
    if (known) return known;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const placeholder = `⟦${kind}_${number}⟧`;
    byValue.set(key, placeholder);
    byPlaceholder.set(placeholder, original);
    return placeholder;
  };

  const redact = (text: string): string => {
    if (text === '') return text;
    // A placeholder that somebody typed is theirs, and names nobody's data.
    const safe = text.replaceAll('⟦', '〔').replaceAll('⟧', '〕');
    const normalised = normalise(safe);
    const spans = apart([...findKnown(normalised, patterns), ...detectPersonal(normalised)]);
    let result = '';
    let at = 0;
    for (const { kind, start, end } of spans) {
      result += safe.slice(at, start) + placeholderFor(kind, safe.slice(start, end));
      at = end;
    }
    return result + safe.slice(at);
  };

  const restore = (text: string): string =>
    text.replace(
      PLACEHOLDER,
      (whole, kind: string, number: string) => byPlaceholder.get(`⟦${kind.toUpperCase()}_${number}⟧`) ?? whole,
    );

  return {
    redact,
    restore,
    redactJson: (value) => mapTexts(value, redact),
    restoreJson: (value) => mapTexts(value, restore),
  };
}

/** Equal however they are written: digits of a number, letters in one case. */
function keyOf(kind: PersonalKind, original: string): string {
  const text = normalise(original).text.toLowerCase();
  return kind === 'NAME' || kind === 'ADDRESS' || kind === 'EMAIL'
    ? text.replace(/\s+/g, ' ')
    : text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** In their order, the longer of two that overlap. */
function apart(spans: PersonalSpan[]): PersonalSpan[] {
  const kept: PersonalSpan[] = [];
  for (const span of spans.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => span.end <= other.start || span.start >= other.end)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapTexts(member, change)])) as T;
  }
  return value;
}
