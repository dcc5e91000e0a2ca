/** What a stretch of text asserts, in a form that can be compared. */
export type ClaimKind =
  | 'amount'
  | 'date'
  | 'weekday'
  | 'time'
  | 'duration'
  | 'percentage'
  | 'discount'
  | 'count'
  | 'link'
  | 'contact'
  | 'identifier';

export interface Claim {
  kind: ClaimKind;
  /** Every reading that the words allow, e.g. 3/4 as two dates; one of them has to hold. */
  keys: string[];
  /** As it stands in the normalised text. */
  text: string;
  start: number;
  end: number;
}

/** A text that readers take their stretches out of, so that nothing is read twice. */
export interface Page {
  /** Normalised, lower case. What has been read is blanked. */
  rest: string;
  readonly text: string;
  readonly claims: Claim[];
}

/** Reads every match into a claim; null leaves the stretch for the readers after. */
export function take(
  page: Page,
  pattern: RegExp,
  read: (match: RegExpExecArray) => { kind: ClaimKind; keys: string[] } | { kind: 'nothing' } | null,
): void {
  let left = '';
  let at = 0;
  // Not matchAll, which makes a copy of the pattern for each of thousands of short texts.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(page.rest); match; match = pattern.exec(page.rest)) {
    if (match[0] === '') pattern.lastIndex++;
    const claim = read(match);
    if (!claim) continue;
    const end = match.index + match[0].length;
    left += page.rest.slice(at, match.index) + '\u0001'.repeat(match[0].length);
    at = end;
    if (claim.kind !== 'nothing')
      page.claims.push({ ...claim, text: page.text.slice(match.index, end), start: match.index, end });
  }
  if (at > 0) page.rest = left + page.rest.slice(at);
}
